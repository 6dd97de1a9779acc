"""Whichever way a document is read, the same records come out."""

from __future__ import annotations

from pathlib import Path

import pytest

from exposture.ingest.clixml_blocks import Lanes
from tests.unit.ingest.lanes import EVENTS, FAST, TREE, Counted, facts, names_in, read_by
from tests.unit.ingest.test_corpus import FILES, OTHER_XML, name_of, needs_corpus

EXPORTS = [path for path in FILES if path.suffix == ".xml" and path.name not in OTHER_XML]


@needs_corpus
@pytest.mark.parametrize("lanes", [TREE, FAST], ids=["tree", "fast"])
@pytest.mark.parametrize("path", EXPORTS, ids=name_of)
def test_real_export_reads_alike_by_every_lane(path: Path, lanes: Lanes) -> None:
    data = path.read_bytes()
    by_events = read_by(EVENTS, data)
    names = names_in(by_events.records)

    for wanted in (names, names[::3]):
        found = read_by(lanes, data, wanted)

        assert found.error == by_events.error
        assert list(facts(found, wanted)) == list(facts(by_events, wanted))


@needs_corpus
def test_lanes_do_read_real_exports(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted()
    counted.watch(monkeypatch)

    for path in EXPORTS:
        read_by(FAST, path.read_bytes(), names_in(read_by(EVENTS, path.read_bytes()).records))

    assert counted.whole > 400
    assert counted.fast > 10
