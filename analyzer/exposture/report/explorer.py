"""All results as index columns for the HTML page: each text once, each row a few digits, within a budget of bytes.

In texts and subjects the name of the row's server is U+0001, in texts its subject is U+0002 (characters that no shown
text can hold): what a rule says of a thousand servers is one text.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from exposture.model.outcome import Outcome, Severity
from exposture.report import wording
from exposture.report.findings import Finding, Findings
from exposture.report.marks import AREAS, severity_rank

SERVER, SUBJECT = "\x01", "\x02"
ORDER = (Outcome.FAIL, Outcome.UNKNOWN, Outcome.MANUAL, Outcome.ERROR, Outcome.PASS, Outcome.NOT_APPLICABLE)
OUTCOME_RANK = {outcome.value: rank for rank, outcome in enumerate(ORDER)}
WITHOUT_ID = "AAAAAAAAAAA"
IDENTIFIED = OUTCOME_RANK[Outcome.ERROR.value]


@dataclass(slots=True)
class Texts:
    """Distinct texts in the order of their first use, and how many bytes they take as JSON."""

    places: dict[str, int] = field(default_factory=dict)
    size: int = 0

    def place(self, text: str) -> int:
        """Return the index of a text."""
        found = self.places.get(text)
        if found is None:
            found = self.places[text] = len(self.places)
            self.size += len(_json(text).encode()) + 1
        return found


@dataclass(slots=True)
class Columns:
    rules: Texts = field(default_factory=Texts)
    servers: Texts = field(default_factory=Texts)
    subjects: Texts = field(default_factory=Texts)
    texts: Texts = field(default_factory=Texts)
    outcome: list[str] = field(default_factory=list)
    severity: list[str] = field(default_factory=list)
    identity: list[str] = field(default_factory=list)
    rule: list[int] = field(default_factory=list)
    server: list[int] = field(default_factory=list)
    subject: list[int] = field(default_factory=list)
    text: list[int] = field(default_factory=list)
    size: int = 0

    def add(self, row: Finding) -> None:
        """Append one row."""
        rank = OUTCOME_RANK[row.outcome]
        server, subject = wording.name(row.server or ""), wording.name(row.subject)
        places = (
            self.rules.place(row.rule_id),
            self.servers.place(server),
            self.subjects.place(_without(subject, server, SERVER)),
            self.texts.place(_without(_without(_said(row), subject, SUBJECT), server, SERVER)),
        )
        for column, place in zip((self.rule, self.server, self.subject, self.text), places, strict=True):
            column.append(place)
        self.outcome.append(str(rank))
        self.severity.append(str(severity_rank(row.severity)))
        if rank <= IDENTIFIED:
            self.identity.append(_short(row.finding_id))
        self.size += 2 + 11 * (rank <= IDENTIFIED) + sum(len(str(place)) + 1 for place in places)

    @property
    def bytes(self) -> int:
        """Return about how long the JSON is."""
        return self.size + self.rules.size + self.servers.size + self.subjects.size + self.texts.size


def _said(row: Finding) -> str:
    """Return what the page says of a row: the message of a fail, the reason of what is no pass."""
    if row.outcome == Outcome.PASS:
        return ""
    return wording.line(row.message if row.outcome == Outcome.FAIL else row.reason or "", 200)


def _without(text: str, name: str, mark: str) -> str:
    return text.replace(name, mark) if name else text


def _json(value: object) -> str:
    """Return JSON that is safe inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _short(finding_id: str) -> str:
    """Return a finding id of 16 hex digits as 11 characters of base64url."""
    if not re.fullmatch("[0-9a-f]{16}", finding_id):
        return WITHOUT_ID
    return base64.urlsafe_b64encode(bytes.fromhex(finding_id)).decode().rstrip("=")


def _ordered(rows: Iterable[Finding]) -> list[Finding]:
    return sorted(rows, key=lambda row: (OUTCOME_RANK[row.outcome], severity_rank(row.severity), row.index))


def _columns(findings: Findings, limit: int) -> Columns:
    columns = Columns()
    for row in _ordered(findings.rows):
        columns.add(row)
        if columns.bytes > limit:
            break
    return columns


def _rule(findings: Findings, rule_id: str) -> list[str]:
    rule = findings.rules[rule_id]
    return [
        wording.line(rule.id, 20),
        wording.line(rule.title, 160),
        AREAS.get(rule.area) or wording.words(rule.area),
        wording.anchor("rule", rule.id),
    ]


def results_data(findings: Findings, limit: int) -> str:
    """Return the JSON text for the page, safe inside a script element; worst rows first, `left_out` counts the rest."""
    columns = _columns(findings, limit)
    data = {
        "outcomes": [outcome.value for outcome in ORDER],
        "severities": [severity.value for severity in Severity],
        "rules": [_rule(findings, rule_id) for rule_id in columns.rules.places],
        "servers": list(columns.servers.places),
        "subjects": list(columns.subjects.places),
        "texts": list(columns.texts.places),
        "outcome": "".join(columns.outcome),
        "severity": "".join(columns.severity),
        "id": "".join(columns.identity),
        "rule": columns.rule,
        "server": columns.server,
        "subject": columns.subject,
        "text": columns.text,
        "left_out": len(findings.rows) - len(columns.rule) + findings.left_out,
    }
    return _json(data)
