"""Read CLIXML and CSV in a test in one line."""

from __future__ import annotations

from dataclasses import dataclass, field

from exposture.errors import BundleError
from exposture.ingest.clixml import read_clixml
from exposture.ingest.content import Content
from exposture.ingest.csv import read_csv
from exposture.ingest.limits import Limits
from exposture.model.values import Item, Note, Record, Value

HEAD = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">'


@dataclass
class Outcome:
    """What one reading gave: records, notes, and the error that ended it."""

    records: list[Record] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    error: BundleError | None = None

    @property
    def values(self) -> list[Value]:
        return [record.value for record in self.records]

    @property
    def codes(self) -> list[str]:
        return [note.code for note in self.notes]

    @property
    def item(self) -> Item:
        """The only record, which is an object."""
        (record,) = self.records
        assert isinstance(record.value, Item)
        return record.value


def document(body: str) -> str:
    """Return a CLIXML document around its roots."""
    return f"{HEAD}\r\n{body}\r\n</Objs>"


def read(data: bytes | str, limits: Limits | None = None) -> Outcome:
    """Read a whole CLIXML file."""
    outcome = Outcome()
    content = data.encode() if isinstance(data, str) else data
    try:
        outcome.records.extend(read_clixml(content, path="a.xml", limits=limits or Limits(), note=outcome.notes.append))
    except BundleError as error:
        outcome.error = error
    return outcome


def read_roots(body: str, limits: Limits | None = None) -> Outcome:
    """Read roots that stand in a document."""
    return read(document(body), limits)


def read_table(data: bytes | str, limits: Limits | None = None, *, encoded: bool | None = None) -> Outcome:
    """Read a whole CSV file."""
    return outcome_of_table(data.encode() if isinstance(data, str) else data, limits, encoded=encoded)


def outcome_of_table(content: bytes | Content, limits: Limits | None = None, *, encoded: bool | None = None) -> Outcome:
    """Read a CSV file, at once or piece by piece."""
    outcome = Outcome()
    try:
        outcome.records.extend(read_csv(content, path="a.csv", limits=limits or Limits(), note=outcome.notes.append, encoded=encoded))
    except BundleError as error:
        outcome.error = error
    return outcome
