from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from exposture.catalog.facts import load_facts
from exposture.errors import UsageError
from exposture.rulebook.site import SCHEMAS, Site, load_choices, load_site
from exposture.workflows.site_init import site_yaml, write_site
from tests.small import connector, contents, small_bundle

HOSTILE = ["a\nb: c", "x\u2028y", 'quote " and \\', "# comment", "- {name: none}", "*alias &anchor", "\x85"]


def text_of(tmp_path: Path, *names: str, smart_hosts: list[str] | None = None) -> str:
    sender: Mapping[str, Any] = {"name": "Out", "guid": "00000000-0000-4000-8000-000000000001", "enabled": True, "smart_hosts": smart_hosts or []}
    connectors = [connector(name) for name in names or ("Scanner",)]
    return site_yaml([small_bundle(tmp_path / "bundle", *connectors, more=[contents("send_connectors", [sender])])])


def loaded(text: str, tmp_path: Path) -> Site:
    path = tmp_path / "site.yaml"
    path.write_text(text, encoding="utf-8")
    return load_site(path, networks=load_facts().networks)


def confirmed(text: str) -> str:
    """Take the mark away from every answer, as an analyst who agrees with all of them would."""
    return "\n".join(line[2:] if line.startswith("# ") else line for line in text.splitlines()) + "\n"


def test_as_it_is_the_file_declares_nothing(tmp_path: Path) -> None:
    assert loaded(text_of(tmp_path), tmp_path).declared == frozenset()


def test_every_table_and_every_choice_is_a_question(tmp_path: Path) -> None:
    text = text_of(tmp_path)

    assert [name for name in SCHEMAS if f"\n{name}:" not in text] == []
    assert [name for name, choice in load_choices().items() if choice.question not in text] == []


def test_what_the_bundle_suggests_can_be_confirmed(tmp_path: Path) -> None:
    site = loaded(confirmed(text_of(tmp_path, smart_hosts=["mx.example.net"])), tmp_path)

    assert site.tables["site_gateways"].column("name").to_pylist() == ["mx.example.net"]
    assert site.tables["site_servers"].column("server").to_pylist() == ["EX1"]


def test_an_answer_says_whose_findings_it_changes(tmp_path: Path) -> None:
    text = text_of(tmp_path)

    question = load_choices()["esu"].question
    assert "## An answer could change findings of BLD-001 (1)" in text.partition(question)[2].partition("\n#   esu")[0]


def test_a_value_of_the_bundle_cannot_become_an_answer_by_itself(tmp_path: Path) -> None:
    text = text_of(tmp_path, *HOSTILE, smart_hosts=HOSTILE)

    assert loaded(text, tmp_path).declared == frozenset()
    assert all(line.startswith(("#", "##")) or line == "" or line.rstrip(":") in SCHEMAS for line in text.splitlines())


def test_hostile_values_that_are_confirmed_stay_one_value(tmp_path: Path) -> None:
    site = loaded(confirmed(text_of(tmp_path, smart_hosts=HOSTILE)), tmp_path)

    assert set(site.tables["site_gateways"].column("name").to_pylist()) <= {value.strip() for value in HOSTILE}


def test_a_file_that_exists_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "site.yaml"
    path.write_text("choices: {}\n", encoding="utf-8")

    with pytest.raises(UsageError, match="is there already"):
        write_site(path, "new", [])


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(UsageError, match=r"cannot write|is there already"):
        write_site(tmp_path / "file" / "site.yaml", "new", [])
