"""Examine this machine: can everything run that exposture offers?

Nothing but the standard library is imported before the packages were looked at, so that one that is missing can be named.
"""

from __future__ import annotations

import importlib
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from exposture.errors import ExpostureError

PACKAGES = {
    "lxml": "lxml.etree",
    "numpy": "numpy",
    "pyarrow": "pyarrow",
    "duckdb": "duckdb",
    "pandas": "pandas",
    "pydantic": "pydantic",
    "cryptography": "cryptography.x509",
    "jinja2": "jinja2",
    "weasyprint": "",
    "typer": "typer",
    "rich": "rich",
    "pyyaml": "yaml",
    "cabarchive": "cabarchive",
}
"""Each package and the module that is loaded for a proof; weasyprint is proven by a page."""
AGAIN = "install the requirements again (requirements/runtime.txt)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at; `cure` is empty where nothing is missing."""

    what: str
    found: str
    is_fine: bool
    cure: str = ""


def examine() -> list[Check]:
    """Return every check, in a fixed order; what needs a package that is missing is not looked at."""
    first = [_python(), *(_package(name, module) for name, module in PACKAGES.items())]
    return first if any(not check.is_fine for check in first) else [*first, *_rest()]


def _python() -> Check:
    is_fine = sys.version_info >= (3, 11)
    return Check(what="Python", found=platform.python_version(), is_fine=is_fine, cure="" if is_fine else "install Python 3.11 or newer")


def _package(name: str, module: str) -> Check:
    try:
        found = version(name)
    except PackageNotFoundError:
        return Check(what=name, found="not installed", is_fine=False, cure=AGAIN)
    try:
        importlib.import_module(module or "exposture")
    except ImportError as error:
        return Check(what=name, found=f"{found}, cannot be loaded: {error}", is_fine=False, cure=AGAIN)
    return Check(what=name, found=found, is_fine=True)


def _rest() -> Iterator[Check]:
    from exposture.workflows.proofs import facts_found, pdf_found, rules_found  # noqa: PLC0415  # needs every package

    for what, find in (("PDF output", pdf_found), ("rules", rules_found), ("tables of facts", facts_found)):
        try:
            yield Check(what=what, found=find(), is_fine=True)
        except ExpostureError as error:
            yield Check(what=what, found="cannot be used", is_fine=False, cure=str(error))
