from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.unit.report.assessments import assessment, row
from tests.unit.report.contoso import contoso
from tests.unit.report.estates import wide

from exposture.report.document import from_json, to_json
from exposture.report.explorer import results_data
from exposture.report.findings import index_findings
from exposture.report.html import render_html

FULL = "EXPOSTURE_FULL" in os.environ


@pytest.fixture(scope="module")
def page() -> str:
    return render_html(contoso()).decode()


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_two_runs_give_the_same_bytes(page: str) -> None:
    assert render_html(contoso()).decode() == page


def test_a_report_from_the_document_is_the_same(page: str) -> None:
    assert render_html(from_json(to_json(contoso()))).decode() == page


def test_policy_holds_the_hashes_of_style_and_script(page: str) -> None:
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)[0].replace("&#39;", "'")
    style = re.findall(r"<style>(.*?)</style>", page, flags=re.S)[0]
    script = re.findall(r"<script>(.*?)</script>", page, flags=re.S)[0]

    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest(style)}'" in policy
    assert f"script-src 'sha256-{digest(script)}'" in policy


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    loads = re.findall(r"""(?:src|href)=["'](?!#)([^"']*)|url\((?!["']?data:)([^)]*)|@import""", page)

    assert loads == [("https://example.com/docs/anonymous-relay", "")]


def test_no_style_attribute_that_the_policy_would_block(page: str) -> None:
    assert not re.search(r"<[^>]+ (?:style|on\w+)=", page.split("<body>", 1)[1].split("<script", 1)[0])


def test_landmarks_and_scopes_are_there(page: str) -> None:
    assert page.count("<main ") == page.count("<nav ") == page.count("<footer ") == 1
    assert '<html lang="en">' in page
    assert all('scope="' in head for head in re.findall(r"<th(?= |>)[^>]*>", page))


def test_every_finding_named_on_a_card_has_a_permalink(page: str) -> None:
    relay = contoso().results.to_pylist()
    first = next(item["finding_id"] for item in relay if item["subject"] == "EX-FRA-01\\Scanner relay")

    assert f'id="finding-{first}"' in page


def test_every_link_inside_the_page_has_its_target(page: str) -> None:
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))


def test_severity_is_a_letter_and_a_word(page: str) -> None:
    assert re.findall(r'<span class="badge k-critical">(.*?)</span>', page)[0] == "<b>C</b> critical"


def data(findings: Any, limit: int = 10**9) -> dict[str, Any]:
    return json.loads(results_data(findings, limit))


def test_results_are_index_columns_worst_first() -> None:
    rows = [row(outcome="pass", subject="good"), row(), row("CRT-001", outcome="unknown", severity="high", reason="missing", server=None)]
    table = data(index_findings(assessment(rows)))

    assert (table["outcome"], table["severity"]) == ("014", "010")
    assert [table["rules"][place][0] for place in table["rule"]] == ["RCV-001", "CRT-001", "RCV-001"]
    assert [table["subjects"][place] for place in table["subject"]] == ["\x01\\Relay", "EX1\\Relay", "good"]
    assert [table["texts"][place] for place in table["text"]] == ["\x02 lets anonymous senders relay.", "missing", ""]
    assert [table["servers"][place] for place in table["server"]] == ["EX1", "", "EX1"]


def test_ids_are_kept_for_what_is_no_pass() -> None:
    rows = [row(), row(outcome="pass", subject="good")]
    packed = data(index_findings(assessment(rows)))["id"]

    assert base64.urlsafe_b64decode(packed + "=").hex() == rows[0]["finding_id"]


def test_an_id_that_is_no_id_is_left_out() -> None:
    assert data(index_findings(assessment([{**row(), "finding_id": "x"}])))["id"] == "AAAAAAAAAAA"


def test_rows_beyond_the_budget_are_counted() -> None:
    table = data(index_findings(wide(servers=50, rules=10)), 5_000)

    assert len(table["rule"]) + table["left_out"] == 500
    assert 100 < len(table["rule"]) < 250


@pytest.mark.slow
def test_120_000_results_stay_under_five_megabytes() -> None:
    servers = 1_000 if FULL else 100
    big = render_html(wide(servers=servers, rules=120))

    assert len(big) < 1_000_000 + 4_000 * servers
    assert b'"left_out":0}' in big


@pytest.mark.slow
@pytest.mark.skipif(not FULL, reason="40,000 results: scripts/test-full")
def test_texts_without_anything_in_common_stay_under_five_megabytes() -> None:
    rows = [row(subject=f"{number:07}" * 10, message=f"{number:09}" * 15) for number in range(40_000)]
    big = render_html(assessment(rows))

    assert 4_800_000 < len(big) < 5_000_000
    assert b'"left_out":0}' not in big


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium on this machine")
@pytest.mark.parametrize(
    ("hash_", "expected"),
    [("", "14 of 14 cards, 77 of 77 results"), ("?", "14 of 14 cards")],
)
def test_the_script_runs_under_the_policy(hash_: str, expected: str, page: str, tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text(page, encoding="utf-8")
    command = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={tmp_path}/profile",
        "--dump-dom",
        f"file://{tmp_path}/report.html{hash_}",
    ]
    shown = subprocess.run(command, capture_output=True, timeout=60, check=True).stdout.decode()

    assert expected in shown
    assert shown.count('<button class="copy"') > 10 or shown.count('class="copy"') > 10
