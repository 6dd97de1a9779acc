"""The typed tables of a run, kept as Parquet with their coverage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from exposture.errors import UsageError
from exposture.workflows.saved_tables import check_tables_folder
from tests.conftest import Ran
from tests.small import small_bundle

Run = Callable[..., Ran]


def test_tables_are_kept_with_their_coverage(run: Run, tmp_path: Path) -> None:
    ran = run("audit", small_bundle(tmp_path / "in"), "-f", "json", "-o", tmp_path / "out", "--save-tables", tmp_path / "tables")

    assert ran.code in {0, 4}
    coverage = pq.read_table(tmp_path / "tables" / "coverage.parquet")
    assert {"dataset", "target", "status", "files"} <= set(coverage.column_names)
    assert pq.read_table(tmp_path / "tables" / "exchange_servers.parquet").num_rows > 0
    assert str(tmp_path / "tables") in ran.err + ran.out


def test_older_tables_are_replaced_as_a_whole(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "old.parquet").write_bytes(b"old")

    run("audit", small_bundle(tmp_path / "in"), "-f", "json", "-o", tmp_path / "out", "--save-tables", tmp_path / "tables")

    assert not (tmp_path / "tables" / "old.parquet").exists()


@pytest.mark.parametrize(("name", "told"), [("other.txt", "holds other things"), (None, "is a file"), ("in", "lies in the input")])
def test_folder_that_is_no_place_for_tables_is_refused(tmp_path: Path, name: str | None, told: str) -> None:
    place = tmp_path / "tables"
    if name is None:
        place.write_text("a file")
    elif name == "in":
        place = tmp_path / "in" / "tables"
    else:
        place.mkdir()
        (place / name).write_text("other")

    with pytest.raises(UsageError, match=told):
        check_tables_folder(place, [tmp_path / "in"])


def test_tables_that_cannot_be_written_are_said_and_the_reports_are_there(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pq, "write_table", full)

    ran = run("audit", small_bundle(tmp_path / "in"), "-f", "html", "-o", tmp_path / "out", "--save-tables", tmp_path / "tables")

    assert ran.code == 5
    assert "No space left on device" in ran.err
    assert (tmp_path / "out" / "report.html").exists()
