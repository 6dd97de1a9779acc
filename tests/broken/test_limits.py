"""A limit that is hit: named with the option that raises it, never a pass, and raised by that option."""

from __future__ import annotations

import json
import re
import shutil
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from exposture.bundle.gzip_reader import MAX_MEMBERS
from exposture.bundle.limits import BundleLimits, Option
from exposture.bundle.tar_headers import MAX_EXTENSIONS
from exposture.cli.limits import limits_of, shown
from exposture.ingest.csv import MAX_COLUMNS
from exposture.ingest.limits import Limits
from tests.conftest import Ran
from tests.small import connectors_export
from tests.unit.bundle.samples import loose

Run = Callable[..., Ran]
HOSTILE = (Path(__file__).parents[2] / "docs" / "hostile-input.md").read_text(encoding="utf-8")
PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")


def packed(folder: Path, kind: str, *, blank: int = 0) -> Path:
    """Pack two exports, one with blanks behind it."""
    loose(folder / "in", ReceiveConnectors_xml=connectors_export("Scanner"), more_txt=b"note" + b" " * blank)
    path = folder / f"in.{kind}"
    if kind == "folder":
        return folder / "in"
    if kind == "zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted((folder / "in").iterdir()):
                archive.write(file, file.name)
    else:
        with tarfile.open(path, "w:gz") as archive:
            archive.add(folder / "in", ".")
    shutil.rmtree(folder / "in")
    return path


def results(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "results.json").read_bytes())
    return found


@pytest.mark.parametrize(
    ("kind", "option", "tight", "wide"),
    [
        ("zip", "--max-entries", "1", "2"),
        ("tar.gz", "--max-total-bytes", "1K", "100M"),
        ("zip", "--max-ratio", "3", "2000"),
        ("tar.gz", "--max-ratio", "3", "2000"),
    ],
)
def test_archive_beyond_a_limit_is_refused_and_read_with_the_option(run: Run, tmp_path: Path, kind: str, option: str, tight: str, wide: str) -> None:
    path = packed(tmp_path, kind, blank=11 * 1024**2)

    ran = run("inspect", path, option, tight)
    assert (ran.code, ran.out) == (3, "")
    assert f"{option} raises" in " ".join(ran.err.split())

    assert run("inspect", path, "--max-ratio", "2000", option, wide).code == 0


def test_folder_with_more_files_than_the_limit_is_refused(run: Run, tmp_path: Path) -> None:
    path = packed(tmp_path, "folder")

    ran = run("inspect", path, "--max-entries", "1")
    assert ran.code == 3
    assert "--max-entries raises it" in ran.err
    assert run("inspect", path, "--max-entries", "2").code == 0


@pytest.mark.parametrize("kind", ["folder", "zip", "tar.gz"])
def test_file_beyond_the_limit_is_named_and_nothing_that_needs_it_passes(run: Run, tmp_path: Path, kind: str) -> None:
    loose(tmp_path / "in", AcceptedDomains_xml=connectors_export("x" * 20_000))
    path = packed(tmp_path, kind)

    ran = run("audit", path, "-o", tmp_path / "out", "-f", "json", "--max-file-bytes", "10K")
    document = results(tmp_path / "out")

    assert ran.code == 4
    (line,) = [line for line in ran.err.splitlines() if line.startswith("exposture: ")]
    assert "AcceptedDomains.xml" in line
    assert "larger than the limit of 10240 bytes; --max-file-bytes raises it" in line
    assert [file["path"] for file in document["coverage"]["damaged"]] == ["AcceptedDomains.xml"]
    leaning = {rule["id"] for rule in document["rules"] if "accepted_domains" in json.dumps(rule["datasets"])}
    assert leaning
    assert [row for row in (*document["passes"], *document["results"]) if row["rule_id"] in leaning and row["outcome"] == "pass"] == []


def test_only_file_beyond_the_limit_is_unusable(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(connectors_export("Scanner"))

    ran = run("site", "init", tmp_path / "a.xml", "--max-file-bytes", "100")

    assert ran.code == 3
    assert "--max-file-bytes raises it" in ran.err


@pytest.mark.parametrize("text", ["", "0", "-1", "1.5G", "2 gigabytes", "G", "9" * 20])
def test_size_that_is_none_is_wrong_usage(run: Run, tmp_path: Path, text: str) -> None:
    ran = run("inspect", tmp_path, "--max-total-bytes", text)

    assert ran.code == 2
    assert "is no size; write bytes, or a number with K, M, G or T" in " ".join(ran.err.split())


@pytest.mark.parametrize(("text", "count"), [("10", 10), ("3k", 3072), ("512M", 512 * 1024**2), ("2GiB", 2 * 1024**3), ("1 tb", 1024**4)])
def test_sizes_count_in_steps_of_1024(run: Run, tmp_path: Path, text: str, count: int) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a", b"1" * 11)

    ran = run("inspect", tmp_path / "a.zip", "--max-total-bytes", text)

    assert (f"more than the limit of {count};" in ran.err) == (count == 10)


def test_options_move_the_limits_that_belong_together() -> None:
    limits = limits_of(7, None, 4 * 1024**3, 9)

    assert (limits.max_entries, limits.max_folder_files, limits.max_ratio) == (7, 7, 9)
    assert (limits.file.max_file_bytes, limits.max_total_bytes, limits.max_cabinet_bytes) == (4 * 1024**3, 4 * 1024**3, 512 * 1024**2)
    assert limits.file.max_elements == 8 * BundleLimits().file.max_elements
    assert limits_of(None, 100, 4 * 1024**3, None).max_total_bytes == 100
    assert limits_of(None, 5 * 1024**3, None, None).max_cabinet_bytes == 5 * 1024**3
    assert limits_of(None, None, 1024, None).file.max_elements == BundleLimits().file.max_elements
    assert limits_of(None, None, None, None) == BundleLimits()


def test_limits_of_a_file_are_those_of_the_documentation() -> None:
    table = HOSTILE.partition("## Limits of a file")[2].partition("\n## ")[0]
    rows = [(int(number.replace(",", "")), grows == "yes") for number, grows in re.findall(r"\| ([0-9,]+) \| (yes|no) \|", table)]
    limits, larger = asdict(Limits()), asdict(Limits().for_files_of(2 * Limits().max_file_bytes))

    known = [(limits[name], larger[name] > limits[name]) for name in limits if name != "max_file_bytes"]

    assert sorted(rows) == sorted([*known, (MAX_COLUMNS, False), (MAX_MEMBERS, False), (MAX_EXTENSIONS, False)])


def test_limits_are_those_of_the_documentation() -> None:
    rows = re.findall(r"^\| `(--max-[a-z-]+)` \| (.+?) \| (\w+) \|", PAGE.partition("## Limits")[2].partition("\n## ")[0], re.MULTILINE)
    limits = BundleLimits()
    expected = [
        (Option.ENTRIES, str(limits.max_entries)),
        (Option.ENTRIES, str(limits.max_folder_files)),
        (Option.TOTAL_BYTES, shown(limits.max_total_bytes)),
        (Option.TOTAL_BYTES, shown(limits.max_cabinet_bytes)),
        (Option.FILE_BYTES, shown(limits.file.max_file_bytes)),
        (Option.RATIO, str(limits.max_ratio)),
    ]

    assert [(option, default) for option, _, default in rows] == expected
    assert f"beyond {shown(limits.ratio_floor_bytes)}" in rows[-1][1]
