"""Which TLS versions each server offers and uses: registry values, else the default of its Windows build.

Per side: Enabled absent takes the default, any other value but 0 is on; DisabledByDefault absent takes 1 where the
default is off. Only raw values decide, never the computed flags of another tool. A key that a complete export of the
registry lacks is absent (the collector always writes the key SCHANNEL itself); one that another tool's summary lacks is unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

import pyarrow as pa

from exposture.derive.inputs import Inputs, Row

PROTOCOLS = ("SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3")
SIDES = ("Client", "Server")
KEY = re.compile(r"(?:^|\\)Protocols\\([^\\]+)\\(Client|Server)\\?$", re.IGNORECASE)
ROOT = re.compile(r"(?:^|\\)SCHANNEL\\?$", re.IGNORECASE)
OFF = frozenset({"Disabled", "NotSupported", "NotPresent"})
ON = "Enabled"
Place = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """The raw values of one protocol and side; `is_seen` false: nobody looked, so that absent means unknown."""

    enabled: int | None = None
    disabled_by_default: int | None = None
    is_seen: bool = False
    source_file: str | None = None
    object_index: int | None = None


def derive(inputs: Inputs) -> pa.Table:
    """Return `effective_tls`, twelve rows for each server whose Schannel settings were read."""
    windows = _windows_builds(inputs)
    defaults = {
        (str(row["build"]), str(row["protocol"]), str(row["side"])): str(row["state_when_absent"]) for row in inputs.fact_rows("tls_defaults")
    }
    by_target: dict[str, list[Row]] = {target: [] for target in inputs.targets("registry_schannel") if inputs.is_read("registry_schannel", target)}
    for row in inputs.rows("registry_schannel"):
        by_target.setdefault(row["target"], []).append(row)
    rows: list[Row] = []
    for target, found in by_target.items():
        server = next((row["server"] for row in found if row["server"]), target)
        seen = _values(found, is_complete=inputs.known("registry_schannel", target))
        for (protocol, side), values in seen.items():
            default = defaults.get((str(windows.get(target)), protocol, side), "unknown")
            rows.append({"server": server, "target": target, "windows_build": windows.get(target), **_row(protocol, side, values, default)})
    return inputs.table(rows)


def _windows_builds(inputs: Inputs) -> dict[str, int]:
    sources = (("registry_windows_version", "current_build_number"), ("windows_operating_system", "build_number"))
    return {row["target"]: row[column] for name, column in sources for row in inputs.rows(name) if row[column] is not None}


def _values(rows: list[Row], *, is_complete: bool) -> dict[Place, Values]:
    absent = Values(is_seen=is_complete and any(ROOT.search(row["key_path"] or "") for row in rows))
    found: dict[Place, Values] = {}
    for row in rows:
        match = KEY.search(row["key_path"] or "")
        if match is not None:
            found.setdefault((match.group(1).upper(), match.group(2).capitalize()), _read(row))
    return {place: found.get(place, absent) for place in product(PROTOCOLS, SIDES)}


def _read(row: Row) -> Values:
    return Values(
        enabled=row["enabled_value"],
        disabled_by_default=row["disabled_by_default_value"],
        is_seen=row["enabled_value_known"] is not False and row["disabled_by_default_value_known"] is not False,
        source_file=row["source_file"],
        object_index=row["object_index"],
    )


def _row(protocol: str, side: str, values: Values, default: str) -> Row:
    state, is_half, reason = _state(values, default)
    return {
        "source_file": values.source_file,
        "object_index": values.object_index,
        "protocol": protocol,
        "side": side,
        "state": state,
        "is_half_disabled": is_half,
        "enabled_value": values.enabled,
        "disabled_by_default_value": values.disabled_by_default,
        "is_explicit": values.enabled is not None if values.is_seen else None,
        "default_state": default,
        "reason": reason,
    }


def _state(values: Values, default: str) -> tuple[str | None, bool | None, str | None]:
    """Return state, whether the two values contradict each other, and why the state is unknown."""
    if not values.is_seen:
        return None, None, "the export does not show this protocol and side"
    is_known = default == ON or default in OFF
    if values.enabled is None and not is_known:
        return None, None, "no value is written, and the default of this Windows build is not known"
    is_on = values.enabled != 0 if values.enabled is not None else default == ON
    if values.disabled_by_default is not None:
        is_by_default = values.disabled_by_default != 0
    elif not is_on:
        return "Disabled", False, None
    elif is_known:
        is_by_default = default in OFF
    else:
        return None, None, "DisabledByDefault is not written, and the default of this Windows build is not known"
    if is_on:
        return ("DisabledByDefault" if is_by_default else "Enabled"), is_by_default, None
    return "Disabled", not is_by_default, None
