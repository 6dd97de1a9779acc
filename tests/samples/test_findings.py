"""What the sample shows, pinned: a rule that changes it, changes this list on purpose."""

from __future__ import annotations

from scripts.contoso.files import BUNDLE, ROOT
from syrupy.assertion import SnapshotAssertion

from tests.samples.auditing import judge_folder


def test_the_findings_of_contoso(snapshot: SnapshotAssertion) -> None:
    verdicts = judge_folder(ROOT / BUNDLE).verdicts
    lines = [
        f"{severity:<8}  {rule}  {server or 'org'}  {subject}"
        for (rule, server, subject), (outcome, severity) in verdicts.items()
        if outcome == "fail"
    ]

    assert "\n".join(sorted(lines)) == snapshot


def test_no_rule_raises_on_the_sample() -> None:
    judged = judge_folder(ROOT / BUNDLE)

    assert judged.errors == ()
    assert [row["rule_id"] for row in judged.rows if row["outcome"] == "error"] == []
