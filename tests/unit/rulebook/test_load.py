from __future__ import annotations

from pathlib import Path

import pytest

from exposture.errors import ProfileError, RuleSyntaxError
from exposture.rulebook.load import load_rulebook, revision, rule_files
from tests.unit.rulebook.factories import QUERY, RULE_PATH, VIEW, rule, write_pack


def test_pack_has_rules_views_and_profiles(tmp_path: Path) -> None:
    book = load_rulebook(write_pack(tmp_path))

    loaded = book.rules[0]
    cases_path = RULE_PATH.replace(".yaml", ".cases.yaml")
    assert (loaded.rule.id, loaded.area, loaded.path, loaded.cases_path) == ("RCV-006", "connectors", RULE_PATH, cases_path)
    assert (list(book.by_id), list(book.views_by_name), book.faults) == (["RCV-006"], ["enabled_connectors"], ())


@pytest.mark.parametrize(("text", "line"), [("query: |\n  SELECT 1 AS a", 3), ("query: SELECT 1 AS a", 2), ("question: a?", None)])
def test_query_line_is_where_the_text_begins(tmp_path: Path, text: str, line: int | None) -> None:
    root = write_pack(tmp_path)
    lines = (root / RULE_PATH).read_text().splitlines()
    start = next(place for place, written in enumerate(lines) if written.startswith("query:"))
    end = next(place for place in range(start + 1, len(lines)) if lines[place].startswith("evidence:"))
    kind = ["kind: query"] if line else ["kind: manual"]
    (root / RULE_PATH).write_text("\n".join([*kind, *text.splitlines(), *lines[:start], *lines[end:]]))

    assert load_rulebook(root).rules[0].query_line == line


def test_strict_loading_lists_every_fault(tmp_path: Path) -> None:
    more = {"time/TIM-001-a.yaml": "id: [", "time/TIM-002-b.yaml": "id: TIM-002", "lib/odd.sql": "SELECT 1", "elsewhere/RCV-001-x.yaml": "a: 1"}

    with pytest.raises(RuleSyntaxError) as caught:
        load_rulebook(write_pack(tmp_path, more=more))

    assert "4 faults" in str(caught.value)
    assert [name for name in more if name not in str(caught.value)] == []


def test_tolerant_loading_keeps_the_rest_and_names_the_broken_rule(tmp_path: Path) -> None:
    book = load_rulebook(write_pack(tmp_path, more={"time/TIM-001-a.yaml": "id: ]", "elsewhere/odd.yaml": "a: 1"}), strict=False)

    assert [loaded.rule.id for loaded in book.rules] == ["RCV-006"]
    assert [(fault.path, fault.rule_id, fault.area) for fault in book.faults] == [
        ("elsewhere/odd.yaml", None, None),
        ("time/TIM-001-a.yaml", "TIM-001", "time"),
    ]
    assert str(book.faults[1]).startswith("time/TIM-001-a.yaml:1:")


def test_second_rule_with_an_id_is_a_fault(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / "connectors/RCV-006-zz.yaml").write_text((root / RULE_PATH).read_text())

    book = load_rulebook(root, strict=False)

    assert [fault.message for fault in book.faults] == [f"the id RCV-006 is already that of {RULE_PATH}"]


def test_circle_of_views_is_a_fault_and_leaves_no_view(tmp_path: Path) -> None:
    circle = VIEW.replace("FROM receive_connectors", "FROM enabled_connectors")

    book = load_rulebook(write_pack(tmp_path, more={"lib/enabled_connectors.sql": circle}), strict=False)

    assert (book.views, [fault.path for fault in book.faults]) == ((), ["lib"])


def test_file_that_is_no_text_is_a_fault(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / RULE_PATH).write_bytes(b"\xff\xfe")

    assert "cannot be read" in load_rulebook(root, strict=False).faults[0].message


def test_broken_profiles_stop_even_a_tolerant_run(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"profiles\.yaml"):
        load_rulebook(write_pack(tmp_path, more={"profiles.yaml": "{}"}), strict=False)


def test_revision_follows_the_meaning_and_not_the_words() -> None:
    assert revision(rule(title="Something else holds here", message="{subject}.")) == revision(rule())
    assert revision(rule(query=QUERY + "\n-- changed")) != revision(rule())
    assert revision(rule(when_empty="pass")) != revision(rule())
    assert len(revision(rule())) == 16


def test_hash_covers_every_file_of_the_pack(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    seen = {load_rulebook(root).sha256}

    for name in ("data/data_dates.csv", "lib/enabled_connectors.sql", "profiles.yaml", RULE_PATH.replace(".yaml", ".cases.yaml")):
        (root / name).write_text((root / name).read_text() + "\n")
        seen.add(load_rulebook(root).sha256)

    assert len(seen) == 5


def test_packaged_pack_loads() -> None:
    book = load_rulebook()

    assert list(book.profiles) == ["default", "microsoft", "stig", "cis2016", "cis2019"]
    assert len(book.rules) == len(rule_files(book.root))
