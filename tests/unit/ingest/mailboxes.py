"""An invented export as Export-Clixml lays it out, long enough for many blocks, with one record that can be another."""

from __future__ import annotations

from tests.unit.ingest.reading import HEAD

COUNT = 60
CHANGED = 40
WANTED = ("Name", "Alias", "Size", "Database", "Kind", "Password", "Note")
TYPES = '\n    <TN RefId="0">\n      <T>Test.Mailbox</T>\n      <T>System.Object</T>\n    </TN>'
SIZE_TYPE = '\n        <TN RefId="1">\n          <T>Test.Size</T>\n        </TN>'


def properties(number: int) -> list[str]:
    """Return the properties of a record, each on lines of its own."""
    types = SIZE_TYPE if number == 0 else '\n        <TNRef RefId="1" />'
    size = f'{types}\n        <ToString>{number % 3} MB</ToString>\n        <Props>\n          <I32 N="Value">{number % 3}</I32>\n        </Props>'
    return [
        f'<S N="Name">Ward {number}</S>',
        f'<S N="Unwanted">{"x" * 40}</S>',
        f'<S N="Alias">ward{number}</S>',
        f'<Obj N="Size" RefId="{number * 10 + 5}">{size}\n      </Obj>',
        f'<Obj N="Database" RefId="{number * 10 + 6}">\n        <ToString>DB{number % 4}</ToString>\n      </Obj>',
        '<B N="Kind">true</B>',
        '<Nil N="Password" />',
        '<S N="Note"></S>',
    ]


def record(number: int, lines: list[str] | None = None, *, types: str | None = None) -> str:
    """Return one record."""
    body = "".join(f"\n      {line}" for line in (properties(number) if lines is None else lines))
    known = types if types is not None else (TYPES if number == 0 else '\n    <TNRef RefId="0" />')
    return (
        f'  <Obj RefId="{number * 10}">{known}\n    <ToString>Ward {number}</ToString>\n    <Props>{body}\n    </Props>\n'
        f'    <MS>\n      <S N="PSComputerName">ex1</S>\n    </MS>\n  </Obj>\n'
    )


def export(changed: str | None = None) -> str:
    """Return the export; `changed` stands in the place of one record in its second half."""
    records = [record(number) for number in range(COUNT)]
    if changed is not None:
        records[CHANGED] = changed
    return f"{HEAD}\n{''.join(records)}</Objs>"


def with_line(old: str, new: str) -> str:
    """Return the changed record with one of its properties another."""
    text = record(CHANGED)
    assert old in text
    return text.replace(old, new)
