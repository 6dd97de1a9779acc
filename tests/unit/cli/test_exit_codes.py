from __future__ import annotations

from collections.abc import Iterator

import pytest

from exposture import errors
from exposture.cli.exit_codes import MEANING, ExitCode, exit_code_of
from exposture.errors import ExpostureError

CODES = {
    "BundleError": 3,
    "ReportError": 5,
    "UsageError": 2,
    "ConfigFileError": 2,
    "RuleError": 2,
    "PackageDataError": 70,
    "CatalogError": 70,
    "ExpostureError": 70,
}


def every_error(kind: type[ExpostureError] = ExpostureError) -> Iterator[type[ExpostureError]]:
    yield kind
    for below in kind.__subclasses__():
        if below.__module__ == errors.__name__:
            yield from every_error(below)


@pytest.mark.parametrize("kind", sorted(every_error(), key=lambda kind: kind.__name__))
def test_every_error_has_the_code_of_its_nearest_listed_ancestor(kind: type[ExpostureError]) -> None:
    nearest = next(CODES[ancestor.__name__] for ancestor in kind.__mro__ if ancestor.__name__ in CODES)

    assert exit_code_of(kind("broken")) == nearest


def test_every_code_has_a_meaning() -> None:
    assert list(MEANING) == list(ExitCode)
