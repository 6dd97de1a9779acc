"""The IIS configuration of one server as a tree: sites, applications, and values by location with inheritance.

`iis_config` has one row per attribute; the table modules `iis_settings` and `iis_site_bindings` read it through this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from exposture.derive.inputs import Row

ROOT_PREFIX = re.compile(r"^MACHINE/WEBROOT/APPHOST/?", re.IGNORECASE)
SITES = "system.applicationHost/sites"
SITE_PART = re.compile(r"^site\[(\d+)\](?:/(.*))?$")
X_PATH = re.compile(r"site\[@name='(.*)' and @id='(\d+)'\]")
Attributes = dict[str, str]


@dataclass(slots=True, kw_only=True)
class Site:
    """One site: its attributes, and those of the elements below it by their path (`bindings/binding[1]`)."""

    attributes: Attributes = field(default_factory=dict)
    elements: dict[str, Attributes] = field(default_factory=dict)
    first: Row = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.attributes.get("name", "")

    @property
    def id(self) -> int | None:
        text = self.attributes.get("id", "")
        return int(text) if text.isascii() and text.isdigit() else None

    def below(self, pattern: str) -> list[tuple[str, Attributes]]:
        """Return the elements whose whole path matches, in order of their numbers."""
        found = [(path, values) for path, values in self.elements.items() if re.fullmatch(pattern, path)]
        return sorted(found, key=lambda item: [int(number) for number in re.findall(r"\[(\d+)\]", item[0])])


@dataclass(slots=True, kw_only=True)
class Tree:
    """Values by case-folded location, then by (section, element, attribute) in lower case; sites by position."""

    values: dict[str, dict[tuple[str, str, str], str]] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)
    sites: dict[int, Site] = field(default_factory=dict)
    loose_bindings: list[Row] = field(default_factory=list)
    first: Row = field(default_factory=dict)

    @property
    def has_configuration(self) -> bool:
        """Tell whether more than bindings was exported."""
        return bool(self.values or self.sites)

    def value(self, location: str, section: str, element: str, attribute: str) -> str | None:
        """Return the value that holds at a location: its own, else that of the nearest location above it."""
        wanted = (section.lower(), element.lower(), attribute.lower())
        return next((found for place in above(location) if (found := self.values.get(place, {}).get(wanted)) is not None), None)

    def nearest(self, location: str, section: str, pattern: str, attribute: str) -> list[str] | None:
        """Return the values of repeated elements at the nearest location that has any, in order; None where none has."""
        for place in above(location):
            if found := self.repeated(place, section, pattern, attribute):
                return [value for _, value in found]
        return None

    def repeated(self, place: str, section: str, pattern: str, attribute: str) -> list[tuple[int, str]]:
        """Return number and value of the repeated elements of one location, in order."""
        found: list[tuple[int, str]] = []
        for (own_section, element, own_attribute), value in self.values.get(place, {}).items():
            match = re.fullmatch(pattern.lower(), element)
            if match and own_section == section.lower() and own_attribute == attribute.lower():
                found.append((int(match.group(1)), value))
        return sorted(found)


def above(location: str) -> list[str]:
    """Return a location and those above it in lower case, nearest first, the server's level (empty) last."""
    parts = [part for part in location.casefold().split("/") if part]
    return ["/".join(parts[:length]) for length in range(len(parts), -1, -1)]


def trees(rows: Iterable[Row]) -> dict[tuple[str, str | None], Tree]:
    """Return one tree for each target and server."""
    found: dict[tuple[str, str | None], Tree] = {}
    for row in rows:
        tree = found.setdefault((row["target"], row["server"]), Tree(first=row))
        if row["binding_information"]:
            tree.loose_bindings.append(row)
        elif row["section"] and row["attribute"] and row["value"] is not None:
            _add(tree, row)
    return found


def _add(tree: Tree, row: Row) -> None:
    element = row["element"] or ""
    part = SITE_PART.match(element) if row["section"].casefold() == SITES.casefold() else None
    if part is None:
        location = ROOT_PREFIX.sub("", row["location"] or "").strip("/")
        tree.spelled.setdefault(location.casefold(), location)
        tree.values.setdefault(location.casefold(), {})[(row["section"].lower(), element.lower(), row["attribute"].lower())] = row["value"]
        return
    site = tree.sites.setdefault(int(part.group(1)), Site(first=row))
    attributes = site.elements.setdefault(part.group(2), {}) if part.group(2) else site.attributes
    attributes[row["attribute"]] = row["value"]


def site_of(x_path: str | None) -> tuple[str, int] | None:
    """Return name and number of the site in the ItemXPath of a Get-WebBinding row."""
    match = X_PATH.search(x_path or "")
    return None if match is None else (match.group(1), int(match.group(2)))


def truth(text: str | None) -> bool | None:
    """Return the boolean that a configuration value says."""
    return {"true": True, "false": False}.get((text or "").strip().casefold())
