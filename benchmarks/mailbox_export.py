"""Write an export of Get-Mailbox as Exchange's Management Shell leaves it: 154 properties a mailbox, rehydrated form, any size.

Run: python benchmarks/mailbox_export.py FILE MEGABYTES [--utf-16] [--blobs]. `--blobs` adds the SerializationData that such
exports carry beside each value of a complex type. Everything is invented; one seed, one file.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import random
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

SEED = 20261124
NAMESPACE = "http://schemas.microsoft.com/powershell/2004/04"
HEAD = f'<Objs Version="1.1.0.1" xmlns="{NAMESPACE}">\n'
TAIL = "</Objs>"
DN = "CN={name},OU=Users,OU=Wards,DC=contoso,DC=example"
SCALARS = {"bool": "B", "text": "S", "guid": "G", "time": "DT", "number": "I32"}
PROPERTIES = Path(__file__).with_name("mailbox_properties.csv")


class Numbers:
    """The two series of RefId of one file."""

    def __init__(self) -> None:
        self.objects = 0
        self.types: dict[str, int] = {}

    def next(self) -> int:
        self.objects += 1
        return self.objects - 1

    def typed(self, name: str, above: tuple[str, ...] = ("System.Object",), indent: str = "        ") -> str:
        """Return `TN` for the first object of a type, `TNRef` for each later one, on a line of its own."""
        if name in self.types:
            return f'\n{indent}<TNRef RefId="{self.types[name]}" />'
        self.types[name] = len(self.types)
        lines = "".join(f"\n{indent}  <T>{each}</T>" for each in (name, *above))
        return f'\n{indent}<TN RefId="{self.types[name]}">{lines}\n{indent}</TN>'


class Writer:
    """Writes one property after the other, each on lines of its own, as Export-Clixml indents them."""

    def __init__(self, chance: random.Random, *, blobs: bool) -> None:
        self.chance = chance
        self.numbers = Numbers()
        self.blobs = blobs
        self.organization: int | None = None

    def blob(self, size: int) -> str:
        """Return the blob of a complex value; its bytes are as good as any other."""
        if not self.blobs:
            return ""
        text = self.chance.randbytes(size * 3 // 4).hex().upper()[:size]
        return f'\n        <MS>\n          <BA N="SerializationData">{text}</BA>\n        </MS>'

    def value(self, name: str, type_name: str, text: str, properties: str = "", blob: int = 700) -> str:
        """Return a complex value: type, text, properties."""
        block = f"\n        <Props>{properties}\n        </Props>" if properties else ""
        body = f"{self.numbers.typed(type_name)}\n        <ToString>{text}</ToString>{block}{self.blob(blob)}"
        return f'\n      <Obj N="{name}" RefId="{self.numbers.next()}">{body}\n      </Obj>'

    def shared(self, name: str) -> str:
        """Return the object that all mailboxes share: whole in the first, a `Ref` in each later one."""
        if self.organization is None:
            self.organization = self.numbers.objects
            return self.link(name, "CN=Contoso,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=example", "Contoso")
        return f'\n      <Ref N="{name}" RefId="{self.organization}" />'

    def link(self, name: str, dn: str, person: str) -> str:
        guid = uuid.uuid5(uuid.NAMESPACE_DNS, person)
        lines = [f'<S N="DistinguishedName">{dn}</S>', '<B N="IsDeleted">false</B>', f'<G N="ObjectGuid">{guid}</G>', f'<S N="Name">{person}</S>']
        lines += ['<S N="Rdn">CN=' + person + "</S>", '<S N="Parent">contoso.example/Users/Wards</S>', '<I32 N="Depth">5</I32>']
        properties = "".join(f"\n          {line}" for line in lines)
        return self.value(name, "Microsoft.Exchange.Data.Directory.ADObjectId", f"contoso.example/Users/Wards/{person}", properties)

    def several(self, name: str, entries: list[str]) -> str:
        kind = "Microsoft.Exchange.Data.MultiValuedProperty`1[[System.String, mscorlib, Version=4.0.0.0, Culture=neutral]]"
        body = "".join(f"\n          <S>{entry}</S>" for entry in entries)
        held = f"<LST>{body}\n        </LST>" if entries else "<LST />"
        return f'\n      <Obj N="{name}" RefId="{self.numbers.next()}">{self.numbers.typed(kind)}\n        {held}{self.blob(500)}\n      </Obj>'

    def size(self, name: str) -> str:
        megabytes = self.chance.choice((25, 35, 1900, 2000, 2300, 51200))
        bytes_ = megabytes * 1024 * 1024
        text = f"{megabytes} MB ({bytes_:,} bytes)"
        kind = "Microsoft.Exchange.Data.Unlimited`1[[Microsoft.Exchange.Data.ByteQuantifiedSize, Microsoft.Exchange.Data]]"
        if self.chance.random() < 0.3:
            return self.value(name, kind, "Unlimited", '\n          <B N="IsUnlimited">true</B>', 600)
        return self.value(name, kind, text, f'\n          <B N="IsUnlimited">false</B>\n          <S N="Value">{text}</S>', 600)


def record(writer: Writer, number: int, kinds: list[tuple[str, str]]) -> str:
    """Return one mailbox."""
    person = f"Ward {number % 97} Nurse {number}"
    types = writer.numbers.typed(
        "Microsoft.Exchange.Data.Directory.Management.Mailbox",
        ("Microsoft.Exchange.Data.Directory.Management.MailEnabledOrgPerson", "System.Object"),
        "    ",
    )
    root = writer.numbers.next()
    texts = _texts(person, number)
    properties = "".join(_property(writer, name, kind, number, texts) for name, kind in kinds)
    shell = '\n      <S N="PSComputerName">ex0.contoso.example</S>'
    shell += f'\n      <G N="RunspaceId">{uuid.UUID(int=7)}</G>\n      <B N="PSShowComputerName">false</B>'
    blob = f'\n      <BA N="SerializationData">{writer.chance.randbytes(6000).hex().upper()}</BA>' if writer.blobs else ""
    return (
        f'  <Obj RefId="{root}">{types}\n    <ToString>{person}</ToString>\n    <Props>{properties}\n    </Props>\n'
        f"    <MS>{shell}{blob}\n    </MS>\n  </Obj>\n"
    )


def _texts(person: str, number: int) -> dict[str, str]:
    address = f"nurse{number}@contoso.example"
    texts = {"Name": person, "DisplayName": person, "DistinguishedName": DN.format(name=person), "Identity": f"contoso.example/Users/Wards/{person}"}
    texts |= {"Alias": f"nurse{number}", "SamAccountName": f"nurse{number}", "UserPrincipalName": address, "PrimarySmtpAddress": address}
    texts |= {"WindowsEmailAddress": address, "ServerName": f"ex{number % 8}"}
    return texts | {"LegacyExchangeDN": f"/o=Contoso/ou=Exchange Administrative Group/cn=Recipients/cn=nurse{number}"}


def _property(writer: Writer, name: str, kind: str, number: int, texts: dict[str, str]) -> str:
    """Return one property by its kind."""
    if name == "OrganizationId":
        return writer.shared(name)
    if kind == "list":
        return writer.several(name, _entries(name, number, writer.chance))
    if kind in SCALARS:
        return _scalar(name, SCALARS[kind], _text(writer.chance, name, kind, number, texts))
    makers: dict[str, Callable[[], str]] = {
        "null": lambda: f'\n      <Nil N="{name}" />',
        "size": lambda: writer.size(name),
        "link": lambda: writer.link(name, DN.format(name=f"{name} {number % 12}"), f"{name} {number % 12}"),
        "enum": lambda: writer.value(name, f"Microsoft.Exchange.Data.{name}", "UserMailbox"),
        "span": lambda: writer.value(
            name, "Microsoft.Exchange.Data.EnhancedTimeSpan", "14.00:00:00", '\n          <I64 N="Ticks">12096000000000</I64>'
        ),
    }
    return makers[kind]()


def _scalar(name: str, tag: str, text: str) -> str:
    return f'\n      <{tag} N="{name}">{text}</{tag}>'


def _text(chance: random.Random, name: str, kind: str, number: int, texts: dict[str, str]) -> str:
    match kind:
        case "bool":
            return "true" if chance.random() < 0.4 else "false"
        case "guid":
            return str(uuid.UUID(int=chance.getrandbits(128)))
        case "time":
            return f"2026-08-{1 + number % 28:02}T10:11:12Z"
        case "number":
            return str(chance.randrange(1, 500))
        case _:
            return texts.get(name, "")


def _entries(name: str, number: int, chance: random.Random) -> list[str]:
    if name == "EmailAddresses":
        return [f"SMTP:nurse{number}@contoso.example", f"smtp:n{number}@contoso.example", f"X500:/o=Contoso/cn=nurse{number}"]
    if name.startswith("Audit"):
        return ["Update", "MoveToDeletedItems", "SoftDelete", "HardDelete", "SendAs", "SendOnBehalf"]
    return [f"{name} {each}" for each in range(chance.randrange(0, 3))]


def records(*, blobs: bool) -> Iterator[str]:
    """Yield mailboxes without end."""
    writer = Writer(random.Random(SEED), blobs=blobs)  # noqa: S311 - invented data, no secret
    with PROPERTIES.open(encoding="utf-8", newline="") as file:
        kinds = [(row["name"], row["kind"]) for row in csv.DictReader(file)]
    yield from (record(writer, number, kinds) for number in itertools.count())


def write_export(path: Path, size_bytes: int, *, encoding: str = "utf-8-sig", blobs: bool = False) -> int:
    """Write whole mailboxes until the file has about that many bytes; return their number."""
    with path.open("w", encoding=encoding, newline="") as file:
        file.write(HEAD)
        mailboxes = records(blobs=blobs)
        count = 0
        while file.buffer.tell() < size_bytes:
            file.write(next(mailboxes))
            count += 1
        file.write(TAIL)
    return count


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("megabytes", type=int)
    options.add_argument("--utf-16", action="store_true")
    options.add_argument("--blobs", action="store_true")
    given = options.parse_args()
    encoding = "utf-16" if given.utf_16 else "utf-8-sig"
    print(write_export(given.file, given.megabytes * 1_000_000, encoding=encoding, blobs=given.blobs), "mailboxes")
