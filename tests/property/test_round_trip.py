"""A random graph of objects, written as CLIXML, reads back as the same graph: shared where it was shared, in a circle where it was one."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exposture.errors import ClixmlError
from exposture.ingest.clixml_writer import write_clixml
from exposture.ingest.limits import Limits
from exposture.model.values import Item
from tests.property.graphs import graphs, plain
from tests.unit.ingest.reading import read

EXAMPLES = 1_000 if "EXPOSTURE_FULL" in os.environ else 100
ENCODINGS = ["utf-8-sig", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
HARMLESS = {"lone-surrogate", "redacted"}


@pytest.mark.slow
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(graphs(), st.sampled_from(ENCODINGS), st.sampled_from([("\r\n", "  "), ("\n", ""), ("", "")]))
def test_graph_that_is_written_reads_back_as_the_same_graph(graph: tuple[list[Item], int], encoding: str, layout: tuple[str, str]) -> None:
    items, roots = graph

    outcome = read(write_clixml(items[:roots], encoding=encoding, newline=layout[0], indent=layout[1]))

    assert outcome.error is None
    assert plain(outcome.values) == plain(items[:roots])
    assert set(outcome.codes) <= HARMLESS


@pytest.mark.parametrize("depth", [1, 10, Limits().max_depth - 1])
def test_chain_up_to_the_limit_of_the_writer_reads_back(depth: int) -> None:
    inner: Item | None = None
    for _ in range(depth):
        inner = Item(text="x", properties={"next": inner})

    outcome = read(write_clixml([inner]))

    assert outcome.error is None
    assert plain(outcome.values) == plain([inner])


def test_chain_past_the_limit_of_depth_is_refused_by_the_reader() -> None:
    text = '<Obj><MS><Nil N="a" />' * 65 + "</MS></Obj>" * 65

    outcome = read(f'<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">{text}</Objs>')

    assert isinstance(outcome.error, ClixmlError)
