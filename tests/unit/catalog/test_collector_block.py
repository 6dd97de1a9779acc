from __future__ import annotations

import re
from typing import Any

import pytest

from exposture.catalog.collector_block import BEGIN, END, collector_block, literal
from exposture.catalog.dataset import Dataset
from exposture.catalog.load import Catalog, load_catalog
from exposture.errors import CatalogError

EXPECTED = """\
$Catalogue = @(
    @{
        Name    = 'things'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-Thing')
                Target     = 'server'
                Tier       = 'deep'
                Versions   = @('2016', 'SE')
                Roles      = @('any')
                Parameters = @{ 'A' = 'it''s'; 'B' = $true; 'C' = $false; 'D' = @('x', 'y') }
                Again      = @(@{ 'Hidden' = $true })
                Each       = @(@{ Dataset = 'owners'; Path = 'Guid'; Parameter = 'Owner'; Where = @{ 'Kind' = @('a') }; Add = @{ 'By' = 'Name' } })
                ServerBy   = 'Server'
                Seconds    = 0.5
            }
            @{
                Id       = 'keys'
                Kind     = 'registry'
                Read     = @('HKLM\\One', 'HKLM\\Two')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'at'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('AtUTC', 'At'); SourcePaths = @{ 'keys' = @('Own') } }
        )
    }
)
"""


def things(**more: Any) -> Dataset:
    column = {"name": "at", "from": ["AtUTC", "At"], "from_keys": "Own", "type": "timestamp", "class": "volatile"}
    foreign = {"id": "foreign", "file": "x", "target": "server", "recognise": {"files": ["*x*"]}}
    parameters = {"D": ["x", "y"], "C": False, "B": True, "A": "it's"}
    each = {"dataset": "owners", "path": "Guid", "parameter": "Owner", "where": {"Kind": ["a"]}, "add": {"By": "Name"}}
    calls = {"again": [{"Hidden": True}], "each": each, "server_by": "Server", "seconds": 0.5}
    sources = [
        calls | {"id": "ems", "cmdlet": "Get-Thing", "target": "server", "tier": "deep", "versions": ["2016", "SE"], "parameters": parameters},
        {"id": "keys", "registry": [r"HKLM\One", r"HKLM\Two"], "target": "server", "roles": ["Mailbox"]},
        foreign,
    ]
    return Dataset.model_validate({"name": "things", "title": "Things", "sources": sources, "key": ["Name"], "columns": [column]} | more)


def test_block_is_literal_data_in_a_fixed_order() -> None:
    assert collector_block(Catalog({"things": things()})) == EXPECTED


def test_dataset_that_only_another_tool_gives_is_left_out() -> None:
    declared = things()
    foreign = declared.model_copy(update={"sources": declared.sources[2:]})

    assert collector_block(Catalog({"things": foreign})) == "$Catalogue = @(\n)\n"


def test_packaged_block_holds_only_literals() -> None:
    block = collector_block(load_catalog())
    code = re.sub(r"'(?:[^']|'')*'", "''", block)

    assert block.isascii()
    assert set(re.findall(r"\$\w+", code)) <= {"$Catalogue", "$true", "$false"}
    assert re.sub(r"[\s@(){},;=]|''|\$\w+|[A-Z][A-Za-z]*|[0-9.]+", "", code) == ""
    assert "\r" not in block


def test_markers_are_comments() -> None:
    assert BEGIN.startswith("# ")
    assert END.startswith("# ")


def test_quote_is_doubled() -> None:
    assert literal("it's $x") == "'it''s $x'"


@pytest.mark.parametrize("text", ["caf\u00e9", "a\nb", "a\u2019b"])
def test_text_that_is_not_printable_ascii_is_refused(text: str) -> None:
    with pytest.raises(CatalogError, match="printable ASCII only"):
        literal(text)
