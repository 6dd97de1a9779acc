"""The lint: all checks over one script, and the annotations that speak against them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from exposture.collector_lint.annotations import CATALOGUE_CALL, FULL_LANGUAGE, Annotation
from exposture.collector_lint.catalogue import check_catalogue
from exposture.collector_lint.dynamic import check_dynamic
from exposture.collector_lint.encoding import check_encoding
from exposture.collector_lint.finding import CODES, Finding, finding
from exposture.collector_lint.language_mode import check_language_mode, needs_full
from exposture.collector_lint.members import check_members
from exposture.collector_lint.permission import check_commands
from exposture.collector_lint.script import Script, read_script
from exposture.collector_lint.semantics import check_semantics
from exposture.collector_lint.sources import check_sources
from exposture.collector_lint.style import check_style
from exposture.collector_lint.syntax import check_syntax

CHECKS: tuple[Callable[[Script], Iterator[Finding]], ...] = (
    check_syntax,
    check_commands,
    check_dynamic,
    check_sources,
    check_members,
    check_language_mode,
    check_semantics,
    check_style,
    check_catalogue,
)


def lint_script(source: bytes) -> list[Finding]:
    """Return what is wrong with a script, in the order of its lines; nothing means that all promises hold."""
    script = read_script(source)
    found = [*check_encoding(source), *(one for check in CHECKS for one in check(script))]
    left = [one for one in found if not any(_allows(annotation, one) for annotation in script.annotations)]
    left += _annotation_findings(script, found)
    return sorted(set(left), key=lambda one: (one.line, one.column, one.code, one.message))


def _allows(annotation: Annotation, one: Finding) -> bool:
    kind = CODES[one.code]
    return annotation.what == one.code and kind.may_be_allowed and bool(annotation.reason) and annotation.covers_line(one.line)


def _annotation_findings(script: Script, found: Sequence[Finding]) -> Iterator[Finding]:
    for annotation in script.annotations:
        known = annotation.what in {FULL_LANGUAGE, CATALOGUE_CALL} or (annotation.what in CODES and CODES[annotation.what].may_be_allowed)
        if not known:
            yield finding("ANNOTATION.form", annotation.node, f"{annotation.what or 'nothing'!r} cannot be allowed")
        elif len(annotation.reason.split()) < 2:
            yield finding("ANNOTATION.reason", annotation.node, "the annotation gives no reason")
        elif not _is_needed(script, annotation, found):
            yield finding("ANNOTATION.unused", annotation.node, f"nothing here needs {annotation.what}")


def _is_needed(script: Script, annotation: Annotation, found: Sequence[Finding]) -> bool:
    if annotation.what == CATALOGUE_CALL:
        computed = [command.node for command in script.commands if command.name is None or command.key == "invoke-command"]
        splats = [node for node in script.nodes("variable") if node.text.startswith("@")]
        members = [node for node in script.nodes("invocation_expression") if "AddCommand" in node.text]
        return any(annotation.covers(node) for node in [*computed, *splats, *members])
    if annotation.what == FULL_LANGUAGE and annotation.function is not None:
        return any(annotation.covers(node) for node in script.nodes("invocation_expression", "type_literal", "command"))
    if annotation.what == FULL_LANGUAGE:
        return any(annotation.covers(node) for node, _, _ in needs_full(script))
    return any(one.code == annotation.what and annotation.covers_line(one.line) for one in found)
