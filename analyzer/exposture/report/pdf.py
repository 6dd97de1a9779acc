"""The report as a bounded, tagged PDF, made by a child process with a limit of time and memory."""

from __future__ import annotations

import hashlib
import json
import logging
import secrets
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from exposture.errors import ReportError
from exposture.lifeline import run_child
from exposture.model.assessment import Assessment
from exposture.report.layout import asset, environment, font_faces, font_uris
from exposture.report.pdf_child import MEMORY_AT_MOST, NO_LIBRARIES
from exposture.report.view import ReportView, build_view
from exposture.resources import PACKAGE

logger = logging.getLogger(__name__)

SECONDS_AT_MOST = 300.0
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


def page(view: ReportView, generator: str) -> str:
    """Return the HTML that is typeset."""
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
