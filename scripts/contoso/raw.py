"""The same state as exports without the collector: Export-Clixml of Get-* cmdlets and of WMI classes.

Two forms. `REMOTING` is what an administrator gets in the Exchange Management Shell: rehydrated objects with nested
structures, UTF-16. `DESERIALISED` is what plain remoting leaves: `Deserialized.` types, structures as text, UTF-8 with mark.

A dataset is rendered from its columns by the catalog's types. Left out, because nobody exports it raw, or because its
objects have no type of their own by which a file could be told from another:
- everything of the directory (`ad_*`) and of the registry (`registry_*`), `iis_config`, `windows_time_status`;
- what a domain controller says of itself, since nobody exports from there;
- what the collector puts together: event counts, performance counters, members of local groups and of role groups,
  antimalware folders, file versions.
In place of the descriptors, `Get-ADPermission` and `Get-MailboxPermission` carry the permissions of connectors and mailboxes.
`Get-ExchangeCertificate` keeps nothing but the bytes of each certificate, as it does in life.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.contoso import shapes
from scripts.contoso.acls import NAMES, permission_rows
from scripts.contoso.contents import Collected, Contents, Row
from scripts.contoso.estate import COMMANDS, known
from scripts.contoso.names import AD_DOMAIN, guid

from exposture.bundle.schema_one import source_of
from exposture.bundle.targets import LDAP, ORG, is_dc, is_server
from exposture.catalog.dataset import Column, ColumnClass, Dataset, Source
from exposture.catalog.paths import parse_path
from exposture.derive import sddl
from exposture.ingest.clixml_writer import Shape, Typed, Writable, write_clixml
from exposture.model.coverage import Status

EXCHANGE = "Microsoft.Exchange."
SHELL_HOST = f"ex19a.{AD_DOMAIN}"
LEFT_OUT = frozenset({"windows_file_versions"})
WRITTEN = frozenset({Status.OK, Status.EMPTY, Status.PARTIAL})
ADDED = "added by the collector"
BASES = ("System.Object",)
CONFIGURATION_BASES = (
    "Microsoft.Exchange.Data.Directory.SystemConfiguration.ADConfigurationObject",
    "Microsoft.Exchange.Data.Directory.ADObject",
    "Microsoft.Exchange.Data.ConfigurableObject",
    "System.Object",
)
BLOB = bytes.fromhex("0001000000ffffffff0100000000") + b"not real"
Files = dict[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of raw exports: how a value of an Exchange object looks, and how the file is written."""

    name: str
    value: Callable[[str, str, Any], Writable]
    encoding: str
    indent: str
    is_deserialized: bool


REMOTING = Form(name="remoting", value=shapes.rehydrated, encoding="utf-16", indent="", is_deserialized=False)
DESERIALISED = Form(name="deserialised", value=shapes.flat, encoding="utf-8-sig", indent="  ", is_deserialized=True)
FORMS = (REMOTING, DESERIALISED)


def exports(contents: Contents, form: Form) -> Files:
    """Return the files of a form by path: those of the organization at the top, those of a server in a folder of its name."""
    files: Files = {}
    for (name, target), found in sorted(_with_permissions(contents).items()):
        dataset = known()[name]
        source = source_of(dataset, target, COMMANDS.get(name, ""))
        if found.outcome not in WRITTEN or is_dc(target) or not _is_exported(dataset, source):
            continue
        objects = [_object(dataset, source, target, row, form) for row in found.rows]
        files[_path(dataset, source, target)] = write_clixml(objects, encoding=form.encoding, indent=form.indent)
    return files


def _is_exported(dataset: Dataset, source: Source) -> bool:
    is_read_so = any(word is not None for word in (source.cmdlet, source.wmi, source.program, source.file))
    return is_read_so and bool(_types(dataset, source)) and dataset.name not in LEFT_OUT


def _types(dataset: Dataset, source: Source) -> Sequence[str]:
    return (source.recognise or dataset.recognise).types


def _path(dataset: Dataset, source: Source, target: str) -> str:
    name = source.cmdlet or (source.wmi or "").split()[-1:] or ""
    stem = name.split()[0] if isinstance(name, str) and name else "".join(name) or {"windows_exsetup": "ExSetup"}.get(dataset.name, "LocalMachine_My")
    return f"{stem}.xml" if target in (ORG, LDAP) else f"{target}/{stem}.xml"


def _object(dataset: Dataset, source: Source, target: str, row: Row, form: Form) -> Shape:
    types = (_types(dataset, source)[0],)
    if not types[0].startswith(EXCHANGE):
        properties = dict(_plain_properties(dataset, source, row, target))
        return Shape(types=(*types, *BASES), adapted=properties, extended=_notes(target, form), is_deserialized=form.is_deserialized)
    if dataset.name == "exchange_certificates":
        return Shape(
            types=(*types, *BASES),
            text=f"[Subject]\r\n  {row['subject']}",
            adapted={"RawData": row["raw_data"]},
            extended=_notes("", form),
            is_deserialized=form.is_deserialized,
        )
    text = str(row.get("identity") or row.get("name") or "")
    properties = dict(_exchange_properties(dataset, source, row, target, form))
    return Shape(types=(*types, *CONFIGURATION_BASES), text=text, adapted=properties, extended=_notes("", form), is_deserialized=form.is_deserialized)


def _notes(target: str, form: Form) -> dict[str, Writable]:
    """Return what remoting adds: the host of the shell for Exchange's own objects, the computer that was asked for all others."""
    notes: dict[str, Writable] = {
        "PSComputerName": f"{target.lower()}.{AD_DOMAIN}" if target else SHELL_HOST,
        "RunspaceId": Typed("G", guid(f"runspace of {form.name}")),
        "PSShowComputerName": not target,
    }
    return notes if target or form.is_deserialized else notes | {"SerializationData": BLOB}


def _plain_paths(column: Column, source: Source) -> list[str]:
    paths = [parse_path(text) for text in column.paths_of(source.id)]
    return [path.steps[0].name for path in paths if len(path.steps) == 1 and path.steps[0].kind == "property"]


def _columns(dataset: Dataset, source: Source, row: Row) -> Iterator[tuple[Column, list[str]]]:
    """Yield the columns that a row fills and a raw object has, with the names of their properties."""
    for column in dataset.columns:
        names = _plain_paths(column, source)
        if ADDED in column.note and len(names) > 1:
            names = names[1:]
        elif ADDED in column.note:
            names = []
        if column.name in row and names and column.column_class is not ColumnClass.SECRET:
            yield column, names


def _plain_properties(dataset: Dataset, source: Source, row: Row, target: str) -> Iterator[tuple[str, Writable]]:
    """Yield the properties of a WMI or .NET object."""
    if source.wmi is not None:
        yield "__CLASS", source.wmi.split()[-1]
        yield "__SERVER", target
        if dataset.server is not None and dataset.server != "Name":
            yield dataset.server, target
    if dataset.name == "windows_exsetup":
        yield "OriginalFilename", "ExSetup.exe"
    for column, names in _columns(dataset, source, row):
        value = row[column.name]
        is_wmi_time = source.wmi is not None and column.type == "timestamp" and column.name != "installed_on" and value is not None
        yield names[-1], shapes.wmi_time(value) if is_wmi_time else shapes.plain(column.type, names[-1], value)


def _exchange_properties(dataset: Dataset, source: Source, row: Row, target: str, form: Form) -> Iterator[tuple[str, Writable]]:
    """Yield the properties of an Exchange object."""
    identity = (
        None if form.is_deserialized else shapes.object_id(_name(row), row.get("distinguished_name"), row.get("guid"), str(row.get("identity")))
    )
    for column, names in _columns(dataset, source, row):
        value, name = row[column.name], names[0]
        if name == "Identity" and identity is not None:
            yield name, identity
        elif name == "Site" and not form.is_deserialized:
            yield name, shapes.object_id(str(value), None, None)
        elif column.type == "timestamp" and len(names) > 1 and value is not None:
            yield name, Typed("DT", value)
            yield names[1], shapes.local_time(value)
        else:
            yield name, form.value(column.type, name, value)
    if dataset.server is not None:
        yield from _server(dataset.server.partition(".")[0], row, target, form)


def _name(row: Row) -> str:
    return str(row.get("name") or str(row.get("identity")).replace("\\", "/").rpartition("/")[2])


def _server(name: str, row: Row, target: str, form: Form) -> Iterator[tuple[str, Writable]]:
    server = row.get("server") or (target if is_server(target) else None)
    if name == "Name" or server is None:
        return
    fqdn = f"{str(server).lower()}.{AD_DOMAIN}"
    yield name, fqdn if name == "ServerFqdn" else str(server) if form.is_deserialized else shapes.object_id(str(server), None, None)


def _with_permissions(contents: Contents) -> dict[tuple[str, str], Collected]:
    """Return the pairs with the descriptors of connectors and mailboxes said as the cmdlets say them."""
    pairs = dict(contents.pairs)
    for name, target in contents.targets("ad_connector_acls"):
        rows = contents.pairs[name, target].rows
        pairs["ad_permissions", ORG if target == LDAP else target] = Collected(rows=_connector_permissions(contents, rows))
    if ("ad_mailbox_acls", LDAP) in contents.pairs:
        pairs["mailbox_permission_entries", ORG] = Collected(rows=list(_mailbox_permissions(contents)))
    return pairs


def _connector_permissions(contents: Contents, descriptors: list[Row]) -> list[Row]:
    connectors = {row["guid"]: row for dataset in ("receive_connectors", "send_connectors") for row in contents.rows(dataset)}
    return [entry for row in descriptors if row["guid"] in connectors for entry in permission_rows(connectors[row["guid"]], row["sddl"])]


def _mailbox_permissions(contents: Contents) -> Iterator[Row]:
    identities = {row["guid"]: row["identity"] for row in contents.rows("mailboxes")}
    names = NAMES | {"S-1-5-10": r"NT AUTHORITY\SELF"}
    for row in contents.rows("ad_mailbox_acls"):
        for ace in sddl.parse_dacl(row["mailbox_sddl"]):
            yield {
                "identity": identities[row["guid"]],
                "distinguished_name": row["distinguished_name"],
                "guid": row["guid"],
                "user": names.get(ace.sid, ace.sid),
                "access_rights": ["FullAccess", "ReadPermission"] if ace.mask & sddl.READ_CONTROL else ["FullAccess"],
                "deny": ace.is_deny,
                "is_inherited": ace.is_inherited,
                "inheritance_type": "All",
            }
