from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from exposture.model.outcome import Need
from exposture.rulebook.rule import Rule
from tests.unit.rulebook.factories import RULE, bent, rule


def test_need_may_be_a_word_or_a_mapping() -> None:
    found = rule(datasets={"a": "rows", "b": {"need": "absence_fails", "over": "organization", "optional": True}}).datasets

    assert (found["a"].need, found["a"].optional) == (Need.ROWS, False)
    assert (found["b"].need, found["b"].over, found["b"].optional) == (Need.ABSENCE_FAILS, "organization", True)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "manual"}, "a manual rule has a question and no query"),
        ({"query": ""}, "a rule has a query and a message"),
        ({"status": "alias"}, "`alias_of` stands in a rule of status alias"),
        ({"alias_of": "RCV-001"}, "`alias_of` stands in a rule of status alias"),
        ({"datasets": ["a"]}, "datasets"),
        ({"colour": "red"}, "Extra inputs are not permitted"),
        ({"id": "RCV-1"}, "String should match pattern"),
    ],
)
def test_wrong_rule_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Rule.model_validate(bent(RULE, changes))


def test_alias_needs_neither_query_nor_message() -> None:
    found = rule(status="alias", alias_of="RCV-001", query="", message="")

    assert found.alias_of == "RCV-001"
