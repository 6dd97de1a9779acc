"""The public API: what `import exposture` offers."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import exposture
from exposture.errors import BundleError, ProfileError, UsageError
from exposture.model.assessment import Assessment
from tests.small import connector, pack, small_bundle


def test_version_is_that_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert exposture.__version__ == project["version"]


def test_all_names_exist() -> None:
    assert exposture.__all__ == sorted(exposture.__all__)
    assert [name for name in exposture.__all__ if not hasattr(exposture, name)] == []


def test_table_is_a_frame_of_typed_columns(tmp_path: Path) -> None:
    frame = exposture.open_bundle(small_bundle(tmp_path / "in", connector("A"), connector("B", tls_first=True))).table("receive_connectors")

    assert list(frame["name"]) == ["A", "B"]
    assert [list(methods) for methods in frame["auth_mechanism"]] == [["Tls", "BasicAuth"], ["Tls", "BasicAuth", "BasicAuthRequireTLS"]]
    assert str(frame["max_hop_count"].dtype) == "int64[pyarrow]"
    assert bool(frame["max_hop_count"].isna().all())


def test_table_that_was_not_collected_has_columns_and_no_row(tmp_path: Path) -> None:
    frame = exposture.open_bundle(str(small_bundle(tmp_path / "in"))).table("send_connectors")

    assert len(frame) == 0
    assert "smart_hosts" in frame.columns


def test_tables_are_named_derived_ones_included(tmp_path: Path) -> None:
    names = exposture.open_bundle(small_bundle(tmp_path / "in")).tables

    assert names == sorted(names)
    assert {"receive_connectors", "servers", "certificates"} <= set(names)


def test_limits_are_those_that_the_caller_gives(tmp_path: Path) -> None:
    folder = small_bundle(tmp_path / "in")
    limits = exposture.BundleLimits.of(max_entries=1)

    for call in (exposture.open_bundle, exposture.audit):
        with pytest.raises(BundleError, match="more than 1 files and folders below it; --max-entries raises it"):
            call(folder, limits=limits)


def test_limit_of_one_part_of_a_file_can_be_given(tmp_path: Path) -> None:
    limits = replace(exposture.BundleLimits(), file=replace(exposture.BundleLimits().file, max_elements=5))

    frame = exposture.open_bundle(small_bundle(tmp_path / "in"), limits=limits).coverage.set_index(["dataset", "target"])

    assert frame.loc[("receive_connectors", "org"), "status"] == "damaged"
    assert "more than the limit of 5 elements; a larger --max-file-bytes raises it" in frame.loc[("receive_connectors", "org"), "message"]


def test_unknown_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no table is called 'connectors'"):
        exposture.open_bundle(small_bundle(tmp_path / "in")).table("connectors")


def test_coverage_is_a_frame(tmp_path: Path) -> None:
    frame = exposture.open_bundle(small_bundle(tmp_path / "in")).coverage.set_index(["dataset", "target"])

    assert tuple(frame.loc[("receive_connectors", "org"), ["status", "rows"]]) == ("ok", 1)
    assert list(frame.loc[("receive_connectors", "org"), "files"]) == ["org/receive_connectors.clixml"]
    assert frame.loc[("send_connectors", "org"), "status"] == "missing"


def test_audit_gives_findings_coverage_and_assessment(tmp_path: Path) -> None:
    found = exposture.audit(small_bundle(tmp_path / "in"))
    findings = found.findings

    (evidence,) = findings[(findings.rule_id == "RCV-006") & (findings.outcome == "fail")].evidence
    assert json.loads(evidence)["auth_mechanism"] == ["Tls", "BasicAuth"]
    assert isinstance(found.assessment, Assessment)
    assert len(found.coverage) == len(exposture.open_bundle(tmp_path / "in").coverage)


@pytest.mark.parametrize("as_of", [date(2025, 1, 31), datetime(2025, 1, 31)])  # noqa: DTZ001 - naive UTC
def test_audit_takes_what_the_command_takes(tmp_path: Path, as_of: date) -> None:
    (tmp_path / "site.yaml").write_text("choices: {single_server: accepted}\n", encoding="utf-8")
    rules = pack(tmp_path / "rules")

    head = exposture.audit(
        small_bundle(tmp_path / "in"), profile="stig", site=str(tmp_path / "site.yaml"), as_of=as_of, rules_dir=rules
    ).assessment.head

    assert (head.profile.name, head.as_of.time) == ("stig", "2025-01-31T00:00:00")
    assert head.site == {"site_choices": [{"name": "single_server", "value": "accepted"}]}


def test_time_with_a_zone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="as_of carries a time zone"):
        exposture.audit(tmp_path, as_of=datetime(2025, 1, 31, tzinfo=UTC))


def test_errors_are_our_own(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="nothing readable"):
        exposture.open_bundle(tmp_path)
    with pytest.raises(UsageError, match="no input"):
        exposture.audit()
    with pytest.raises(ProfileError, match="strict"):
        exposture.audit(small_bundle(tmp_path / "in"), profile="strict")
