from __future__ import annotations

import pytest

from exposture.bundle.cures import Situation, cure_of, who_to_ask
from exposture.catalog.dataset import Dataset
from exposture.model.coverage import CERTAIN, CoverageLine, Status

BUNDLE = Situation(edges=frozenset({"EDGE1"}), tiers=frozenset({"core"}))
LOOSE = Situation(edges=frozenset(), tiers=frozenset({"core"}), is_loose=True)
ORG = {"id": "ems", "cmdlet": "Get-X", "target": "org"}
SERVER = {"id": "wmi", "wmi": "Win32_X", "target": "server"}
DC = {"id": "dc", "registry": ["HKLM\\X"], "target": "dc"}
LDAP = {"id": "ldap", "ldap": "(a=b)", "target": "ldap"}


def dataset(*sources: dict[str, object]) -> Dataset:
    return Dataset.model_validate({"name": "things", "title": "Things", "sources": list(sources), "key": ["guid"], "columns": []})


def cure(status: Status, target: str, *sources: dict[str, object], situation: Situation = BUNDLE, tier: str = "core") -> str:
    line = CoverageLine(dataset="things", target=target, status=status, tier=tier)
    return cure_of(line, dataset(*(sources or (ORG, SERVER, DC, LDAP))), situation)


@pytest.mark.parametrize("status", sorted({*CERTAIN, Status.NOT_APPLICABLE}))
def test_what_is_no_gap_has_no_cure(status: Status) -> None:
    assert cure(status, "org") == ""


@pytest.mark.parametrize("status", sorted(set(Status) - CERTAIN - {Status.NOT_APPLICABLE}))
@pytest.mark.parametrize("target", ["org", "ldap", "dc", "dc/DC1", "EX1", "EDGE1", "unattributed"])
@pytest.mark.parametrize("situation", [BUNDLE, LOOSE], ids=["bundle", "loose"])
def test_every_gap_has_a_cure(status: Status, target: str, situation: Situation) -> None:
    assert len(cure(status, target, situation=situation)) > 20


def test_domain_controller_is_for_the_directory_team() -> None:
    asked = "ask the directory team to run the collector with -Role DomainController on "

    assert cure(Status.MISSING, "dc/DC1") == f"{asked}DC1"
    assert cure(Status.MISSING, "dc") == f"{asked}each domain controller"


def test_edge_is_read_on_itself() -> None:
    assert cure(Status.MISSING, "EDGE1") == "run the script on EDGE1 itself"
    assert cure(Status.UNREACHABLE, "EDGE1") == "run the script on EDGE1 itself"
    assert cure(Status.NOT_AVAILABLE, "EDGE1") == "run the script on EDGE1 itself"


@pytest.mark.parametrize(
    ("target", "right"),
    [
        ("org", "a member of View-Only Organization Management"),
        ("ldap", "an account of the domain that may read the directory"),
        ("EX1", "a local administrator of EX1, elevated"),
        ("dc/DC1", "an administrator of the domain controller"),
        ("EDGE1", "a local administrator of that server"),
    ],
)
def test_denied_access_names_the_right(target: str, right: str) -> None:
    assert cure(Status.ACCESS_DENIED, target).endswith(f", as {right}")


def test_exchange_cmdlet_about_a_server_needs_a_role() -> None:
    source = {"id": "ems", "cmdlet": "Get-X", "target": "server", "server_by": "Server"}

    assert cure(Status.ACCESS_DENIED, "EX1", source).endswith(", as a member of View-Only Organization Management")


def test_right_of_a_source_goes_before_that_of_its_kind() -> None:
    source = {**ORG, "rights": "a holder of the role Mailbox Import Export"}

    assert cure(Status.ACCESS_DENIED, "org", source).endswith(", as a holder of the role Mailbox Import Export")
    assert "as a holder of the role Mailbox Import Export" in cure(Status.NOT_AVAILABLE, "org", source)


def test_tier_that_nobody_asked_for_is_named() -> None:
    assert cure(Status.MISSING, "org", tier="deep") == "run the script with -Tier Deep"


def test_server_that_was_left_out_is_named() -> None:
    assert cure(Status.MISSING, "EX2") == "run the script with -Server EX2, or on it with -LocalOnly"
    assert cure(Status.UNREACHABLE, "EX2") == "make EX2 reachable, or run the script on it with -LocalOnly"


def test_export_by_hand_names_the_command() -> None:
    assert cure(Status.MISSING, "org", situation=LOOSE) == "export Get-X too, or run the collector"
    assert cure(Status.MISSING, "EX1", SERVER, situation=LOOSE) == "export Things too, or run the collector"
    assert (
        cure(Status.PARTIAL, "org", {**ORG, "parameters": {"ResultSize": "Unlimited"}}, situation=LOOSE)
        == "export it again with -ResultSize Unlimited"
    )
    assert cure(Status.PARTIAL, "org", situation=LOOSE).startswith("export Get-X itself with Export-Clixml, or run the collector")


def test_controllers_alone_miss_the_exchange_servers() -> None:
    alone = Situation(edges=frozenset(), tiers=frozenset({"core"}), has_exchange=False)

    assert cure(Status.MISSING, "org", situation=alone) == "run the script on an Exchange server and give its bundle too"
    assert "directory team" in cure(Status.MISSING, "dc", situation=alone)


@pytest.mark.parametrize(("status", "option"), [(Status.TIMEOUT, "-MaxCmdletSeconds"), (Status.RUNNING, "-Resume"), (Status.ERROR, "-Dataset")])
def test_option_of_the_script_is_named(status: Status, option: str) -> None:
    assert option in cure(status, "org")


def test_ordinary_server_needs_nobody_else() -> None:
    assert who_to_ask("EX2", BUNDLE.edges) == ""
