"""The script's block of words and vectors is the one that the twin makes, and each vector is the twin's answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from exposture.bundle.redaction_vectors import BEGIN, CELLS, END, NEUTRAL, VALUES, collector_vectors

COLLECTOR = Path(__file__).parents[3] / "collector"


def scripts() -> list[Path]:
    return [path for path in COLLECTOR.glob("*.ps1") if BEGIN in path.read_text(encoding="ascii")]


def test_a_script_holds_the_block() -> None:
    assert scripts() != []


@pytest.mark.parametrize("path", scripts(), ids=lambda path: path.name)
def test_block_in_the_script_is_up_to_date(path: Path) -> None:
    text = path.read_text(encoding="ascii").replace("\r\n", "\n")
    held = text.partition(f"{BEGIN}\n")[2].partition(f"{END}\n")[0]

    assert held == collector_vectors(), "run `exposture datasets collector-vectors` and put it between the markers"


def test_each_value_is_a_vector_of_both_modes() -> None:
    lines = collector_vectors().splitlines()
    count = sum(map(len, VALUES.values()))

    assert [sum(f"Mode = '{mode}'" in line for line in lines) for mode in ("Neutral", "Cell", "Names", "Strict")] == [
        len(NEUTRAL),
        len(CELLS),
        count,
        count,
    ]
    assert count > 60


def test_block_is_plain_ascii_and_no_line_is_long() -> None:
    text = collector_vectors()

    assert text.isascii()
    assert max(map(len, text.splitlines())) < 500
    assert "In = 'M{u+00dc}LLER GmbH'; Out = 'u_" in text
