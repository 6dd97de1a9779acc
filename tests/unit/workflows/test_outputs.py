from __future__ import annotations

from pathlib import Path

import pytest

from exposture.errors import UsageError
from exposture.workflows import outputs
from exposture.workflows.outputs import plan_outputs, write_file


def planned(*formats: str, folder: Path | None = None, inputs: tuple[str, ...] = ("exports.zip",)) -> list[str]:
    plan = plan_outputs(formats, folder, [Path(name) for name in inputs])
    return [f"{output.renderer.name} {output.path or '-'}" for output in plan]


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_default_is_every_report_in_a_folder_named_after_the_first_input() -> None:
    folder = "exposture-exports"

    assert planned(inputs=("exports.zip", "other")) == [
        f"pdf {folder}/report.pdf",
        f"html {folder}/report.html",
        f"json {folder}/results.json",
        f"parquet {folder}/results.parquet",
    ]


def test_folder_that_is_the_input_keeps_the_dots_of_its_name() -> None:
    Path("2026.08").mkdir()

    assert planned("html", inputs=("2026.08",)) == ["html exposture-2026.08/report.html"]


def test_ending_of_two_parts_is_one_ending() -> None:
    assert planned("html", inputs=("contoso.2026.tar.gz",)) == ["html exposture-contoso.2026/report.html"]


def test_input_without_a_name_is_called_a_report() -> None:
    with pytest.raises(UsageError, match=r"exposture-report/report\.html lies in the input /"):
        planned("html", inputs=("/",))


def test_format_with_a_path_goes_there_and_brings_no_parquet() -> None:
    assert planned("json:all/facts.json", "html") == ["json all/facts.json", "html exposture-exports/report.html"]


def test_dash_is_standard_output() -> None:
    assert planned("json:-", folder=Path("out")) == ["json -"]


def test_folder_with_our_own_files_is_used_again() -> None:
    Path("out").mkdir()
    for name in ("results.json", "report.pdf", "report.html.part", ".exposture-lock"):
        Path("out", name).touch()
    Path("out", ".exposture-new").mkdir()

    assert planned("html", folder=Path("out")) == ["html out/report.html"]


def test_folder_with_other_things_is_no_matter_where_nothing_goes_into_it() -> None:
    Path("out").mkdir()
    Path("out", "diary.txt").touch()

    assert planned("json:-", folder=Path("out")) == ["json -"]


def test_file_is_no_folder() -> None:
    Path("out").touch()

    with pytest.raises(UsageError, match="out is a file; name a folder with -o"):
        planned("html", folder=Path("out"))


def test_two_outputs_for_one_place_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"two outputs go to the same place: .*/out/report\.html"):
        planned("html", f"json:{tmp_path}/out/report.html", folder=Path("out"))


def test_output_over_an_input_is_refused() -> None:
    Path("exports.zip").touch()

    with pytest.raises(UsageError, match=r"exports\.zip is the input itself; name another place with -o"):
        planned("json:./exports.zip")


def test_output_inside_an_input_is_refused_even_through_a_link(tmp_path: Path) -> None:
    Path("exports").mkdir()
    Path("link").symlink_to("exports")

    with pytest.raises(UsageError, match=r"link/report\.html lies in the input exports, and the next run would read it"):
        planned("html", folder=Path("link"), inputs=("exports",))


def test_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    write_file(tmp_path / "a" / "b.txt", b"x")

    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"x"


def test_interrupt_while_writing_keeps_the_old_file_and_leaves_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "b.txt").write_bytes(b"old")
    monkeypatch.setattr(outputs.os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "b.txt", b"new")

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("b.txt", b"old")]
