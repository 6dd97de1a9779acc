"""The words, letters and order of verdicts and areas, as every format shows them: never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from exposture.model.outcome import SEVERITY_RANK, Outcome, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A verdict as letter, word and the name of its colour in the style sheets."""

    letter: str
    word: str
    kind: str


SEVERITY_MARKS: dict[str, Mark] = {
    severity.value: Mark(letter=letter, word=severity.value, kind=severity.value) for severity, letter in zip(Severity, "CHMLI", strict=True)
}
OUTCOME_MARKS: dict[str, Mark] = {
    Outcome.PASS.value: Mark(letter="✓", word="pass", kind="pass"),
    Outcome.FAIL.value: Mark(letter="✗", word="fail", kind="fail"),
    Outcome.UNKNOWN.value: Mark(letter="?", word="unknown", kind="unknown"),
    Outcome.MANUAL.value: Mark(letter="◇", word="manual", kind="manual"),
    Outcome.ERROR.value: Mark(letter="!", word="error", kind="unknown"),
    Outcome.NOT_APPLICABLE.value: Mark(letter="○", word="n/a", kind="none"),
}
NOTHING = Mark(letter="·", word="", kind="blank")

AREAS: dict[str, str] = {
    "connectors": "Connectors",
    "mail_flow": "Mail flow",
    "hygiene": "Mail hygiene",
    "permissions": "Permissions",
    "mailboxes": "Mailboxes",
    "sharing": "Sharing",
    "client_access": "Client access",
    "encryption": "Encryption",
    "updates": "Updates",
    "hosts": "Hosts",
    "time": "Time",
    "availability": "Availability",
}
AREA_ORDER: dict[str, int] = {area: rank for rank, area in enumerate(AREAS)}


def severity_rank(severity: str) -> int:
    """Return 0 for critical and 4 for info."""
    return SEVERITY_RANK[Severity(severity)]


def area_rank(area: str) -> tuple[int, str]:
    """Return the place of an area in the report; one that is not known comes last, by name."""
    return AREA_ORDER.get(area, len(AREA_ORDER)), area
