"""Names: the column name of an Exchange property, and the NetBIOS name of a server."""

from __future__ import annotations

import ipaddress
import re

_MIXED = {"OAuth": "Oauth", "SMime": "Smime", "PnP": "Pnp", "IPv": "Ipv", "NetBIOS": "Netbios"}
_LDAP_HEAD = re.compile(r"^([a-z])(?=[A-Z])")
_PLURAL_RUN = re.compile(r"([A-Z]{2,})s(?=$|[^a-z])")
_RUN_THEN_WORD = re.compile(r"([A-Z]+)([A-Z][a-z])")
_WORD_THEN_RUN = re.compile(r"([a-z0-9])([A-Z])")
_OTHER = re.compile(r"[^0-9A-Za-z]+")
_FIRST_RDN = re.compile(r"^CN=((?:\\.|[^,\\])+)", re.IGNORECASE)


def snake_case(name: str) -> str:
    """Return the column name of a property: words in lower case joined by `_`, runs of capitals kept together.

    `RemoteIPRanges` is `remote_ip_ranges`, `SMB1` stays one word, the LDAP habit of a small first letter
    (`sAMAccountName`) does not split the run.
    """
    for mixed, plain in _MIXED.items():
        name = name.replace(mixed, plain)
    name = _LDAP_HEAD.sub(lambda found: found.group(1).upper(), name)
    name = _PLURAL_RUN.sub(lambda found: found.group(1).capitalize() + "s", name)
    name = _RUN_THEN_WORD.sub(r"\1_\2", name)
    name = _WORD_THEN_RUN.sub(r"\1_\2", name)
    return _OTHER.sub("_", name).strip("_").lower()


def server_name(text: str) -> str | None:
    """Return the NetBIOS name, in upper case, that a text gives: a name, FQDN, distinguished or canonical name, `\\\\SERVER`, `SERVER\\object`.

    None for a text that names nobody: empty, `.`, `localhost`, an IP address.
    """
    text = text.strip()
    rdn = _FIRST_RDN.match(text)
    if rdn is not None:
        text = rdn.group(1)
    text = text.lstrip("\\").split("\\")[0].rstrip("/").rsplit("/", 1)[-1]
    if text.casefold() in {"", ".", "localhost"} or _is_address(text):
        return None
    return text.split(".")[0].upper() or None


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
