"""Real exports, where they lie beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from exposture.ingest.clixml_form import Form, form_of
from exposture.ingest.clixml_writer import write_clixml
from exposture.ingest.formats import Format, sniff
from exposture.ingest.limits import Limits
from exposture.ingest.xml_facts import root_tag
from exposture.model.values import Item
from tests.unit.ingest.reading import Outcome, read

CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus"
OTHER_XML = {"Antimalware.xml", "Configuration.xml"}
HARMLESS = {"blob-dropped", "redacted"}
FILES = sorted(path for path in CORPUS.rglob("*") if path.suffix in {".xml", ".config"})

needs_corpus = pytest.mark.skipif(not FILES, reason="the folder ../shared/corpus is missing")


def name_of(path: Path) -> str:
    return path.relative_to(CORPUS).as_posix()


def outcome_of(name: str) -> Outcome:
    return read((CORPUS / name).read_bytes())


@needs_corpus
@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".xml" and path.name not in OTHER_XML], ids=name_of)
def test_every_clixml_file_is_read_whole(path: Path) -> None:
    data = path.read_bytes()

    outcome = read(data)

    assert sniff(data, path.name) is Format.CLIXML
    assert outcome.error is None
    assert set(outcome.codes) <= HARMLESS


@needs_corpus
@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".config" or path.name in OTHER_XML], ids=name_of)
def test_every_other_file_is_well_formed_xml(path: Path) -> None:
    data = path.read_bytes()

    assert sniff(data, path.name) is Format.XML
    assert root_tag(data, path=path.name, limits=Limits()) != ""


@needs_corpus
@pytest.mark.parametrize(
    "path", [path for path in FILES if path.suffix == ".xml" and path.name not in OTHER_XML and path.stat().st_size < 200_000], ids=name_of
)
def test_what_was_read_is_written_and_read_again(path: Path) -> None:
    first = read(path.read_bytes())

    second = read(write_clixml(first.values))

    assert second.error is None
    assert [shape(value) for value in second.values] == [shape(value) for value in first.values]


def shape(value: object) -> object:
    """Return what of a root compares without walking the graph."""
    if not isinstance(value, Item):
        return value
    return (value.types, value.text, sorted(value.properties), value.is_deserialized)


@needs_corpus
def test_reference_across_roots_is_resolved() -> None:
    records = [value for value in outcome_of("exchange2016/Exchange/GetAcceptedDomain.xml").values if isinstance(value, Item)]

    assert len(records) > 1
    assert records[1].get("OrganizationId") is records[0].get("OrganizationId")
    assert isinstance(records[0].get("OrganizationId"), Item)


@needs_corpus
def test_form_of_real_files_is_told() -> None:
    rehydrated = outcome_of("exchange2016/Exchange/GetExchangeServer.xml")
    local = outcome_of("exchange2016/OS/GetHotFix.xml")

    assert form_of(rehydrated.values, rehydrated.notes) is Form.REHYDRATED
    assert form_of(local.values, local.notes) is not None
