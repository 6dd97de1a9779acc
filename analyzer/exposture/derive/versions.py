"""Exchange builds: text, order, and the generation that a build belongs to (`rules/data/builds.csv`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Build = tuple[int, int, int, int]


def parts(version: dict[str, Any] | None) -> Build | None:
    """Return the four numbers of a version column; missing ones are 0, no number at all is None."""
    if version is None or version.get("major") is None:
        return None
    numbers = [version.get(name) or 0 for name in ("major", "minor", "build", "revision")]
    return (numbers[0], numbers[1], numbers[2], numbers[3])


def dotted(build: Build | None) -> str | None:
    """Return `15.1.2507.61`."""
    return None if build is None else ".".join(str(number) for number in build)


def order(build: Build | None) -> int | None:
    """Return one number that sorts like the build; the parts of real builds have at most five digits."""
    return None if build is None else ((build[0] * 1_000 + build[1]) * 100_000 + build[2]) * 100_000 + build[3]


@dataclass(frozen=True, slots=True)
class Release:
    """One row of the release table."""

    build: Build
    product: str
    facts: dict[str, Any]


def releases(rows: Iterable[dict[str, Any]]) -> list[Release]:
    """Return the readable rows of `data_builds`, oldest build first."""
    found = [Release(build, str(row["product"]), row) for row in rows if (build := parts(row["build"]))]
    return sorted(found, key=lambda release: release.build)


def product_of(build: Build | None, known: list[Release]) -> str | None:
    """Return the generation of a build: of those with its major and minor number the last that began at or below it.

    2019 and SE share 15.2; a build before the first release of its number belongs to the oldest.
    """
    begins: dict[str, Build] = {}
    for release in known:
        if build is not None and release.build[:2] == build[:2]:
            begins.setdefault(release.product, release.build)
    fitting = [product for product, begin in begins.items() if build is not None and begin <= build]
    return fitting[-1] if fitting else next(iter(begins), None)
