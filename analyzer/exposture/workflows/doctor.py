"""Examine this machine: can everything run that exposture offers?"""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from exposture.catalog.facts import load_facts
from exposture.errors import ExpostureError
from exposture.report.pdf import check_pdf
from exposture.rulebook.load import load_rulebook

PACKAGES = ("lxml", "pyarrow", "duckdb", "pandas", "pydantic", "cryptography", "jinja2", "weasyprint", "typer", "rich", "pyyaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at; `cure` is empty where nothing is missing."""

    what: str
    found: str
    is_fine: bool
    cure: str = ""


def examine() -> list[Check]:
    """Return every check, in a fixed order."""
    return [_python(), *_packages(), _pdf(), _rules(), *_fact_tables()]


def _python() -> Check:
    is_fine = sys.version_info >= (3, 11)
    return Check(what="Python", found=platform.python_version(), is_fine=is_fine, cure="" if is_fine else "Python 3.11 or newer is needed")


def _packages() -> Iterator[Check]:
    for name in PACKAGES:
        try:
            yield Check(what=name, found=version(name), is_fine=True)
        except PackageNotFoundError:
            yield Check(what=name, found="not installed", is_fine=False, cure="install requirements/runtime.txt again")


def _pdf() -> Check:
    try:
        return Check(what="PDF output", found=check_pdf(), is_fine=True)
    except ExpostureError as error:
        return Check(what="PDF output", found="not possible", is_fine=False, cure=str(error))


def _rules() -> Check:
    try:
        rulebook = load_rulebook()
    except ExpostureError as error:
        return Check(what="rules", found="not readable", is_fine=False, cure=str(error))
    return Check(what="rules", found=f"{len(rulebook.rules)} rules, pack {rulebook.sha256[:12]}", is_fine=True)


def _fact_tables() -> Iterator[Check]:
    for name, day in sorted(load_facts().dates.items()):
        yield Check(what=f"facts: {name}", found=f"as of {day.isoformat()}", is_fine=True)
