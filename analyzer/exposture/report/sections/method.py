"""How the report came about: scales, outcomes, promises, and the exact rules that were run."""

from __future__ import annotations

from dataclasses import dataclass

from exposture.model.outcome import Outcome, Severity
from exposture.report import wording
from exposture.report.findings import Findings
from exposture.report.marks import OUTCOME_MARKS, SEVERITY_MARKS, Mark

RULES_SHOWN = 400
RULES_A_ROW = 4
ROWS_A_TABLE = 25
SEVERITY_TEXTS = {
    Severity.CRITICAL: "An attacker on the internet, or any user, takes over mail or servers with what is there today. Act at once.",
    Severity.HIGH: "A serious weakness that needs one more condition, or a loss of mail waiting to happen.",
    Severity.MEDIUM: "Weakens the defence or the availability; exploitable together with something else.",
    Severity.LOW: "Good practice that limits the damage of another fault.",
    Severity.INFO: "Worth knowing; nothing has to be done.",
}
OUTCOME_TEXTS = {
    Outcome.PASS: "The object was seen and is as it should be.",
    Outcome.FAIL: "The object was seen and is not as it should be.",
    Outcome.UNKNOWN: (
        "Something that could change the verdict is missing; the reason stands beside it. "
        "Missing data is never a pass, and missing rights are never a fail."
    ),
    Outcome.MANUAL: "No export can answer it: a question for a person.",
    Outcome.NOT_APPLICABLE: "The question does not arise for this object.",
    Outcome.ERROR: "The rule itself failed to run: a fault of the rule pack, not of the servers.",
}
PROMISES = (
    "The same data, rules, profile, date and answers give the same report, byte for byte.",
    "Time is the time of the data. The clock of the machine that made this report is not used anywhere.",
    "Numbers are the same in every format: all of them are made from one result document.",
    "A weakness is counted once for each object that has it; one fact belongs to one rule, consequences refer to it.",
    "A product default is said to be a default. It is a finding all the same where the default is weak.",
    "Tables and lists are cut so that the report stays readable; how much was left out is always said, and results.json has it.",
)
GLOSSARY = (
    ("ACE", "one entry of a list of permissions: who may, or may not, do what"),
    ("CU, SU", "cumulative update and security update of Exchange"),
    ("DAG", "database availability group: servers that hold copies of the same mailbox databases"),
    ("dataset", "the output of one command or query that the collector exported"),
    ("Edge", "an Exchange server in the perimeter network that only transports mail"),
    ("relay", "to accept mail from anyone for anyone; an open relay is a gift to spammers"),
    ("target", "where a dataset was read: the organization, one server, or a domain controller"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """`rules` are tables of rows of (id, revision) pairs."""

    severities: tuple[tuple[Mark, str], ...]
    outcomes: tuple[tuple[Mark, str], ...]
    promises: tuple[str, ...]
    glossary: tuple[tuple[str, str], ...]
    rules: tuple[tuple[tuple[tuple[str, str], ...], ...], ...]
    rules_total: str
    rules_more: str
    pack: str
    data_dates: tuple[tuple[str, str], ...]


def _rule_tables(findings: Findings) -> tuple[tuple[tuple[tuple[str, str], ...], ...], ...]:
    pairs = [(wording.line(rule.id, 20), wording.line(rule.revision[:12])) for rule in list(findings.rules.values())[:RULES_SHOWN]]
    pairs += [("", "")] * (-len(pairs) % RULES_A_ROW)
    rows = [tuple(pairs[start : start + RULES_A_ROW]) for start in range(0, len(pairs), RULES_A_ROW)]
    return tuple(tuple(rows[start : start + ROWS_A_TABLE]) for start in range(0, len(rows), ROWS_A_TABLE))


def build(findings: Findings) -> Method:
    """Return the method."""
    pack = findings.head.tool.rule_pack
    hidden = len(findings.rules) - RULES_SHOWN
    return Method(
        severities=tuple((SEVERITY_MARKS[severity], text) for severity, text in SEVERITY_TEXTS.items()),
        outcomes=tuple((OUTCOME_MARKS[outcome], text) for outcome, text in OUTCOME_TEXTS.items()),
        promises=PROMISES,
        glossary=GLOSSARY,
        rules=_rule_tables(findings),
        rules_total=wording.count(len(findings.rules), "rule"),
        rules_more=f"{wording.count(hidden, 'more rule')} in results.json." if hidden > 0 else "",
        pack=wording.line(f"Rule pack {pack.version}, sha256 {pack.sha256}"),
        data_dates=tuple((wording.line(table, 60), wording.line(date, 20)) for table, date in sorted(pack.data_dates.items())[:ROWS_A_TABLE]),
    )
