from __future__ import annotations

import pytest
from tests.unit.report.assessments import assessment

from exposture.errors import UsageError
from exposture.report.formats import load_renderers, renderer_of


def test_every_module_of_renderers_is_a_format() -> None:
    assert {name: (item.file_name, item.is_text) for name, item in load_renderers().items()} == {
        "html": ("report.html", True),
        "json": ("results.json", True),
        "parquet": ("results.parquet", False),
        "pdf": ("report.pdf", False),
    }


@pytest.mark.parametrize("name", ["html", "json", "parquet"])
def test_every_format_gives_bytes(name: str) -> None:
    assert isinstance(renderer_of(name).render(assessment()), bytes)


def test_an_unknown_format_lists_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="unknown format 'doc'; there are html, json, parquet, pdf"):
        renderer_of("doc")
