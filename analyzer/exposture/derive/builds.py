"""The exact build of each server against the dated release table.

Only facts: whether an update is missing is the question of a rule.
"""

from __future__ import annotations

from datetime import date, datetime, time

import pyarrow as pa

from exposture.derive.inputs import Inputs, Row, carried
from exposture.derive.versions import Build, Release, dotted, order, parts, product_of, releases

FROM_RELEASE = {"name": "name", "kind": "kind", "cu": "cu", "su": "su_name", "date_precision": "date_precision"}


def derive(inputs: Inputs) -> pa.Table:
    """Return `builds`, one row per server whose ExSetup.exe was asked for."""
    known = releases(inputs.fact_rows("builds"))
    lifecycle = {str(row["product"]): row for row in inputs.fact_rows("lifecycle")}
    shown = {row["server"]: parts(row["admin_display_version"]) for row in inputs.rows("exchange_servers")}
    found: dict[tuple[str, str], Row] = {}
    for row in inputs.rows("windows_exsetup"):
        built = parts(row["file_version"])
        fresh = {**carried(row), "file_version": row["file_version"], "admin_display_build": dotted(shown.get(row["server"]))}
        found.setdefault((row["target"], row["server"]), fresh | _release(built, known) | _end(product_of(built, known), lifecycle))
    return inputs.table(found.values())


def _release(build: Build | None, known: list[Release]) -> Row:
    product = product_of(build, known)
    own = [release for release in known if release.product == product]
    exact = next((release for release in own if release.build == build), None)
    below = [release.build for release in own if build is not None and release.build <= build]
    row: Row = {
        "build": dotted(build),
        "build_number": build[2] if build else None,
        "build_order": order(build),
        "version": product,
        "is_listed": None if build is None else exact is not None,
        "nearest_build": dotted(below[-1]) if below else None,
        "is_above_newest": build > own[-1].build if build and own else None,
        "release_date": _midnight(exact.facts["release_date"]) if exact else None,
    }
    return row | {column: exact.facts[fact] if exact else None for column, fact in FROM_RELEASE.items()}


def _end(product: str | None, lifecycle: dict[str, Row]) -> Row:
    row = lifecycle.get(product or "", {})
    return {"extended_end": _midnight(row.get("extended_end")), "esu_end": _midnight(row.get("esu_end"))}


def _midnight(value: date | None) -> datetime | None:
    return None if value is None else datetime.combine(value, time.min)
