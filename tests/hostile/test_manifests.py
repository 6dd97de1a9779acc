"""A manifest that lies is refused by file and line, or its lie changes nothing, or what it spoils is named; never a crash, never a pass."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tests.hostile.manifest_cases import LIES, Lie
from tests.hostile.organization import CANARY
from tests.hostile.test_corpus import beside, said
from tests.small import small_bundle

Run = Callable[..., Ran]
pytestmark = pytest.mark.usefixtures("few_rules")
every_lie = pytest.mark.parametrize("lie", LIES, ids=[lie.name for lie in LIES])


@every_lie
def test_lie_of_a_manifest_is_refused_or_named_or_changes_nothing(run: Run, tmp_path: Path, lie: Lie) -> None:
    (tmp_path / "canary.txt").write_text(CANARY, encoding="utf-8")
    folder = small_bundle(tmp_path / "in")
    lie.change(folder)
    before = beside(tmp_path)

    ran = run("audit", folder, "-o", tmp_path / "out", "-f", "json")

    assert (ran.code, lie.says in ran.err) == (lie.code, True), ran.err
    assert "Traceback" not in ran.err
    assert "\x1b" not in ran.err
    assert len(ran.err) < 20_000
    assert beside(tmp_path) == before
    if ran.code != 3:
        document = json.loads((tmp_path / "out" / "results.json").read_bytes())
        assert verdict(document) in ([("fail", "Scanner")], [("fail", "Printer")]) or all(outcome == "unknown" for outcome, _ in verdict(document))
        assert CANARY not in said(ran, tmp_path / "out")


def verdict(document: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what RCV-006 says of targets that the bundle really has."""
    rows = [row for row in document["results"] if row["rule_id"] == "RCV-006"]
    return [(row["outcome"], row["subject"]) for row in rows if not row["subject"].startswith(("EX", ".."))]
