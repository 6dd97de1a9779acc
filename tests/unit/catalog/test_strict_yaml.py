from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel

from exposture.catalog.strict_yaml import read_model, read_placed_model, read_yaml
from exposture.errors import CatalogError

PATH = Path("things.yaml")


class Thing(BaseModel):
    name: str
    sizes: list[int] = []


def test_parts_know_their_place() -> None:
    value, marks = read_yaml("name: a\nsizes:\n  - 1\n  - 2\n", PATH, CatalogError)

    assert value == {"name": "a", "sizes": [1, 2]}
    assert str(marks[("sizes", 1)]) == "things.yaml:4:5"
    assert str(marks[("sizes",)]) == "things.yaml:2:1"


def test_empty_text_is_none() -> None:
    assert read_yaml("", PATH, CatalogError) == (None, {})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: &x 1\nb: *x\n", "anchors and aliases"),
        ("a: *x\n", "anchors and aliases"),
        ("a: 1\na: 2\n", "the key 'a' stands twice"),
        ("a: [\n", "not well-formed YAML"),
        ("a: !!python/object:x {}\n", "tags are not allowed"),
        ("[" * 200_000 + "]" * 200_000, "nested deeper than 50"),
    ],
)
def test_surprise_is_refused(text: str, message: str) -> None:
    with pytest.raises(CatalogError, match=message):
        read_yaml(text, PATH, CatalogError)


def test_model_fault_names_part_and_line() -> None:
    with pytest.raises(CatalogError, match=r"sizes\.1: .* in things\.yaml:2:12"):
        read_model("name: a\nsizes: [1, x]\n", PATH, Thing, CatalogError)


def test_fault_of_the_whole_text_stands_at_its_beginning() -> None:
    with pytest.raises(CatalogError, match=r"in things\.yaml:1:1"):
        read_model("[]", PATH, Thing, CatalogError)
    with pytest.raises(CatalogError, match=r"in things\.yaml$"):
        read_model("", PATH, Thing, CatalogError)


def test_every_fault_of_a_file_is_gathered() -> None:
    with pytest.raises(ExceptionGroup) as caught:
        read_placed_model("sizes: [x, y]\n", PATH, Thing, CatalogError)

    assert len(caught.value.exceptions) == 3


def test_good_text_is_read() -> None:
    model, marks = read_placed_model("name: a\n", PATH, Thing, CatalogError)

    assert model == read_model("name: a\n", PATH, Thing, CatalogError)
    assert ("name",) in marks
