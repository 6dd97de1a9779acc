"""What a hostile case is, and the words that the tables of cases are written with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tests.unit.ingest.reading import HEAD

NAMESPACE = "http://schemas.microsoft.com/powershell/2004/04"
KIND = "Microsoft.Exchange.Data.Directory.SystemConfiguration.AcceptedDomain"
TYPES = f"<T>{KIND}</T><T>System.Object</T>"
FIRST, SECOND = "first.example", "second.example"
NONE: tuple[str, ...] = ()
ONE = (FIRST,)
BOTH = (FIRST, SECOND)
XML_FILE, CSV_FILE = "Get-AcceptedDomain.xml", "Get-AcceptedDomain.csv"


class Fate(StrEnum):
    """What has to become of a hostile file."""

    READ = "read"
    NOTED = "read, and its line says what was odd"
    DAMAGED = "named as damaged; what was whole before is kept"
    UNRECOGNISED = "listed as no export"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One hostile file beside healthy ones: `make` gets the address of the canary, `rows` are the domains that come out of it;
    `is_long` keeps it out of the gate."""

    name: str
    make: Callable[[str], bytes]
    fate: Fate
    says: str = ""
    rows: tuple[str, ...] = NONE
    file: str = XML_FILE
    is_long: bool = False


def domain(name: str, more: str = "", *, number: int = 0, types: str = "") -> str:
    """Return one accepted domain as Export-Clixml lays it out; `more` goes to the end of its properties."""
    kinds = types or (f'<TN RefId="0">\r\n      {TYPES}\r\n    </TN>' if number == 0 else '<TNRef RefId="0" />')
    properties = f'<S N="Name">{name}</S>\r\n      <S N="DomainName">{name}</S>\r\n      <S N="DomainType">Authoritative</S>{more}'
    return f'  <Obj RefId="{number}">\r\n    {kinds}\r\n    <Props>\r\n      {properties}\r\n    </Props>\r\n  </Obj>'


def document(*roots: str, head: str = HEAD, before: str = "", after: str = "") -> str:
    """Return a file around its roots."""
    return "\r\n".join([before + head, *roots, "</Objs>" + after])


def both(more: str = "", *, before: str = "", between: str = "", after: str = "", head: str = HEAD) -> str:
    """Return a file of two domains; `more` is inside the first, `between` between them."""
    roots = [domain(FIRST, more), *([between] if between else []), domain(SECOND, number=90)]
    return document(*roots, head=head, before=before, after=after)


def plain(text: str) -> Callable[[str], bytes]:
    """Return a maker of a text that names no canary."""
    return lambda _canary: text.encode()


def raw(content: bytes) -> Callable[[str], bytes]:
    """Return a maker of bytes."""
    return lambda _canary: content


def read(name: str, text: str, rows: tuple[str, ...] = BOTH) -> Case:
    """Return a case of a text that has to be read whole."""
    return Case(name=name, make=plain(text), fate=Fate.READ, rows=rows)


def noted(name: str, text: str, says: str, rows: tuple[str, ...] = BOTH) -> Case:
    """Return a case of a text that is read with a note."""
    return Case(name=name, make=plain(text), fate=Fate.NOTED, says=says, rows=rows)


def damaged(name: str, text: str, says: str, rows: tuple[str, ...] = NONE) -> Case:
    """Return a case of a text that ends in damage after some rows."""
    return Case(name=name, make=plain(text), fate=Fate.DAMAGED, says=says, rows=rows)


def unrecognised(name: str, content: bytes, says: str) -> Case:
    """Return a case of a file that is no export."""
    return Case(name=name, make=raw(content), fate=Fate.UNRECOGNISED, says=says)
