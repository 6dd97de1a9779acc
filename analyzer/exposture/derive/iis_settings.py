"""Effective settings of each IIS site and path: what is set there, else what the nearest place above says.

Only what `iis_config` holds is known: a value that nothing on the way down says is null, not the schema's default,
and a web.config inside a folder is not read. Providers of the nearest place replace those above (setup clears before
it adds); custom headers add up, the nearer of one name wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyarrow as pa

from exposture.derive.iis_tree import SITES, Site, Tree, above, site_of, trees, truth
from exposture.derive.inputs import Inputs, Row, carried

ACCESS = "system.webServer/security/access"
AUTHENTICATION = "system.webServer/security/authentication"
ADDRESSES = "system.webServer/security/ipSecurity"
PROTOCOL = "system.webServer/httpProtocol"
SITE_DEFAULTS = "siteDefaults/logFile"
APPLICATION = r"application\[\d+\]"
ROOT_FOLDER = r"application\[\d+\]/virtualDirectory\[\d+\]"
ONLY_BINDINGS = "only the bindings of the sites were exported (Get-WebBinding)"


def derive(inputs: Inputs) -> pa.Table:
    """Return `iis_settings`, one row per site and path."""
    folders = {row["target"]: row["msi_install_path"] for row in inputs.rows("registry_exchange")}
    rows: list[Row] = []
    for (target, _), tree in trees(inputs.rows("iis_config")).items():
        found = _rows(tree) if tree.has_configuration else _loose(tree)
        rows += [{**carried(tree.first), **row, "is_below_exchange": _is_below(row["physical_path"], folders.get(target))} for row in found]
    return inputs.table(rows)


def incomplete(inputs: Inputs) -> Mapping[str, str]:
    """Return the targets whose table is less complete than its input says, with why."""
    found = trees(inputs.rows("iis_config"))
    return {target: ONLY_BINDINGS for (target, _), tree in found.items() if not tree.has_configuration}


def _is_below(path: str | None, folder: str | None) -> bool | None:
    if not path or not folder or "%" in path:
        return None
    return f"{path.rstrip(chr(92))}\\".casefold().startswith(f"{folder.rstrip(chr(92))}\\".casefold())


def _loose(tree: Tree) -> Iterator[Row]:
    sites: dict[str, list[str]] = {}
    for row in tree.loose_bindings:
        named = site_of(row["item_x_path"])
        if named is not None:
            sites.setdefault(named[0], []).append(f"{row['protocol']} {row['binding_information']}")
    for name, bindings in sites.items():
        yield {"site": name, "path": "/", "bindings_text": sorted(bindings), "physical_path": None}


def _rows(tree: Tree) -> Iterator[Row]:
    for _, site in sorted(tree.sites.items()):
        for path, is_application in sorted(_paths(tree, site).values()):
            location = f"{site.name}{path}".rstrip("/")
            yield {
                "site": site.name,
                "path": path,
                "is_application": is_application,
                **_security(tree, location),
                "custom_headers": _headers(tree, location),
                "physical_path": _folder(site, path),
                **_of_site(tree, site),
            }


def _paths(tree: Tree, site: Site) -> dict[str, tuple[str, bool]]:
    """Return the paths of a site by their lower case: its own, its applications, and places that only a location names."""
    found = {"/": ("/", True)}
    for _, values in site.below(APPLICATION):
        path = values.get("path", "/")
        found[path.casefold()] = (path, True)
    prefix = site.name.casefold() + "/"
    for folded, spelled in tree.spelled.items():
        if folded.startswith(prefix):
            path = spelled[len(prefix) - 1 :]
            found.setdefault(path.casefold(), (path, False))
    return found


def _security(tree: Tree, location: str) -> Row:
    flags = tree.value(location, ACCESS, "", "sslFlags")
    ways = ("anonymous", "basic", "digest", "windows")
    windows = f"{AUTHENTICATION}/windowsAuthentication"
    return {
        "ssl_flags": None if flags is None else [flag.strip() for flag in flags.split(",")],
        **{f"{way}_authentication": truth(tree.value(location, f"{AUTHENTICATION}/{way}Authentication", "", "enabled")) for way in ways},
        "providers": tree.nearest(location, windows, r"providers/add\[(\d+)\]", "value"),
        "token_checking": tree.value(location, windows, "extendedProtection", "tokenChecking"),
        "allow_unlisted": truth(tree.value(location, ADDRESSES, "", "allowUnlisted")),
    }


def _headers(tree: Tree, location: str) -> list[str]:
    headers: dict[str, str] = {}
    for place in reversed(above(location)):
        for _, name in tree.repeated(place, PROTOCOL, r"customHeaders/remove\[(\d+)\]", "name"):
            headers.pop(name.casefold(), None)
        values = dict(tree.repeated(place, PROTOCOL, r"customHeaders/add\[(\d+)\]", "value"))
        for number, name in tree.repeated(place, PROTOCOL, r"customHeaders/add\[(\d+)\]", "name"):
            headers[name.casefold()] = f"{name}: {values.get(number, '')}"
    return [headers[name] for name in sorted(headers)]


def _folder(site: Site, path: str) -> str | None:
    for element, values in site.below(APPLICATION):
        if values.get("path", "/").casefold() == path.casefold():
            inside = site.below(ROOT_FOLDER)
            return next((own.get("physicalPath") for name, own in inside if name.startswith(f"{element}/") and own.get("path", "/") == "/"), None)
    return None


def _of_site(tree: Tree, site: Site) -> Row:
    hsts, log = site.elements.get("hsts", {}), site.elements.get("logFile", {})
    age = hsts.get("max-age", "")
    bindings = [f"{values.get('protocol', '')} {values.get('bindingInformation', '')}" for _, values in site.below(r"bindings/binding\[\d+\]")]
    return {
        "hsts_enabled": truth(hsts.get("enabled")),
        "hsts_max_age": int(age) if age.isascii() and age.isdigit() else None,
        "redirect_http_to_https": truth(hsts.get("redirectHttpToHttps")),
        "bindings_text": sorted(bindings),
        "log_enabled": truth(log.get("enabled") or tree.value("", SITES, SITE_DEFAULTS, "enabled")),
        "log_directory": log.get("directory") or tree.value("", SITES, SITE_DEFAULTS, "directory"),
    }
