from __future__ import annotations

import pytest

from exposture.engine.words import check_placeholders, filled, shown
from exposture.errors import RuleQueryError


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "unknown"),
        (True, "yes"),
        (False, "no"),
        (7, "7"),
        (2.0, "2"),
        (1.256, "1.26"),
        (100.0, "100"),
        ("plain", "plain"),
        (["a", "b"], "a, b"),
        ([], "none"),
        ("2026-08-01T00:00:00", "2026-08-01"),
        ("2026-08-01T10:20:30.5", "2026-08-01 10:20"),
    ],
)
def test_values_are_shown_as_a_sentence_needs_them(value: object, text: str) -> None:
    assert shown(value) == text  # type: ignore[arg-type]  # parametrized


def test_a_value_that_looks_like_a_placeholder_stays_what_it_is() -> None:
    assert filled("{subject} is {state}.", {"subject": "{state}", "state": "{0.__class__}"}) == "{state} is {0.__class__}."


def test_braces_that_are_no_placeholder_stay() -> None:
    assert filled("@{Add={subject}} {X}", {"subject": "a"}) == "@{Add=a} {X}"


def test_a_message_that_asks_for_what_no_row_has_is_refused() -> None:
    check_placeholders("{subject} {state} {limit}", ["state"], ["limit"])

    with pytest.raises(RuleQueryError, match=r"the message names \{mood\}, \{state\}, which neither"):
        check_placeholders("{subject} {state} {mood}", [], [])
