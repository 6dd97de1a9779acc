"""The collector's files as they travel with the package: the proof, and the folder that goes to a server."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from exposture.errors import PackageDataError, UsageError
from exposture.resources import collector_root
from exposture.workflows.outputs import write_file

SCRIPT = "Export-ExchangePosture.ps1"
PROOF = "PROOF.md"
GUIDE = "GUIDE.md"
SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The files that were laid out, and the script's SHA-256."""

    paths: tuple[Path, ...]
    sha256: str


def proof_text() -> str:
    """Return the page for the change board, as it was made from the script.

    Raises:
        PackageDataError: it is missing, or it is the proof of another script than the one beside it.
    """
    text = _file(PROOF).decode("ascii")
    if _sha256(_file(SCRIPT)) not in text:
        raise PackageDataError(f"{PROOF} is the proof of another script than {SCRIPT}; install exposture again, or run scripts/make_proof")
    return text


def write_proof(path: Path) -> None:
    """Write the page to a file.

    Raises:
        UsageError: the file cannot be written; PackageDataError: as for `proof_text`.
    """
    text = proof_text()
    try:
        write_file(path, text.encode("ascii"))
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error


def export_collector(folder: Path) -> Exported:
    """Lay out script, proof, guide and hashes in a folder that is new or empty.

    Raises:
        UsageError: the folder holds something, or cannot be written; PackageDataError: a file of the package is missing.
    """
    script = _file(SCRIPT)
    sha256 = _sha256(script)
    guide = _file(GUIDE).decode("ascii").replace("{sha256}", sha256)
    files = {SCRIPT: script, PROOF: _crlf(proof_text()), "GUIDE.txt": _crlf(guide)}
    files[SUMS] = "".join(f"{_sha256(content)}  {name}\n" for name, content in sorted(files.items())).encode("ascii")
    return Exported(paths=_written(folder, files), sha256=sha256)


def _written(folder: Path, files: dict[str, bytes]) -> tuple[Path, ...]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UsageError(f"{folder} is not empty; give a new folder")
        for name, content in files.items():
            write_file(folder / name, content)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror or error}") from error
    return tuple(folder / name for name in files)


def _file(name: str) -> bytes:
    try:
        return (collector_root() / name).read_bytes()
    except OSError as error:
        raise PackageDataError(f"the installation is incomplete: collector/{name} is missing; install it again") from error


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _crlf(text: str) -> bytes:
    """Return text for Windows' editor."""
    return text.replace("\n", "\r\n").encode("ascii")
