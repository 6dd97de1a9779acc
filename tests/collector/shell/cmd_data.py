"""Cmdlets on CLIXML and CSV."""

from __future__ import annotations

import csv
import io
from typing import Any

from tests.collector.shell.clixml_bridge import export, read
from tests.collector.shell.cmd_files import PATH, encoding, matching, missing, place
from tests.collector.shell.cmd_objects import listed
from tests.collector.shell.cmdlet import Invocation, cmdlet
from tests.collector.shell.faults import EvaluatorError
from tests.collector.shell.net_io import decoded
from tests.collector.shell.types import type_name_of
from tests.collector.shell.values import Array, Hashtable, PSObject
from tests.collector.shell.views import properties_of


@cmdlet("Export-Clixml", "Path:string@0! Depth:int InputObject< Encoding:string Force:switch", collects=True)
def export_clixml(call: Invocation) -> None:
    s = call.s
    values = call.input or listed(call["InputObject"])
    name, mark = encoding(s, call.text("Encoding", "utf8" if s.is_core else "unicode"))
    depth = (call["Depth"] if call.has("Depth") else 2) - 1
    target = place(s, call.text("Path"))
    if not target.parent.is_dir():
        call.error(f"Could not find a part of the path '{target}'.", "FileOpenFailure", "OpenError", "System.IO.DirectoryNotFoundException")
        return
    target.write_bytes(mark + export(s, values, depth).decode().encode(name))


@cmdlet("Import-Clixml", PATH.replace("@0", "@0!"))
def import_clixml(call: Invocation) -> None:
    for path, text in matching(call):
        if not path.is_file():
            missing(call, text)
            continue
        for value in read(call.s, path.read_bytes()):
            call.emit(value)


def cell(call: Invocation, value: Any) -> str | None:
    """Return a value as Export-Csv writes it: an array is the name of its type; a null is an empty cell without quotes."""
    if value is None:
        return None
    return type_name_of(value) if isinstance(value, list | Hashtable) else call.s.text_of(value)


def quoted(cells: list[str | None]) -> str:
    """Return one line: every cell in quotes, a null empty."""
    return ",".join('"' + text.replace('"', '""') + '"' if text is not None else "" for text in cells)


def lines(call: Invocation, items: list[Any]) -> list[str]:
    """Return the lines of a CSV; the first object says the columns."""
    if not items:
        return []
    names = [name for name, _, _ in properties_of(call.s, items[0])]
    head = [] if call.is_on("NoTypeInformation") or call.s.is_core else [f"#TYPE {type_name_of(items[0])}"]
    rows = [[cell(call, {key.lower(): value for key, value, _ in properties_of(call.s, item)}.get(name.lower())) for name in names] for item in items]
    return [*head, quoted([*names]), *(quoted(row) for row in rows)]


CSV = "NoTypeInformation:switch=NTI Delimiter:string InputObject<"


@cmdlet("Export-Csv", f"Path:string@0!=LiteralPath Encoding:string Force:switch Append:switch {CSV}", collects=True)
def export_csv(call: Invocation) -> None:
    s = call.s
    if call.has("Append"):
        raise EvaluatorError("Export-Csv -Append is not in PowerShell 2.0", s.position)
    name, mark = encoding(s, call.text("Encoding", "utf8" if s.is_core else "ascii"))
    newline = "\n" if s.is_core else "\r\n"
    body = "".join(line + newline for line in lines(call, call.input))
    place(s, call.text("Path")).write_bytes(mark + body.encode(name, errors="replace"))


@cmdlet("ConvertTo-Csv", CSV, collects=True)
def convert_to_csv(call: Invocation) -> None:
    call.emit_all(lines(call, call.input))


def rows(text: str, header: list[Any]) -> list[PSObject]:
    """Return the objects of a CSV text."""
    table = [row for row in csv.reader(io.StringIO(text)) if row]
    if table and table[0][0].startswith("#TYPE"):
        table = table[1:]
    names = header or (table.pop(0) if table else [])
    return [PSObject(zip(names, [*row, *([None] * (len(names) - len(row)))], strict=False)) for row in table]


@cmdlet("Import-Csv", f"{PATH} Header:string[] Encoding:string Delimiter:string")
def import_csv(call: Invocation) -> None:
    if call.has("Encoding") and call.s.version < 3:
        raise EvaluatorError("Import-Csv -Encoding is not in PowerShell 2.0", call.s.position)
    name = "utf-8" if call.s.is_core else "cp1252"
    for path, text in matching(call):
        if not path.is_file():
            missing(call, text)
            continue
        call.emit_all(rows(decoded(path.read_bytes(), name), listed(call["Header"])))


@cmdlet("ConvertFrom-Csv", "InputObject:string[]@0!< Header:string[]", collects=True)
def convert_from_csv(call: Invocation) -> None:
    texts = [call.s.text_of(line) for line in call.input or listed(call["InputObject"])]
    call.emit_all(rows("\n".join(texts), listed(call["Header"])))


__all__ = ["Array"]
