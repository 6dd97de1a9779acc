"""Where the three forms lie in the repository, and their bytes."""

from __future__ import annotations

from pathlib import Path

from scripts.contoso.estate import estate, to_bundle
from scripts.contoso.raw import FORMS, exports

from exposture.bundle.writer import bundle_files

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = Path("samples/contoso/2026-08")
LOOSE = Path("tests/data/loose/contoso")


def all_files() -> dict[Path, dict[str, bytes]]:
    """Return the files of each form, by folder relative to the repository and path inside it."""
    contents = estate()
    loose = {LOOSE / form.name: exports(contents, form) for form in FORMS}
    return {BUNDLE: bundle_files(to_bundle(contents)), **loose}


def write_all(root: Path = ROOT) -> list[str]:
    """Write every form anew, remove files that belong to none any more, and return a line about each folder."""
    return [_write(root / folder, folder, files) for folder, files in all_files().items()]


def _write(place: Path, folder: Path, files: dict[str, bytes]) -> str:
    for path, content in files.items():
        file = place / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    for file in sorted(place.rglob("*")):
        if file.is_file() and file.relative_to(place).as_posix() not in files:
            file.unlink()
    return f"{folder.as_posix()}: {len(files)} files, {sum(map(len, files.values())):,} bytes"
