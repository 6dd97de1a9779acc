from __future__ import annotations

import re

import pytest

from exposture import errors
from exposture.errors import ClixmlError, ExpostureError, Location


def tree_in_docstring() -> list[tuple[int, str]]:
    """Return depth and name of each line of the tree that opens the module."""
    lines = re.findall(r"^( *)([A-Z]\w+Error)$", errors.__doc__ or "", re.MULTILINE)
    return [(len(indent) // 4, name) for indent, name in lines]


def tree_of_classes(root: type[ExpostureError], depth: int = 0) -> list[tuple[int, str]]:
    below = [entry for child in root.__subclasses__() if child.__module__ == errors.__name__ for entry in tree_of_classes(child, depth + 1)]
    return [(depth, root.__name__), *below]


def test_tree_in_the_docstring_is_the_tree_of_classes() -> None:
    assert tree_in_docstring() == tree_of_classes(ExpostureError)


def test_every_error_of_the_module_is_in_the_tree() -> None:
    classes = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}

    assert classes == {name for _, name in tree_of_classes(ExpostureError)}


@pytest.mark.parametrize(
    ("where", "text"),
    [
        (None, "cut"),
        (Location(path="org/a.clixml"), "cut in org/a.clixml"),
        (Location(path="a", line=3), "cut in a:3"),
        (Location(path="a", line=3, column=7), "cut in a:3:7"),
    ],
)
def test_error_says_where(where: Location | None, text: str) -> None:
    error = ClixmlError("cut", where=where)

    assert str(error) == text
    assert (error.message, error.where) == ("cut", where)
