from __future__ import annotations

import pytest

from exposture.bundle.entry_names import by_safe_name, safe_name
from exposture.errors import Location, UnsafeArchiveError

WHERE = Location(path="a.zip")


@pytest.mark.parametrize(
    "name", ["CON", "org/nul", "aux.xml", "Com1.clixml", "lpt\u00b9", "a/PRN /b", "conin$", "a/.. /b", "a/../b", "a/.../b", "a/ /b", ". ./a"]
)
def test_name_that_windows_takes_for_something_else_is_refused(name: str) -> None:
    with pytest.raises(UnsafeArchiveError, match="leaves the archive"):
        safe_name(name, WHERE)


@pytest.mark.parametrize("name", ["console.xml", "com.xml", "com10", "null.csv", "a..b/.c", "servers/COM-EX1/x"])
def test_name_that_only_looks_like_a_device_is_one(name: str) -> None:
    assert safe_name(name, WHERE) == name


@pytest.mark.parametrize(
    ("first", "second"),
    [("a.xml", "A.XML"), ("a.xml", "a.xml."), ("a/b", "a. /b"), ("\u00e9.xml", "e\u0301.xml"), ("stra\u00dfe", "STRASSE"), ("a\\b", "a//./b")],
)
def test_names_that_are_one_somewhere_are_refused(first: str, second: str) -> None:
    with pytest.raises(UnsafeArchiveError, match="two entries of one name"):
        by_safe_name([(first, 1), (second, 2)], WHERE)


def test_names_that_differ_everywhere_stay_apart() -> None:
    assert by_safe_name([("./a.xml", 1), ("b\\a.xml", 2)], WHERE) == {"a.xml": 1, "b/a.xml": 2}
