"""Read one document by each lane, and say in comparable form what came out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from exposture.errors import ClixmlError
from exposture.ingest.clixml import Projection, read_clixml
from exposture.ingest.clixml_blocks import Lanes
from exposture.ingest.clixml_fast import FastReader
from exposture.ingest.clixml_tree import TreeReader
from exposture.ingest.content import Content
from exposture.ingest.limits import Limits
from exposture.model.values import Entries, Item, Note, Record, Value

PIECE = 1_000
EVENTS = Lanes(from_bytes=2**60)
SMALL = {"from_bytes": 0, "first_bytes": 0, "block_bytes": 2_000}
TREE = Lanes(**SMALL, is_fast=False)  # type: ignore[arg-type]  # numbers
FAST = Lanes(**SMALL)  # type: ignore[arg-type]  # numbers


class Drops(io.BytesIO):
    """Gives its bytes in small pieces."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size, PIECE) if size is not None and size > 0 else PIECE)


@dataclass
class Read:
    """What one lane gave."""

    records: list[Record] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    error: str = ""


def read_by(lanes: Lanes, data: bytes, names: Iterable[str] | None = None, limits: Limits | None = None) -> Read:
    """Read a document by a lane; `names` are the properties that are wanted."""
    read = Read()
    content = Content(open=lambda: Drops(data), size_bytes=len(data))
    projection = Projection(None if names is None else frozenset(name.casefold() for name in names))
    try:
        read.records.extend(read_clixml(content, path="a.xml", limits=limits or Limits(), note=read.notes.append, projection=projection, lanes=lanes))
    except ClixmlError as error:
        read.error = str(error)
    return read


def names_in(records: Iterable[Record]) -> list[str]:
    """Return the names of all properties of the records, but those of blobs."""
    items = [record.value for record in records if isinstance(record.value, Item)]
    return sorted({name.removesuffix("@props") for item in items for name in item})


def flat(value: Value, names: frozenset[str] | None = None, around: dict[int, int] | None = None) -> object:
    """Return a value as plain data; an object inside itself is its depth, so that cycles end. `names` restricts the outermost object."""
    around = {} if around is None else around
    match value:
        case Item():
            if id(value) in around:
                return ("again", around[id(value)])
            inside = around | {id(value): len(around)}
            kept = {
                name: flat(held, None, inside)
                for name, held in value.properties.items()
                if names is None or name.removesuffix("@props").casefold() in names
            }
            return (value.types, value.text, value.is_deserialized, flat(value.value, None, inside), kept)
        case Entries():
            return [(flat(key, None, around), flat(held, None, around)) for key, held in value.pairs]
        case list():
            return [flat(each, None, around) for each in value]
        case float():
            return repr(value)
        case _:
            return value


def facts(read: Read, names: Iterable[str] | None = None) -> Iterator[tuple[int, object]]:
    """Yield index and flat value of each record."""
    wanted = None if names is None else frozenset(name.casefold() for name in names)
    for record in read.records:
        yield record.index, flat(record.value, wanted)


class Counted:
    """Counts the records that the quicker ways gave, to be patched in."""

    def __init__(self) -> None:
        self.fast = 0
        self.whole = 0

    def watch(self, monkeypatch: object) -> None:
        quick, block = FastReader._quick, TreeReader.block
        counted = self

        def counted_quick(reader: FastReader, *given: object) -> object:
            root = quick(reader, *given)  # type: ignore[arg-type]
            counted.fast += root is not None
            return root

        def counted_block(reader: TreeReader, text: bytes) -> object:
            for root in block(reader, text):
                counted.whole += 1
                yield root

        monkeypatch.setattr(FastReader, "_quick", counted_quick)  # type: ignore[attr-defined]
        monkeypatch.setattr(TreeReader, "block", counted_block)  # type: ignore[attr-defined]
