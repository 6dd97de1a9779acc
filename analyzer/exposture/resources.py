"""Find the data that travels with the package: rules, catalog, sample, fonts.

The only module that knows where package data lies. It must not know what is inside.
"""

from __future__ import annotations

from pathlib import Path

from exposture.errors import PackageDataError

PACKAGE = Path(__file__).parent


def data_root() -> Path:
    """Return the folder that holds `rules/`, `samples/` and `collector/`.

    In a wheel that is `exposture/_data`; in a checkout (an editable install has no `_data`)
    the root of the repository.

    Raises:
        PackageDataError: neither holds a `rules` folder.
    """
    for candidate in (PACKAGE / "_data", PACKAGE.parent.parent):
        if (candidate / "rules").is_dir():
            return candidate
    raise PackageDataError("the installation is incomplete: no rules folder beside the package; install it again")


def rules_root() -> Path:
    """Return the folder of rules, views and fact tables."""
    return data_root() / "rules"


def datasets_root() -> Path:
    """Return the folder of dataset declarations."""
    return PACKAGE / "catalog" / "datasets"


def report_root() -> Path:
    """Return the folder of the report's templates and fonts."""
    return PACKAGE / "report"


def collector_root() -> Path:
    """Return the folder of the script for the server, its proof and its guide."""
    return data_root() / "collector"
