from __future__ import annotations

import pytest

from exposture.derive import versions
from tests.unit.derive.making import facts, version


@pytest.mark.parametrize(
    ("build", "product"),
    [
        ("14.3.123.4", "2010"),
        ("15.0.1497.48", "2013"),
        ("15.1.2507.6", "2016"),
        ("15.2.1748.10", "2019"),
        ("15.2.2562.17", "SE"),
        ("15.2.9999.1", "SE"),
        ("15.2.100.1", "2019"),
        ("8.3.83.6", None),
    ],
)
def test_generation_follows_the_release_table(build: str, product: str | None) -> None:
    known = versions.releases(facts().tables["builds"].to_pylist())

    assert versions.product_of(versions.parts(version(build)), known) == product


def test_no_build_has_no_generation_no_text_and_no_order() -> None:
    assert versions.parts(None) is None
    assert versions.parts({"major": None}) is None
    assert (versions.product_of(None, []), versions.dotted(None), versions.order(None)) == (None, None, None)


def test_missing_numbers_are_zero_and_order_follows_the_numbers() -> None:
    short = versions.parts({"major": 15, "minor": 1, "build": None, "revision": None})

    assert versions.dotted(short) == "15.1.0.0"
    assert sorted([versions.order((15, 1, 2507, 61)), versions.order((15, 2, 1, 0)), versions.order((15, 1, 2507, 7))]) == [
        150010250700007,
        150010250700061,
        150020000100000,
    ]
