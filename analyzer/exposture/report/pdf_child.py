"""The process that makes the PDF: reads a job on standard input, writes the bytes on standard output, asks nothing else.

It runs alone because a hostile value can make layout slow or large, and because the system libraries of WeasyPrint may
end the process. Nothing of the package but this module and its lifeline is loaded, and every address but the bundled fonts is refused.
"""

from __future__ import annotations

import ctypes.util
import gc
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from exposture.lifeline import end_with_pipe, read_job

MEMORY_AT_MOST = 2 * 1024**3
CPU_SECONDS_AT_MOST = 60
NO_LIBRARIES = 3
UNTAGGED = "the PDF is not tagged for screen readers: this version of the engine could not tag it"


class RefusedError(Exception):
    """An address that is not one of the package's own fonts was asked for."""


def limit(memory: int = MEMORY_AT_MOST, seconds: int = CPU_SECONDS_AT_MOST) -> None:
    """Bound the address space and the seconds of processor where the system can; a limit that is already lower stays."""
    try:
        import resource  # noqa: PLC0415  # does not exist on Windows
    except ImportError:
        return
    for kind, at_most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(kind)
        wanted = at_most if hard == resource.RLIM_INFINITY else min(at_most, hard)
        resource.setrlimit(kind, (wanted, hard))


def _nothing(name: str) -> str | None:  # noqa: ARG001  # the signature of find_library
    return None


def leave_libraries_to_the_loader() -> None:
    """Keep programs from being run on Linux: to find a library Python asks ldconfig, gcc and ld, which write files of their own.

    WeasyPrint tries several names of each library; the one that the system's loader knows by itself is among them.
    """
    if sys.platform == "linux":
        ctypes.util.find_library = _nothing


def _fetcher(allowed: frozenset[str]) -> Any:  # weasyprint ships no types
    from weasyprint import URLFetcher  # noqa: PLC0415  # needs Pango, which may be missing

    class PackageFetcher(URLFetcher):  # type: ignore[misc]  # weasyprint ships no types
        """Gives the bundled fonts, which are data, and refuses everything else."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            if url not in allowed:
                raise RefusedError("the report may load nothing but its own fonts")
            return super().fetch(url, headers)

    return PackageFetcher(allowed_protocols=["data"])


def system_fonts() -> Any:  # weasyprint ships no types
    """Return the fonts of the system, to which a document adds its own.

    They are looked for before memory is limited: fontconfig that runs out of it writes an empty list of fonts into its cache, which every
    program of the system reads.
    """
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415  # needs Pango, which may be missing

    return FontConfiguration()


def _document(job: dict[str, Any], fonts: Any) -> Any:  # weasyprint ships no types
    from weasyprint import CSS, HTML  # noqa: PLC0415  # needs Pango, which may be missing

    fetcher = _fetcher(frozenset(job["fonts"]))
    style = CSS(string=job["css"], url_fetcher=fetcher, font_config=fonts, base_url=None)
    return HTML(string=job["html"], url_fetcher=fetcher, base_url=None).render(stylesheets=[style], font_config=fonts)


def make_pdf(job: dict[str, Any], fonts: Any) -> tuple[bytes, list[str]]:
    """Return the PDF and what the analyst should know about it.

    `job`: `html`, `css`, `fonts` (the data URIs that may be loaded), `identifier` (hex).
    """
    document = _document(job, fonts)
    gc.collect()  # once, before the second peak: tagging and writing
    identifier = bytes.fromhex(job["identifier"])
    try:
        return document.write_pdf(pdf_identifier=identifier, pdf_variant="pdf/ua-1"), []
    except Exception:  # noqa: BLE001  # tagging fails on some pages where plain output works; the report comes first
        return _document(job, fonts).write_pdf(pdf_identifier=identifier), [UNTAGGED]


def main() -> int:
    """Read one job, write one answer: a line of JSON with the warnings, then the PDF."""
    job = json.loads(read_job(sys.stdin.buffer))
    tempfile.tempdir = os.environ["TMPDIR"] = job["folder"]
    leave_libraries_to_the_loader()
    end_with_pipe(sys.stdin.buffer, job["folder"])
    Path(job["folder"]).mkdir(mode=0o700)
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    gc.disable()  # it takes a third of the time; `make_pdf` collects once, the process ends with its one document
    try:
        import weasyprint  # noqa: F401, PLC0415  # needs Pango, which may be missing
    except OSError as error:
        sys.stderr.write(str(error))
        return NO_LIBRARIES
    fonts = system_fonts()
    limit(job["memory"])  # not before: a library that does not fit into memory looks like one that is not there
    pdf, warnings = make_pdf(job, fonts)
    with answer:
        answer.write(json.dumps({"warnings": warnings}).encode() + b"\n" + pdf)
    return 0


if __name__ == "__main__":
    CODE = main()
    sys.stderr.flush()
    os._exit(CODE)  # without taking apart millions of objects, which costs a second on a large report
