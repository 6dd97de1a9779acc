from __future__ import annotations

from typing import Any

import pytest

from exposture.derive import effective_tls
from exposture.model.coverage import Status
from tests.unit.derive.making import Row, inputs, on_server

SCHANNEL = r"SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL"
OK = {("registry_schannel", "EX1"): Status.OK}


def key(path: str, enabled: int | None = None, by_default: int | None = None, **columns: Any) -> Row:
    seen = {"enabled_value_known": True, "disabled_by_default_value_known": True}
    return on_server(key_path=f"{SCHANNEL}{path}", enabled_value=enabled, disabled_by_default_value=by_default) | seen | columns


def derived(*rows: Row, build: int | None = 14393, statuses: dict[tuple[str, str], Status] | None = None) -> dict[tuple[str, str], Row]:
    windows = [on_server(build_number=build)] if build else []
    made = inputs("effective_tls", statuses or OK, registry_schannel=list(rows), windows_operating_system=windows)
    return {(row["protocol"], row["side"]): row for row in effective_tls.derive(made).to_pylist()}


@pytest.mark.parametrize(
    ("enabled", "by_default", "state", "is_half"),
    [
        (1, 0, "Enabled", False),
        (-1, 0, "Enabled", False),
        (1, 1, "DisabledByDefault", True),
        (1, None, "Enabled", False),
        (0, 1, "Disabled", False),
        (0, None, "Disabled", False),
        (0, 0, "Disabled", True),
        (None, None, "Enabled", False),
        (None, 1, "DisabledByDefault", True),
    ],
)
def test_both_values_make_the_state(enabled: int | None, by_default: int | None, state: str, is_half: bool) -> None:
    row = derived(key(""), key(r"\Protocols\TLS 1.2\Server", enabled, by_default))["TLS 1.2", "Server"]

    assert (row["state"], row["is_half_disabled"], row["is_explicit"], row["reason"]) == (state, is_half, enabled is not None, None)


def test_absent_keys_take_the_default_of_the_windows_build() -> None:
    found = derived(key(""), build=7601)

    assert len(found) == 12
    assert (found["TLS 1.2", "Server"]["state"], found["TLS 1.2", "Server"]["default_state"]) == ("Disabled", "Disabled")
    assert (found["TLS 1.0", "Client"]["state"], found["TLS 1.3", "Server"]["state"]) == ("Enabled", "Disabled")
    assert found["TLS 1.0", "Client"]["is_explicit"] is False


def test_switched_on_where_the_default_is_off_stays_off_by_default() -> None:
    row = derived(key(""), key(r"\Protocols\TLS 1.2\Client", 1), build=7601)["TLS 1.2", "Client"]

    assert (row["state"], row["is_half_disabled"]) == ("DisabledByDefault", True)


@pytest.mark.parametrize(("enabled", "state"), [(None, None), (1, None), (0, "Disabled")])
def test_unknown_windows_leaves_unknown_what_hangs_on_its_default(enabled: int | None, state: str | None) -> None:
    row = derived(key(""), key(r"\Protocols\TLS 1.2\Client", enabled), build=None)["TLS 1.2", "Client"]

    assert row["state"] == state
    assert (row["reason"] is None) == (state is not None)
    assert row["default_state"] == "unknown"


def test_windows_build_of_the_registry_fills_the_gap() -> None:
    made = inputs("effective_tls", OK, registry_schannel=[key("")], registry_windows_version=[on_server(current_build_number=17763)])

    assert {row["windows_build"] for row in effective_tls.derive(made).to_pylist()} == {17763}


def test_summary_of_another_tool_leaves_other_protocols_unknown() -> None:
    found = derived(key(r"\Protocols\TLS 1.0\Server", 1, 0), key(r"\Protocols\TLS 1.0\Client"))

    assert found["TLS 1.0", "Server"]["state"] == "Enabled"
    assert (found["SSL 3.0", "Server"]["state"], found["SSL 3.0", "Server"]["is_explicit"]) == (None, None)
    assert found["SSL 3.0", "Server"]["reason"] == "the export does not show this protocol and side"


def test_cut_export_proves_no_absence() -> None:
    found = derived(key(""), key(r"\Protocols\tls 1.2\client", 1, 0), statuses={("registry_schannel", "EX1"): Status.DAMAGED})

    assert (found["TLS 1.2", "Client"]["state"], found["TLS 1.2", "Server"]["state"]) == ("Enabled", None)


def test_value_that_was_not_exported_is_not_absent() -> None:
    row = derived(key(""), key(r"\Protocols\TLS 1.2\Client", enabled_value_known=False))["TLS 1.2", "Client"]

    assert (row["state"], row["is_explicit"]) == (None, None)


def test_server_that_was_read_without_rows_has_unknown_rows_and_others_none() -> None:
    statuses = {("registry_schannel", "EX1"): Status.EMPTY, ("registry_schannel", "EX2"): Status.UNREACHABLE}

    rows = effective_tls.derive(inputs("effective_tls", statuses)).to_pylist()

    assert {(row["server"], row["state"]) for row in rows} == {("EX1", None)}
