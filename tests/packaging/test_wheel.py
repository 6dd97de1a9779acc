"""The wheel holds what git holds, and works where nothing else is installed."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = {
    "analyzer/exposture/": "exposture/",
    "collector/": "exposture/_data/collector/",
    "rules/": "exposture/_data/rules/",
    "samples/": "exposture/_data/samples/",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "-q",
            "--disable-pip-version-check",
            "--no-deps",
            "--no-build-isolation",
            "-w",
            str(folder),
            str(ROOT),
        ],
        check=True,
    )
    return next(folder.glob("*.whl"))


def tracked_files() -> set[str]:
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z", *FOLDERS], check=True, capture_output=True, text=True).stdout
    return {path for path in listed.split("\0") if path and (ROOT / path).exists()}


def place_in_wheel(path: str) -> str:
    folder, target = next((folder, target) for folder, target in FOLDERS.items() if path.startswith(folder))
    return target + path.removeprefix(folder)


@pytest.mark.slow
def test_wheel_holds_exactly_the_tracked_files(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}

    assert packed == {place_in_wheel(path) for path in tracked_files()}


@pytest.mark.slow
def test_wheel_carries_the_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        licences = {Path(name).name for name in archive.namelist() if ".dist-info/licenses/" in name}

    assert "LICENSE" in licences
    assert len(licences) >= 3


@pytest.mark.slow
def test_installed_wheel_audits_the_packaged_sample_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    venv.create(tmp_path / "env", with_pip=False, symlinks=True)
    python = next(found for name in ("bin/python", "Scripts/python.exe") if (found := tmp_path / "env" / name).exists())
    site_packages = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], check=True, capture_output=True, text=True
    ).stdout.strip()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site_packages)
    dependencies = [path for path in sys.path if path.endswith("site-packages")]
    Path(site_packages, "dependencies.pth").write_text("\n".join(dependencies), encoding="utf-8")
    home.mkdir()

    where = "import exposture, exposture.resources as r; print(exposture.__file__); print(r.data_root())"
    found = subprocess.run([python, "-c", where], check=True, capture_output=True, text=True, cwd=home).stdout.splitlines()
    sample = Path(found[1]) / "samples" / "contoso" / "2026-08"
    done = subprocess.run(
        [python, "-m", "exposture", "audit", str(sample), "-o", "out", "-f", "json"], cwd=home, capture_output=True, text=True, check=False
    )

    assert all(line.startswith(str(tmp_path)) for line in found)
    assert done.returncode == 0, done.stderr
    assert json.loads((home / "out" / "results.json").read_bytes())["organization"]["name"] == "Contoso"
