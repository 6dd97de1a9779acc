"""Bindings of each IIS site and the certificate behind them.

applicationHost.config holds no hashes: where the binding itself names none, HTTP.sys says which certificate it
presents on that address, host name or port.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from exposture.derive.certificates import thumbprint
from exposture.derive.iis_tree import Tree, site_of, trees
from exposture.derive.inputs import Inputs, Row, carried

ANY_ADDRESS = ("0.0.0.0", "[::]")  # noqa: S104  the address that HTTP.sys writes for all, nothing listens here
SNI = 1


def derive(inputs: Inputs) -> pa.Table:
    """Return `iis_site_bindings`."""
    registry: dict[str, dict[str, Row]] = {}
    for row in inputs.rows("registry_http_ssl_bindings"):
        if row["binding"] and row["ssl_cert_hash"]:
            registry.setdefault(row["target"], {})[row["binding"].casefold()] = row
    rows: list[Row] = []
    for (target, _), tree in trees(inputs.rows("iis_config")).items():
        found = {(row["site"], row["protocol"], row["binding_information"]): row for row in [*_configured(tree), *_exported(tree)]}
        rows += [_with_certificate(row, registry.get(target, {})) for row in found.values()]
    return inputs.table(rows)


def _configured(tree: Tree) -> Iterator[Row]:
    for _, site in sorted(tree.sites.items()):
        for _, values in site.below(r"bindings/binding\[\d+\]"):
            flags = values.get("sslFlags", "")
            yield {
                **carried(site.first),
                "site": site.name,
                "site_id": site.id,
                "protocol": values.get("protocol"),
                **_address(values.get("bindingInformation", "")),
                "ssl_flags_value": int(flags) if flags.isascii() and flags.isdigit() else None,
                "certificate_hash": values.get("certificateHash"),
                "certificate_store_name": values.get("certificateStoreName"),
            }


def _exported(tree: Tree) -> Iterator[Row]:
    for row in tree.loose_bindings:
        named = site_of(row["item_x_path"])
        yield {
            **carried(row),
            "site": named[0] if named else None,
            "site_id": named[1] if named else None,
            "protocol": row["protocol"],
            **_address(row["binding_information"]),
            **{name: row[name] for name in ("ssl_flags_value", "certificate_hash", "certificate_store_name")},
        }


def _address(information: str) -> Row:
    """Return address, port and host of `*:443:mail.example.com`; an IPv6 address stands in brackets."""
    parts = information.rsplit(":", 2)
    address, port, host = parts if len(parts) == 3 else (None, "", None)
    is_number = port.isascii() and port.isdigit()
    return {"binding_information": information, "ip_text": address, "port": int(port) if is_number else None, "host_name": host or None}


def _with_certificate(row: Row, registry: dict[str, Row]) -> Row:
    if row["certificate_hash"]:
        return row | {"certificate_hash": thumbprint(row["certificate_hash"]), "hash_source": "iis_config"}
    found = next((registry[name] for name in _presented(row) if name in registry), None) if row["protocol"] == "https" else None
    if found is None:
        return row | {"certificate_hash": None, "certificate_store_name": row["certificate_store_name"] or None, "hash_source": None}
    store = row["certificate_store_name"] or found["ssl_cert_store_name"]
    return row | {
        "certificate_hash": thumbprint(found["ssl_cert_hash"]),
        "certificate_store_name": store,
        "hash_source": "registry_http_ssl_bindings",
    }


def _presented(row: Row) -> list[str]:
    """Return the names under which HTTP.sys may keep a binding, the most exact first."""
    port, address = row["port"], row["ip_text"]
    own = [f"{row['host_name']}:{port}".casefold()] if row["host_name"] and (row["ssl_flags_value"] or 0) & SNI else []
    exact = [f"{address}:{port}"] if address and address != "*" else []
    return [*own, *exact, *(f"{any_address}:{port}" for any_address in ANY_ADDRESS)]
