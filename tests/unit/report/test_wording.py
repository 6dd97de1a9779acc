from __future__ import annotations

import pytest

from exposture.report import wording


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\x00b", "a«U+0000»b"),
        ("a\u202eb", "a«U+202E»b"),
        ("a\u00a0b", "a b"),
        ("a\u00adb", "a«U+00AD»b"),
        ("a\u2028b", "a«U+2028»b"),
        ("a\ue000b", "a«U+E000»b"),
        ("日本語 ä 😀", "日本語 ä 😀"),
    ],
)
def test_what_is_invisible_becomes_visible(text: str, shown: str) -> None:
    assert wording.visible(text) == shown
    assert wording.visible(shown) == shown


def test_kept_characters_stay() -> None:
    assert wording.visible("a\tb\x07", keep="\t") == "a\tb«U+0007»"


def test_a_short_text_is_not_cut() -> None:
    assert wording.line("x" * 300) == "x" * 300


def test_a_long_text_is_cut_and_says_how_long_it_was() -> None:
    assert wording.line("x" * 1_234, 10) == "xxxxxxxxxx… (1,234 characters)"


def test_a_text_that_grows_by_marks_is_cut_too() -> None:
    assert wording.line("\x00" * 8, 10) == "«U+0000»«U… (8 characters)"


def test_stacked_marks_are_cut_to_three() -> None:
    assert wording.line("Z" + "\u0301" * 50) == "Z" + "\u0301" * 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_in_values_are_shown(end: str) -> None:
    assert wording.line(f"a{end}b") == "a ¶ b"


def test_a_block_keeps_its_lines() -> None:
    assert wording.block("  a\r\n\tb\x1b \n") == "a\n\tb«U+001B»"


def test_prose_is_one_paragraph() -> None:
    assert wording.prose("one\n  two\n") == "one two"


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (None, "not set"),
        (True, "true"),
        (False, "false"),
        (2019, "2019"),
        (26_214_400, "26,214,400"),
        (0.5, "0.5"),
        ("", "empty text"),
        ("a", "a"),
        ([], "empty list"),
        (["a", None, True], "a, not set, true"),
        ({"a": 1}, '{"a": 1}'),
    ],
)
def test_values_are_said_in_words(item: object, text: str) -> None:
    assert wording.value(item) == text


@pytest.mark.parametrize(("amount", "text"), [(0, "0 servers"), (1, "1 server"), (2, "2 servers"), (1_200, "1,200 servers")])
def test_amounts_take_the_plural(amount: int, text: str) -> None:
    assert wording.count(amount, "server") == text


def test_irregular_plurals_are_known() -> None:
    assert wording.count(2, "entry") == "2 entries"


@pytest.mark.parametrize(("ratio", "text"), [(1.0, "100 %"), (0.9999, "99.9 %"), (0.95, "95 %"), (0.0, "0 %"), (1.7, "100 %"), (-1.0, "0 %")])
def test_percent_never_rounds_up_to_all(ratio: float, text: str) -> None:
    assert wording.percent(ratio) == text


def test_times_are_utc_and_english() -> None:
    assert wording.moment("2026-08-14T09:30:00") == "14 August 2026, 09:30 UTC"
    assert wording.moment(None) == "time not known"
    assert wording.day(None) == "date not known"


def test_some_names_each_once() -> None:
    assert wording.some(["a", "b", "a", "c", "d"], 2) == (("a", "b"), 2)


def test_joined_says_how_many_more() -> None:
    assert wording.joined(("a", "b"), 1_000) == "a, b and 1,000 more"
    assert wording.joined(("a", "b")) == "a, b"


@pytest.mark.parametrize(
    ("text", "sentence"), [("it fails", "It fails."), ("Done!", "Done!"), ("mail_flow of org: missing", "mail_flow of org: missing."), ("  ", "")]
)
def test_sentences_begin_and_end(text: str, sentence: str) -> None:
    assert wording.sentence(text) == sentence


def test_identifiers_become_words() -> None:
    assert wording.words("access-denied_here") == "access denied here"


def test_anchors_hold_nothing_but_safe_characters() -> None:
    assert wording.anchor("rule", "RCV-001") == "rule-RCV-001"
    assert wording.anchor("rule", '"><b>') == "rule-fa6d1fc7a7fe97d2"
