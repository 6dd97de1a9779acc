"""The public API, as a notebook uses it."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import exposture
from exposture.errors import UsageError
from tests.small import small_bundle


def test_importing_exposture_loads_nothing_heavy() -> None:
    code = "import sys, exposture; print(sorted({'pandas', 'pyarrow', 'duckdb', 'lxml', 'weasyprint'} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_tables_are_frames_that_keep_their_nulls(tmp_path: Path) -> None:
    bundle = exposture.open_bundle(small_bundle(tmp_path / "bundle"))

    frame = bundle.table("receive_connectors")

    assert "receive_connectors" in bundle.tables
    assert list(frame["name"]) == ["Scanner"]
    assert frame["max_message_size"].isna().all()


def test_coverage_has_a_row_per_dataset_and_target(tmp_path: Path) -> None:
    coverage = exposture.open_bundle(small_bundle(tmp_path / "bundle")).coverage.set_index(["dataset", "target"])

    assert coverage.loc[("receive_connectors", "org"), "status"] == "ok"
    assert coverage.loc[("send_connectors", "org"), "status"] == "missing"


def test_an_unknown_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no table is called 'mailboxen'"):
        exposture.open_bundle(small_bundle(tmp_path / "bundle")).table("mailboxen")


def test_findings_are_a_frame(tmp_path: Path) -> None:
    found = exposture.audit(small_bundle(tmp_path / "bundle"), as_of=date(2026, 8, 17))

    fails = found.findings[found.findings["outcome"] == "fail"]

    assert "RCV-006" in set(fails["rule_id"])
    assert found.assessment.head.as_of.time == "2026-08-17T00:00:00"
    assert len(found.coverage) > 50


def test_site_and_rule_pack_are_paths(tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    site.write_text("choices: {esu: yes}\n", encoding="utf-8")

    found = exposture.audit(small_bundle(tmp_path / "bundle"), site=site, rules_dir=Path(__file__).parents[1] / "rules")

    assert found.assessment.head.site == {"site_choices": [{"name": "esu", "value": "yes"}]}


def test_a_time_with_a_zone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="as_of carries a time zone"):
        exposture.audit(small_bundle(tmp_path / "bundle"), as_of=datetime(2026, 8, 17, tzinfo=UTC))
