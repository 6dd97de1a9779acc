from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\n? [b]\n: 2\n", "a key is one word or text, and nothing is merged here in things.yaml:2:3"),
        ("a: {x: 1}\nb:\n  <<: {y: 1}\n", "a key is one word or text, and nothing is merged here in things.yaml:3:3"),
        ("a: 1\n'a': 2\n", "the key 'a' stands twice; keep one in things.yaml:2:1"),
        ("a: {b: 1, c: {d: 1, d: 2}}\n", "the key 'd' stands twice; keep one in things.yaml:1:21"),
        ("a: [1, 012]\n", "012 is no plain decimal number; write it out, or put it in quotes where it is text in things.yaml:1:8"),
        ("a: 1\n012: 2\n", "012 is no plain decimal number; write it out, or put it in quotes where it is text in things.yaml:2:1"),
        ("a: 2026-13-01\n", "not well-formed YAML: month must be in 1..12 in things.yaml"),
        ("a: =\n", "not well-formed YAML: could not determine a constructor for the tag 'tag:yaml.org,2002:value' in things.yaml:1:4"),
        ("a: 1\n---\nb: 2\n", "not well-formed YAML: but found another document in things.yaml:2:1"),
        ("a: [1, !!str 2]\n", "tags are not allowed here; write the value without one in things.yaml:1:8"),
        ("? &x a\n: 1\n", "anchors and aliases are not allowed here; write the value out in things.yaml:1:3"),
    ],
)
def test_first_fault_of_a_text_is_told_with_its_place(text: str, message: str) -> None:
    with pytest.raises(CatalogError) as caught:
        read_yaml(text, PATH, CatalogError)

    assert str(caught.value) == message


PARTS = ["a", "b: ", "- ", "\n", "  ", "1", "012", "1.5", "12:30", "yes", "null", "~", "2026-01-01", "{", "}", "[", "]", ", ", "'", '"', "? "]
PARTS += ["&x ", "*x", "!!str ", "<<: ", "---\n", "#c\n", "|\n", "=", "a: 1\n", "\t", "\x07", "\ud800", ".inf", "1e3", "0x1F", "\u2028"]


@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
@settings(max_examples=300)
def test_what_is_accepted_is_what_yaml_says_and_the_rest_is_an_error(text: str) -> None:
    try:
        value, _ = read_yaml(text, PATH, CatalogError)
    except CatalogError:
        return

    assert repr(value) == repr(yaml.load(text, Loader=yaml.CSafeLoader))


@pytest.mark.parametrize("folder", ["analyzer/exposture/catalog/datasets", "rules"])
def test_every_file_of_the_package_is_what_yaml_says(folder: str) -> None:
    for path in sorted((Path(__file__).parents[3] / folder).rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")

        assert read_yaml(text, path, CatalogError)[0] == yaml.load(text, Loader=yaml.CSafeLoader), path.name


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
