from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
import yaml

from exposture.catalog.facts import load_facts
from exposture.errors import RuleSyntaxError
from exposture.rulebook.forbidden import FORBIDDEN_CALLS, FORBIDDEN_PREFIXES, FORBIDDEN_WORDS
from exposture.rulebook.lint import Exclusion, all_checks, lint, load_exclusions
from exposture.rulebook.load import load_rulebook
from exposture.rulebook.pack import read_pack
from tests.unit.rulebook.factories import QUERY, RULE_PATH, catalog, pack, write_pack


def test_finding_says_where_and_what_to_do(tmp_path: Path) -> None:
    found = lint(pack(tmp_path, query=QUERY.replace("FROM judged", "from judged")))

    line = (tmp_path / RULE_PATH).read_text().splitlines().index("  from judged AS j") + 1
    assert [(finding.code, finding.path, finding.line, finding.rule_id) for finding in found] == [("L070", RULE_PATH, line, "RCV-006")]
    assert str(found[0]).endswith("error L070: the keyword from is not in upper case (write it in upper case)")


@pytest.mark.parametrize("subject", ["RCV-006", RULE_PATH])
def test_exclusion_takes_its_finding_out(tmp_path: Path, subject: str) -> None:
    excused = Exclusion(code="L032", subject=subject, why="a test")

    assert lint(pack(tmp_path, message="{subject}"), [excused]) == ()


def test_exclusion_that_excludes_nothing_is_a_finding(tmp_path: Path) -> None:
    found = lint(pack(tmp_path), [Exclusion(code="L032", subject="RCV-006", why="a test")])

    assert [(finding.code, finding.path) for finding in found] == [("L900", "lint_exclusions.yaml")]


def test_exclusions_are_read_with_their_reason(tmp_path: Path) -> None:
    (tmp_path / "lint_exclusions.yaml").write_text(yaml.safe_dump([{"code": "L061", "subject": "RCV-001", "why": "it has no pass"}]))

    assert load_exclusions(tmp_path) == (Exclusion(code="L061", subject="RCV-001", why="it has no pass"),)


def test_pack_without_exclusions_has_none(tmp_path: Path) -> None:
    assert load_exclusions(tmp_path) == ()


def test_exclusion_without_a_reason_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "lint_exclusions.yaml").write_text("- {code: L061, subject: RCV-001}")

    with pytest.raises(RuleSyntaxError, match="why: Field required"):
        load_exclusions(tmp_path)


def test_codes_are_unique_and_checks_say_what_to_do() -> None:
    checks = all_checks()

    assert len({check.code for check in checks}) == len(checks)
    assert [check.code for check in checks if not check.title or not check.advice] == []


def test_pack_knows_the_fact_tables_and_choices(tmp_path: Path) -> None:
    root = write_pack(tmp_path, more={"site_choices.yaml": {"esu": {"question": "a?", "values": []}}})

    found = read_pack(load_rulebook(root), catalog(), load_facts())

    assert found.tables["data_builds"] >= {"product", "build"}
    assert (found.choices, list(found.cases)) == ({"esu"}, ["RCV-006"])


def test_every_function_that_changes_by_itself_is_forbidden() -> None:
    query = "SELECT DISTINCT function_name FROM duckdb_functions() WHERE stability <> 'CONSISTENT' AND function_type = 'scalar'"
    with duckdb.connect() as connection:
        names = {name for (name,) in connection.execute(query).fetchall()}

    forbidden = set().union(*FORBIDDEN_CALLS.values()) | FORBIDDEN_WORDS
    assert sorted(names - forbidden) == []


def test_every_function_that_gives_a_table_is_forbidden_but_those_of_lists() -> None:
    query = "SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type = 'table'"
    with duckdb.connect() as connection:
        names = {name for (name,) in connection.execute(query).fetchall()}

    forbidden = set().union(*FORBIDDEN_CALLS.values())
    allowed = {name for name in names - forbidden if not name.startswith(FORBIDDEN_PREFIXES)}
    assert allowed <= {"unnest", "range", "generate_series", "json_each", "json_tree", "repeat", "repeat_row"}
