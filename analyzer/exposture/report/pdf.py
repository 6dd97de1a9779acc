"""The report as a bounded, tagged PDF, made by a child process with a limit of time and memory."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from exposture.errors import ReportError
from exposture.lifeline import run_child
from exposture.model.assessment import Assessment
from exposture.report import wording
from exposture.report.layout import asset, environment, font_faces, font_uris
from exposture.report.pdf_child import CPU_SECONDS_AT_MOST, MEMORY_AT_MOST, NO_LIBRARIES
from exposture.report.view import ReportView, build_view
from exposture.resources import PACKAGE

logger = logging.getLogger(__name__)

SECONDS_AT_MOST = 180.0
"""By the clock, which runs on while other programs have the processor; `pdf_child.CPU_SECONDS_AT_MOST` is the work itself."""
WEIGHT_AT_MOST = 800_000
"""Measured: 30 to 45 microseconds of processor and 0.5 kB of memory each."""
WEIGHT_OF_BREAK = 20
CARD = re.compile(r'<article class="card .*?</article>', re.DOTALL)
OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0) or None
START = "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); runpy.run_module('exposture.report.pdf_child', run_name='__main__')"
INSTALL = (
    "the PDF needs the system libraries Pango, HarfBuzz and fontconfig; install them "
    "(Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig; "
    "Fedora: dnf install pango; Windows: the MSYS2 package mingw-w64-x86_64-pango; macOS: brew install pango) "
    "or ask for HTML and JSON only"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfOutput:
    """The bytes, and what the analyst should know about them."""

    data: bytes
    warnings: tuple[str, ...]


def page(view: ReportView, generator: str, *, weight: int = WEIGHT_AT_MOST) -> str:
    """Return the HTML that is typeset: with as many cards, worst first, as are typeset within the limits of time and pages.

    The same view gives the same page: what an element costs is estimated, not measured. What is left out is said.
    """
    whole = _rendered(view, generator)
    if weight_of(whole) <= weight:
        return whole
    cards = [found.group() for found in CARD.finditer(whole)]
    room = max(weight - weight_of(whole) + sum(map(weight_of, cards)), weight // 8)
    fitting = sum(total <= room for total in accumulate(map(weight_of, cards)))
    more = f"{wording.count(len(cards) - fitting, 'more check')} with findings did not fit into this PDF: results.json has them all."
    found = replace(view.findings, cards=view.findings.cards[:fitting], more=" ".join(part for part in (more, view.findings.more) if part))
    return _rendered(replace(view, findings=found), generator)


def weight_of(html: str) -> int:
    """Return what typesetting costs: a character is one, and a place where a long word may break is a box of its own."""
    return len(html) + WEIGHT_OF_BREAK * html.count("<wbr>")


def _rendered(view: ReportView, generator: str) -> str:
    return environment().get_template("report.pdf.j2").render(view=view, medium="pdf", generator=generator)


def _job(assessment: Assessment, memory: int, folder: str) -> bytes:
    view = build_view(assessment)
    uris = font_uris()
    job = {
        "html": page(view, f"{assessment.head.tool.name} {assessment.head.tool.version}"),
        "css": font_faces(uris) + asset("page.css") + asset("pdf.css"),
        "fonts": sorted(uris.values()),
        "identifier": hashlib.sha256(f"{view.identifier}|{view.time}".encode()).hexdigest()[:32],
        "memory": memory,
        "folder": folder,
    }
    return json.dumps(job).encode()


def _run(job: bytes, seconds: float) -> subprocess.CompletedProcess[bytes]:
    """Run the child; `-P` keeps the current folder, which may hold anything, off its path."""
    command = [sys.executable, "-P", "-c", START, str(PACKAGE.parent)]
    try:
        return run_child(command, job, seconds)
    except subprocess.TimeoutExpired as error:
        raise ReportError(f"the PDF was not ready after {seconds:g} seconds and was given up; HTML and JSON hold the same facts") from error
    except OSError as error:
        raise ReportError(f"the process that makes the PDF did not start: {error.strerror}") from error


def _answer(done: subprocess.CompletedProcess[bytes]) -> PdfOutput:
    if done.returncode == NO_LIBRARIES:
        raise ReportError(INSTALL)
    if done.returncode == OUT_OF_TIME:
        raise ReportError(f"the PDF was not ready after {CPU_SECONDS_AT_MOST} seconds of work and was given up; HTML and JSON hold the same facts")
    head, _, data = done.stdout.partition(b"\n")
    if done.returncode != 0 or not data.startswith(b"%PDF-"):
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        reason = lines[-1][:200] if lines else "no message"
        raise ReportError(f"the process that makes the PDF ended with code {done.returncode}: {reason}; HTML and JSON hold the same facts")
    return PdfOutput(data=data, warnings=tuple(json.loads(head)["warnings"]))


def make_pdf(assessment: Assessment, *, seconds: float = SECONDS_AT_MOST, memory: int = MEMORY_AT_MOST) -> PdfOutput:
    """Return the PDF and its warnings; the same Assessment gives the same bytes on the same library versions.

    Raises:
        ReportError: a system library is missing, the time or memory ran out, or the engine failed.
    """
    folder = _folder_name()
    try:
        return _answer(_run(_job(assessment, memory, folder), seconds))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _folder_name() -> str:
    """Return where the child may make the folder for its engine's files; it removes it when we are gone, we when it is.

    Raises:
        ReportError: the system has no place for temporary files.
    """
    try:
        return str(Path(tempfile.gettempdir()) / f"exposture-pdf-{secrets.token_hex(8)}")
    except OSError as error:
        raise ReportError(f"the PDF needs a place for temporary files: {error.strerror}; name one in TMPDIR") from error


def render_pdf(assessment: Assessment) -> bytes:
    """Return the PDF; warnings go to the log.

    Raises:
        ReportError: see `make_pdf`.
    """
    output = make_pdf(assessment)
    for warning in output.warnings:
        logger.warning("%s", warning)
    return output.data
