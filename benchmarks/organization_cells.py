"""Cells of a synthetic organization: copies of the servers of the sample, each under names, addresses, GUIDs and SIDs of its own.

A cell is a DAG of two servers of 2019 with its witness of 2016, in every eighth cell an Edge. An object of the sample is
copied once for each cell that has all the machines it names; what names no machine is there once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.contoso.names import DOMAIN_SID

MEMBERS = ("EX19A", "EX19B", "EX16")
EDGE = "EDGE1"
LEFT_OUT = ("EX10",)
"""Exchange 2010: the organization is of 2016 and 2019."""
EDGE_EVERY = 8
OWNERS = {
    "DAG1": MEMBERS,
    "DB01": MEMBERS[:2],
    "DB02": MEMBERS[:2],
    "DB03": MEMBERS[:2],
    "DB16": MEMBERS[2:],
    "10.20.1.11": MEMBERS[:1],
    "10.20.1.12": MEMBERS[1:2],
    "10.20.1.13": MEMBERS[2:],
    "10.20.1.113": MEMBERS[2:],
    "10.20.9.5": (EDGE,),
    f"{DOMAIN_SID}-1300": MEMBERS[:1],
    f"{DOMAIN_SID}-1301": MEMBERS[1:2],
    f"{DOMAIN_SID}-1302": MEMBERS[2:],
} | {name: (name,) for name in (*MEMBERS, EDGE, *LEFT_OUT)}
TOKEN = re.compile(rf"(?<![\w.])(?:{'|'.join(sorted(map(re.escape, OWNERS), key=len, reverse=True))})(?!\w|-\d{{3}}\b)", re.IGNORECASE)
GUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One copy of the machines of the sample that it names."""

    number: int
    machines: tuple[str, ...]
    seed: int

    def name(self, machine: str) -> str:
        """Return what a machine of the sample is called in this cell: `EX19A` is `EX19A007`."""
        return f"{machine}{self.number:03}"

    def guid(self, old: str) -> str:
        """Return the GUID that stands for one of the sample."""
        return guid_of(f"{self.seed} {self.number} {old.casefold()}")

    def replaced(self, token: str) -> str:
        """Return what stands for a name, an address or a SID of the sample, in the case it was written in."""
        known = token.upper()
        if known.startswith("10."):
            return f"10.{21 + self.number // 250}.{self.number % 250}.{token.rpartition('.')[2]}"
        if known.startswith("S-1-"):
            return f"{DOMAIN_SID}-{50_000 + self.number * 10 + int(token[-1])}"
        new = self.name(known) if known in (*MEMBERS, EDGE) else f"{known}-{self.number:03}"
        return new.lower() if token.islower() else new


def guid_of(text: str) -> str:
    """Return a GUID made of a text."""
    digits = hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def cells_of(servers: int, seed: int) -> list[Cell]:
    """Return the cells of an organization with this many servers; what is left over are single servers of 2016."""
    cells: list[Cell] = []
    while servers >= len(MEMBERS):
        has_edge = len(cells) % EDGE_EVERY == 0 and servers > len(MEMBERS)
        cells.append(Cell(number=len(cells), machines=(*MEMBERS, EDGE) if has_edge else MEMBERS, seed=seed))
        servers -= len(cells[-1].machines)
    return cells + [Cell(number=len(cells) + extra, machines=MEMBERS[2:], seed=seed) for extra in range(servers)]


def machines_in(text: str) -> frozenset[str]:
    """Return the machines of the sample that a text names, by themselves or by what is theirs."""
    return frozenset(machine for token in TOKEN.findall(text) for machine in OWNERS[token.upper()])


def copied(text: str, cell: Cell, own: frozenset[str]) -> str:
    """Return a text of the sample as it stands in a cell; `own` are the GUIDs, in lower case, of what a cell has of its own."""

    def guid(match: re.Match[str]) -> str:
        return cell.guid(match.group()) if match.group().casefold() in own else match.group()

    return TOKEN.sub(lambda match: cell.replaced(match.group()), GUID.sub(guid, text))


def copies(text: str, cells: list[Cell], own: frozenset[str]) -> Iterator[str]:
    """Yield an object once for each cell that has all the machines it names, once as it is where it names none."""
    named = machines_in(text)
    if not named:
        yield text
    for cell in cells if named else ():
        if named <= set(cell.machines):
            yield copied(text, cell, own)
