"""Broken input: one clear message that names file and place, the exit code, and the rest intact."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tests.small import connector, connectors_export, contents, seal, small_bundle
from tests.unit.bundle.samples import loose, services_export

Run = Callable[..., Ran]


def results(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "results.json").read_bytes())
    return found


def fails(document: dict[str, Any], rule_id: str = "RCV-006") -> list[str]:
    return [row["subject"] for row in document["results"] if row["rule_id"] == rule_id and row["outcome"] == "fail"]


def test_empty_folder_is_unusable(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()

    ran = run("audit", tmp_path / "in", "-o", tmp_path / "out")

    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "exposture: nothing readable: the input holds no file; give a bundle, or exports of Get-* cmdlets in in\n"
    assert not (tmp_path / "out").exists()


def test_missing_input_is_unusable(run: Run, tmp_path: Path) -> None:
    ran = run("audit", tmp_path / "nowhere", "-o", tmp_path / "out")

    assert ran.code == 3
    assert f"nothing is there; give a folder, an archive (zip, cab, tar.gz) or an exported file in {tmp_path / 'nowhere'}" in ran.err


def test_only_file_that_is_no_export_is_unusable(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("call the provider back", encoding="utf-8")

    ran = run("audit", tmp_path / "notes.txt", "-o", tmp_path / "out")

    assert ran.code == 3
    assert "none of 1 files is an export that the catalog knows; notes.txt: no export of PowerShell (text)" in ran.err


def test_zip_that_climbs_out_is_unusable(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        archive.writestr("../../etc/passwd", "root")

    ran = run("audit", tmp_path / "in.zip", "-o", tmp_path / "out")

    assert ran.code == 3
    assert len(ran.err.splitlines()) == 1


def test_cut_file_among_good_ones_is_named_and_the_rest_is_judged(run: Run, tmp_path: Path) -> None:
    cut = services_export("W32Time", "MSExchangeTransport")
    loose(tmp_path / "in", ReceiveConnectors_xml=connectors_export("Scanner"), **{"Get-Service_xml": cut[: len(cut) // 2]})

    ran = run("audit", tmp_path / "in", "-o", tmp_path / "out", "-f", "json")
    document = results(tmp_path / "out")

    assert ran.code == 4
    (line,) = [line for line in ran.err.splitlines() if line.startswith("exposture: ")]
    assert "Get-Service.xml:" in line
    assert [file["path"] for file in document["coverage"]["damaged"]] == ["Get-Service.xml"]
    assert fails(document) == ["Scanner"]


def test_file_that_is_not_well_formed_among_good_ones_is_named(run: Run, tmp_path: Path) -> None:
    loose(tmp_path / "in", ReceiveConnectors_xml=connectors_export("Scanner"), other_xml=b"<a><b></a>")

    ran = run("audit", tmp_path / "in", "-o", tmp_path / "out", "-f", "json")

    assert ran.code == 4
    assert "other.xml:1" in ran.err
    assert fails(results(tmp_path / "out")) == ["Scanner"]


def test_xml_of_another_kind_is_listed_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    loose(tmp_path / "in", ReceiveConnectors_xml=connectors_export("Scanner"), web_xml=b"<configuration/>")

    ran = run("audit", tmp_path / "in", "-o", tmp_path / "out", "-f", "json")
    document = results(tmp_path / "out")

    assert ran.code == 0
    assert "exposture:" not in ran.err
    assert [(file["path"], file["state"]) for file in document["coverage"]["unrecognised"]] == [("web.xml", "unrecognised")]
    assert fails(document) == ["Scanner"]


def test_file_whose_hash_differs_is_named(run: Run, tmp_path: Path) -> None:
    folder = small_bundle(tmp_path / "in")
    path = folder / "org" / "receive_connectors.clixml"
    path.write_bytes(path.read_bytes().replace(b"Scanner", b"Printer"))

    ran = run("audit", folder, "-o", tmp_path / "out", "-f", "json")

    assert ran.code == 4
    assert "exposture: org/receive_connectors.clixml" in ran.err
    assert [bundle["integrity"] for bundle in results(tmp_path / "out")["bundles"]] == ["differs"]


def test_unknown_dataset_of_a_manifest_is_listed(run: Run, tmp_path: Path) -> None:
    new = contents("accepted_domains", [{"name": "contoso.com"}])
    folder = small_bundle(tmp_path / "in", more=[new])
    for name in ("datasets.csv", "files.csv"):
        path = folder / name
        path.write_bytes(path.read_bytes().replace(b'"accepted_domains"', b'"domains_of_tomorrow"'))
    seal(folder)

    ran = run("audit", folder, "-o", tmp_path / "out", "-f", "json")
    document = results(tmp_path / "out")

    assert ran.code == 0
    assert "domains_of_tomorrow" in json.dumps(document["coverage"])
    assert fails(document) == ["Scanner"]


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (b'"receive_connectors","org","1"', b'"receive_connectors","org","1"', ""),
        (b'"ok","1"', b'"ok","2"', "says 2 rows, the files hold 1"),
        (b'"receive_connectors","org"', b'"receive_connectors","EX9"', "datasets.csv has no line for it"),
    ],
)
def test_manifest_that_says_other_than_the_files_ends_with_4(run: Run, tmp_path: Path, before: bytes, after: bytes, says: str) -> None:
    folder = small_bundle(tmp_path / "in")
    path = folder / "datasets.csv"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(line.replace(before, after) if b"receive_connectors" in line else line for line in lines))
    seal(folder)

    for ran in (run("audit", folder, "-o", tmp_path / "out", "-f", "json"), run("inspect", folder)):
        assert (ran.code, says in ran.err + ran.out) == (4 if says else 0, True)


def test_bundles_of_two_organizations_do_not_merge(run: Run, tmp_path: Path) -> None:
    first = small_bundle(tmp_path / "one")
    second = small_bundle(tmp_path / "two", connector("Other"), org_guid="0e0f7a1c-0000-4000-8000-000000000002")

    ran = run("audit", first, second, "-o", tmp_path / "out", "-f", "json")

    assert ran.code == 2
    assert "organization" in ran.err


def test_inspect_lists_what_is_damaged_and_says_so_in_its_exit_code(run: Run, tmp_path: Path) -> None:
    loose(tmp_path / "in", ReceiveConnectors_xml=connectors_export("Scanner"), other_xml=b"<a><b></a>")

    ran = run("inspect", tmp_path / "in")

    assert ran.code == 4
    assert "other.xml" in ran.out
    assert "receive_connectors" in ran.out


def test_line_feed_in_the_name_of_a_damaged_file_starts_no_line_of_its_own(run: Run, tmp_path: Path) -> None:
    loose(tmp_path / "in", ReceiveConnectors_xml=connectors_export("Scanner"))
    (tmp_path / "in" / "a\nexposture: all is well\x1b[2J.xml").write_bytes(b"<a>")

    ran = run("audit", tmp_path / "in", "-o", tmp_path / "out", "-f", "json")

    assert ran.code == 4
    assert "\x1b" not in ran.err
    assert "exposture: all is well" not in [line[:23] for line in ran.err.splitlines()]
