"""The proof as a Markdown page for a change board."""

from __future__ import annotations

from collections.abc import Iterator

from exposture.collector_lint.proof import Proof, Row, Section


def proof_markdown(proof: Proof, name: str) -> str:
    """Return the page, ending with a newline; the same proof gives the same bytes."""
    return "\n".join([*_head(proof, name), *(line for section in proof.sections for line in _section(section))]) + "\n"


def _head(proof: Proof, name: str) -> Iterator[str]:
    yield from (f"# What {name} can touch", "")
    yield "This page is made from the parse tree of the script, not written by hand. It lists every command, parameter, registry key, WMI class,"
    yield "search in the directory, program and file that the script can touch. A check in the build refuses the script if it holds anything else:"
    yield "commands and methods that are not on a list, text that is run as code, or names that are computed."
    yield from (
        "",
        f"- SHA-256 of the script: `{proof.sha256}`",
        f"- {proof.lines} lines, {proof.functions} functions, {proof.datasets} datasets",
        "",
    )
    yield from ("Compare the hash before you read on:", "", "```", f"certutil -hashfile {name} SHA256", "```", "", "## What is not there", "")
    yield from (f"- {statement}" for statement in proof.absent)
    yield from (
        "",
        "How to read the tables: *where* is the function of the script, `<value>` a computed part. In the catalogue, a cmdlet that a server does not",
    )
    yield from ("have, or that the account may not use, is not called; a parameter that it lacks is left out, and the bundle says so.", "")


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {section.title}", "")
    if section.says:
        yield from (section.says, "")
    if not section.rows:
        yield from ("None.", "")
        return
    yield _line(section.header)
    yield "|" + "---|" * len(section.header)
    yield from (_line(tuple(_cell(value) for value in row)) for row in section.rows)
    yield ""


def _line(cells: Row) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(text: str) -> str:
    flat = " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("_", "\\_").replace("`", "\\`")
    return flat.replace("<", "&lt;").replace(">", "&gt;")
