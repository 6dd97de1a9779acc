from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from exposture.catalog.facts import load_facts
from exposture.errors import UsageError
from exposture.rulebook.answers import Answers
from exposture.rulebook.site import Site, load_choices, load_site_tables, range_reader, read_site
from exposture.workflows.site_init import site_yaml, write_site
from tests.small import connector, contents, small_bundle

HOSTILE = [
    "a\nchoices: {mdm: 'yes'}",
    "a\r\n- {name: b}",
    'a"}, {name: "b',
    "a\\",
    "a*/ -- #",
    "a: &b !!python/object:os.system",
    "a\u2028choices:\u2029",
    "a\x85b\x7fc\x00d",
    "\u202eevil",
    "none",
    "\U0001f600 \ufdd0 \U000f0000",
    "'{{7*7}}' ${x} `y`",
    "Postf\u00e4cher",
]
facts = cache(load_facts)


def loaded(text: str) -> Site:
    return read_site(text, Path("site.yaml"), range_reader(facts().networks), load_choices())


def freed(text: str, wanted: Callable[[str], bool] = lambda _: True) -> str:
    """Take the comment mark from the answers that are wanted."""
    return "".join(line[2:] if line.startswith("# ") and wanted(line) else line for line in text.splitlines(keepends=True))


def declared(site: Site) -> dict[str, list[Mapping[str, object]]]:
    return {name: table.to_pylist() for name, table in site.tables.items() if table.num_rows}


def suggested(text: str, table: str) -> list[str]:
    """Return the lines under a key, up to the next blank one."""
    block = text.partition(f"\n{table}:\n")[2].partition("\n\n")[0]
    return [line for line in block.splitlines() if line]


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    internet = connector("Default Frontend") | {
        "permission_groups": ["AnonymousUsers"],
        "remote_ip_ranges": ["0.0.0.0-255.255.255.255"],
        "transport_role": "FrontendTransport",
    }
    more = [
        contents("transport_config", [{"internal_smtp_servers": ["192.0.2.20", "192.0.2.21-192.0.2.29"]}]),
        contents(
            "send_connectors",
            [
                {"name": "Out", "guid": "00000000-0000-4000-8000-000000000031", "enabled": True, "smart_hosts": ["[192.0.2.20]", "mx.example.net"]},
                {"name": "Old", "guid": "00000000-0000-4000-8000-000000000032", "enabled": False, "smart_hosts": ["old.example.net"]},
            ],
        ),
        contents("accepted_domains", [{"name": "Own", "domain_name": "contoso.mail.onmicrosoft.com"}]),
        contents(
            "remote_domains",
            [{"name": "Tenant", "domain_name": "fabrikam.onmicrosoft.com"}, {"name": "Ours", "domain_name": "contoso.mail.onmicrosoft.com"}],
        ),
        contents("windows_network_adapters", [{"description": "lan", "ip_address": ["10.0.0.5", "8.8.8.8"]}], target="EX1"),
        contents("edge_subscriptions", [{"name": "EDGE1"}]),
    ]
    return site_yaml([small_bundle(tmp_path_factory.mktemp("site") / "in", internet, more=more)])


def test_file_as_written_declares_nothing(text: str) -> None:
    assert declared(loaded(text)) == {}


def test_every_question_is_asked(text: str) -> None:
    questions = [table.question for table in load_site_tables().values()] + [choice.question for choice in load_choices().values()]

    assert [question for question in questions if f"\n## {question}\n" not in text] == []


def test_every_table_and_choice_has_its_place(text: str) -> None:
    assert [line for line in text.splitlines() if re.match(r"^\w+:$", line)] == [f"{name}:" for name in load_site_tables()]
    assert [name for name in load_choices() if f"  {name}: " not in text] == []


def test_every_answer_freed_gives_a_valid_file(text: str) -> None:
    found = declared(loaded(freed(text)))

    assert [row["domain"] for row in found["site_own_domains"]] == ["fabrikam.onmicrosoft.com"]
    assert [(row["edge_server"], row["organization"]) for row in found["site_edge_subscriptions"]] == [("EDGE1", "Contoso")]
    assert {str(row["name"]) for row in found["site_choices"]} == {name for name, choice in load_choices().items() if choice.values}


def test_any_single_answer_freed_gives_a_valid_file_that_declares_it_alone(text: str) -> None:
    answers = [line for line in text.splitlines(keepends=True) if line.startswith("# ")]

    assert len(answers) > 15
    assert {line: sum(map(len, declared(loaded(freed(text, line.__eq__))).values())) for line in answers} == dict.fromkeys(answers, 1)


def test_gateways_are_smart_hosts_and_internal_servers_once_each(text: str) -> None:
    assert suggested(text, "gateways") == [
        (
            '#   - {name: "192.0.2.20", ranges: ["192.0.2.20"], direction: "both"}  '
            "## an internal SMTP server of the transport configuration; smart host of the send connector Out"
        ),
        (
            '#   - {name: "192.0.2.21-192.0.2.29", ranges: ["192.0.2.21-192.0.2.29"], direction: "inbound"}  '
            "## an internal SMTP server of the transport configuration"
        ),
        '#   - {name: "mx.example.net", direction: "outbound"}  ## smart host of the send connector Out',
    ]


def test_connector_that_takes_internet_mail_is_suggested(text: str) -> None:
    assert suggested(text, "internet_facing") == [
        '#   - {server: "EX1", connector: "Default Frontend", is_internet_facing: true}  ## its settings take mail from the internet'
    ]


def test_public_addresses_of_servers_are_suggested(text: str) -> None:
    """Networks reserved for documentation are not public, so another address stands here."""
    assert suggested(text, "internal_networks") == ['#   - {range: "8.8.8.8"}  ## address of EX1']


def test_servers_are_suggested_with_what_is_known_of_them(text: str) -> None:
    (line,) = suggested(text, "servers")

    assert line.startswith('#   - {server: "EX1", purpose: "')
    assert line.endswith("  ## Exchange 2019")


def test_question_says_whose_findings_its_answer_changes(text: str) -> None:
    block = text.partition("## Which hosts or devices give the time")[2].partition("\ntime_sources:")[0]

    assert "\n## An answer could change findings of TIM-004 (1)." in block


def test_choice_says_whose_findings_its_answer_changes(text: str) -> None:
    block = text.partition("## Does another malware scanner")[2].partition("third_party_av")[0]

    assert re.search(r"\n## An answer could change findings of SPM-015 \(\d+\)\.\n", block)


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_value_stays_on_its_line(tmp_path: Path, value: str) -> None:
    more = [
        contents("send_connectors", [{"name": value, "guid": "00000000-0000-4000-8000-000000000031", "enabled": True, "smart_hosts": [value, "mx"]}]),
        contents("remote_domains", [{"name": value, "domain_name": f"{value}.onmicrosoft.com"}]),
    ]

    text = site_yaml([small_bundle(tmp_path / "in", more=more)])

    assert declared(loaded(text)) == {}
    assert declared(loaded(freed(text))).keys() >= {"site_gateways", "site_choices"}
    assert {row["value"] for row in declared(loaded(freed(text)))["site_choices"] if row["name"] == "mdm"} == {"yes"}
    assert all(line == "" or line.startswith("#") or re.match(r"^\w+:$", line) for line in text.splitlines())


def test_hostile_value_keeps_its_text_where_it_is_a_valid_answer(tmp_path: Path) -> None:
    value = 'a"}, \U0001f600\u2028\x7f\\'
    more = [contents("send_connectors", [{"name": "x", "enabled": True, "smart_hosts": [value]}])]

    site = declared(loaded(freed(site_yaml([small_bundle(tmp_path / "in", more=more)]))))

    assert [row["name"] for row in site["site_gateways"]] == [value]


def test_what_cannot_be_an_answer_is_told_as_prose(tmp_path: Path) -> None:
    more = [contents("send_connectors", [{"name": "x", "enabled": True, "smart_hosts": ["none", "MX.example.net", "mx.example.net"]}])]

    lines = suggested(site_yaml([small_bundle(tmp_path / "in", more=more)]), "gateways")

    assert lines == [
        '#   - {name: "MX.example.net", direction: "outbound"}  ## smart host of the send connector x',
        '## The bundle holds what cannot be an answer: - {name: "mx.example.net", direction: "outbound"}',
        '## The bundle holds what cannot be an answer: - {name: "none", direction: "outbound"}',
    ]


def test_examples_are_valid_answers() -> None:
    for name, table in load_site_tables().items():
        example: object = table.example if name == "choices" else [table.example]

        Answers.model_validate({name: example})


def test_file_is_not_written_into_the_input(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="lies in the input"):
        write_site(tmp_path / "site.yaml", "", [tmp_path])


def test_place_that_cannot_be_written_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(UsageError, match=r"cannot write .*: (Not a directory|File exists)"):
        write_site(tmp_path / "file" / "site.yaml", "", [])
