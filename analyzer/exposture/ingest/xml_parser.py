"""The one XML parser of the program: from bytes, to a target, with everything off that reaches outside of them."""

from __future__ import annotations

from lxml import etree

PIECE_BYTES = 65_536


def event_parser(target: object) -> etree.XMLParser:
    """Return a parser to `feed` UTF-8 to; it builds no tree and calls `start end data comment pi doctype` of the target.

    Options alone are not enough against a document type (lxml 6.1 still renames attributes by it): the target has to
    refuse it in `doctype`. The encoding overrides that of an XML declaration, since the text was decoded before.
    """
    return etree.XMLParser(
        target=target,  # type: ignore[arg-type]  # the stubs demand str | bytes for what is always str
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
    )
