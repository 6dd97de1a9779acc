"""Real exports, where the folder with them lies beside the project; nothing of them is copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from exposture.bundle.open import open_bundle
from exposture.catalog.facts import load_facts
from exposture.catalog.load import load_catalog
from exposture.model.coverage import FileState, Status
from exposture.model.estate import Estate

CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the folder shared/corpus is not beside the project")


@pytest.fixture(scope="module")
def exchange2016() -> Estate:
    return open_bundle([CORPUS / "exchange2016"], catalog=load_catalog(), facts=load_facts())


def test_every_file_has_a_line_and_none_is_damaged(exchange2016: Estate) -> None:
    there = sorted(path.relative_to(CORPUS / "exchange2016").as_posix() for path in (CORPUS / "exchange2016").rglob("*") if path.is_file())

    assert [each.path for each in exchange2016.files] == there
    assert {each.state for each in exchange2016.files} == {FileState.READ, FileState.UNRECOGNISED}


def test_configuration_files_are_no_exports(exchange2016: Estate) -> None:
    others = [each for each in exchange2016.files if each.path.endswith((".config", "/Configuration.xml", "/Antimalware.xml"))]

    assert len(others) == 30
    assert all("XML with the root " in each.message for each in others)
    assert all(each.message.startswith("a configuration file (") for each in others if each.path.endswith("eb.config"))


def test_the_one_listed_server_has_what_names_nobody(exchange2016: Estate) -> None:
    lines = [each for each in exchange2016.coverage if each.status is not Status.MISSING]

    assert {each.target for each in lines} <= {"org", "ldap", "SOLO-E16A"}
    assert {each.status for each in lines} <= {Status.OK, Status.EMPTY}
    (services,) = [each for each in lines if each.dataset == "windows_services"]
    assert (services.target, services.rows, services.message[:8]) == ("SOLO-E16A", 245, "assumed:")


def test_laboratories_are_told_apart(exchange2016: Estate) -> None:
    assert any(remark.startswith("objects of more than one forest: ") and "solo.local" in remark for remark in exchange2016.remarks)


def test_shell_host_of_connectors_is_not_their_server() -> None:
    estate = open_bundle([CORPUS / "connectors"], catalog=load_catalog(), facts=load_facts())

    assert {each.target for each in estate.coverage if each.dataset == "receive_connectors"} == {"org"}
    assert "WIN-CTD3L0RGEN4" not in {each.target for each in estate.coverage if each.status is Status.OK}
