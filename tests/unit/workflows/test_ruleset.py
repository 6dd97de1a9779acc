from __future__ import annotations

from pathlib import Path

import pytest

from exposture.errors import PackageDataError, RuleSyntaxError, UsageError
from exposture.workflows import ruleset
from exposture.workflows.ruleset import load_ruleset
from tests.small import pack


def test_rules_facts_and_choices_come_from_one_folder(tmp_path: Path) -> None:
    rules = pack(tmp_path / "rules")
    dates = rules / "data" / "data_dates.csv"
    dates.write_bytes(dates.read_bytes().replace(b"builds,2026", b"builds,2020"))
    (rules / "site_choices.yaml").write_text('colour: {question: "Which?", values: [red]}\n', encoding="utf-8")

    found = load_ruleset(rules)

    assert found.facts.dates["builds"].year == 2020
    assert list(found.choices) == ["colour"]
    assert found.rulebook.root == rules


def test_broken_rule_is_a_fault_and_an_error_where_all_must_hold(tmp_path: Path) -> None:
    rules = pack(tmp_path / "rules")
    (rules / "time" / "TIM-004-upstream-time-servers.yaml").write_text("id: TIM-004\n", encoding="utf-8")

    assert [fault.rule_id for fault in load_ruleset(rules).rulebook.faults] == ["TIM-004"]
    with pytest.raises(RuleSyntaxError, match="1 faults"):
        load_ruleset(rules, strict=True)


def test_folder_without_choices_is_no_whole_pack(tmp_path: Path) -> None:
    rules = pack(tmp_path / "rules")
    (rules / "site_choices.yaml").unlink()

    with pytest.raises(UsageError, match=r"is no whole rule pack: the rule pack lacks site_choices\.yaml"):
        load_ruleset(rules)


def test_broken_facts_of_a_named_folder_keep_their_place(tmp_path: Path) -> None:
    rules = pack(tmp_path / "rules")
    (rules / "data" / "lifecycle.csv").write_text("x\n", encoding="utf-8")

    with pytest.raises(UsageError, match=r"is no whole rule pack: the columns are \['x'\].*lifecycle\.csv:1"):
        load_ruleset(rules)


def test_broken_package_is_not_the_users_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PackageDataError("a file of facts cannot be read")

    ruleset._packaged.cache_clear()
    monkeypatch.setattr(ruleset, "load_facts", refuse)

    with pytest.raises(PackageDataError, match="a file of facts cannot be read"):
        load_ruleset()
