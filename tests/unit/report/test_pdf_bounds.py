"""Whatever a bundle holds, the PDF ends: 60 seconds of processor, 1 GB, 300 pages; what was left out stands on the page."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from tests.unit.report.estates import wide
from tests.unit.report.floods import TEXTS, flood

from exposture.errors import ReportError
from exposture.model.assessment import Assessment
from exposture.report import pdf
from exposture.report.view import build_view

FULL = "EXPOSTURE_FULL" in os.environ
CARD = '<article class="card '
LEFT_OUT = "more checks with findings did not fit into this PDF: results.json has them all."


def pages_of(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def test_cards_that_do_not_fit_are_counted_at_a_glance_and_at_the_end() -> None:
    view = build_view(wide(servers=3, rules=30))
    whole = pdf.page(view, "exposture")

    cut = pdf.page(view, "exposture", weight=pdf.weight_of(whole) // 2)

    assert (whole.count(CARD), whole.count(LEFT_OUT)) == (27, 0)
    assert 0 < cut.count(CARD) < 27
    assert cut.count(f"{27 - cut.count(CARD)} {LEFT_OUT}") == 2
    assert whole.split(CARD)[1] == cut.split(CARD)[1]


def test_what_is_cut_weighs_no_more_than_it_may() -> None:
    view = build_view(wide(servers=3, rules=60))
    whole = pdf.weight_of(pdf.page(view, "exposture"))

    weights = [pdf.weight_of(pdf.page(view, "exposture", weight=whole * part // 10)) for part in (9, 8, 7, 6)]

    assert [weight <= whole * part // 10 + 1_000 for weight, part in zip(weights, (9, 8, 7, 6), strict=True)] == [True] * 4


def test_places_to_break_count_as_boxes() -> None:
    assert pdf.weight_of("ab<wbr>cd<wbr>e") == 15 + 2 * pdf.WEIGHT_OF_BREAK


@pytest.mark.slow
@pytest.mark.parametrize("name", list(TEXTS) if FULL else list(TEXTS)[:2])
def test_flood_of_anything_is_cut_to_what_can_be_typeset(name: str) -> None:
    html = pdf.page(build_view(flood(TEXTS[name], findings=1_200, files=60)), "exposture")

    assert pdf.weight_of(html) <= 1.5 * pdf.WEIGHT_AT_MOST
    assert html.count("<tr") <= 1_500


@pytest.mark.slow
@pytest.mark.skipif(not FULL, reason="a minute of typesetting: scripts/test-full")
def test_flood_is_typeset_and_says_what_it_left_out() -> None:
    pages = pages_of(pdf.make_pdf(flood("x" * 400, rules=120, findings=400, servers=40, files=30)).data)

    assert len(pages) <= 300
    assert any("did not fit into this PDF" in re.sub(r"\s+", " ", page) for page in pages)


@pytest.mark.slow
@pytest.mark.skipif(not FULL or sys.platform != "linux", reason="the largest floods: scripts/test-full")
@pytest.mark.slow
@pytest.mark.parametrize("name", list(TEXTS) if FULL else list(TEXTS)[:2])
def test_largest_flood_stays_within_seconds_memory_and_pages(name: str) -> None:
    with watched() as peak:
        before = children_seconds()
        data = pdf.make_pdf(flood(TEXTS[name])).data
    pages = len(pages_of(data))
    seconds = children_seconds() - before

    print(f"{name}: {seconds:.0f} s of processor, {peak() >> 20} MB, {pages} pages")  # noqa: T201 - figures for the note of the landing
    assert pages <= 300
    assert peak() <= 1024**3
    assert seconds <= 60


def children_seconds() -> float:
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextlib.contextmanager
def watched() -> Iterator[Callable[[], int]]:
    """Give a function that returns the most memory that a process of ours which makes a PDF has taken, in bytes."""
    most, is_over = [0], threading.Event()

    def look() -> None:
        while not is_over.wait(0.2):
            most[0] = max(most[0], *map(_peak, Path("/proc/self/task").glob("*/children")), 0)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield lambda: most[0]
    finally:
        is_over.set()
        watcher.join()


def _peak(children: Path) -> int:
    peaks = [0]
    with contextlib.suppress(OSError):
        for child in children.read_text().split():
            if b"pdf_child" in Path(f"/proc/{child}/cmdline").read_bytes():
                lines = Path(f"/proc/{child}/status").read_text().splitlines()
                peaks += [int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")]
    return max(peaks)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no limit of processor seconds there")
def test_work_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "START", "from exposture.report.pdf_child import limit\nlimit(seconds=1)\nwhile True: pass")
    monkeypatch.setenv("PYTHONPATH", str(pdf.PACKAGE.parent))

    with pytest.raises(ReportError, match="not ready after 60 seconds of work"):
        pdf.make_pdf(small())


def small() -> Assessment:
    return wide(servers=1, rules=1)


def test_flood_has_what_it_says() -> None:
    made: Any = flood("x", rules=7, findings=50, servers=5, files=3)

    assert (len(made.head.rules), made.results.num_rows, len(made.head.servers), len(made.head.coverage.damaged)) == (7, 50, 5, 3)
