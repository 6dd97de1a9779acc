from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from exposture.catalog.networks import SpecialNetworks, special_network
from exposture.errors import PackageDataError, SiteError
from exposture.rulebook.answers import Answers
from exposture.rulebook.site import SCHEMAS, Site, empty_site, load_choices, load_site, load_site_tables, range_reader, read_site

NETWORKS = SpecialNetworks([special_network("10.0.0.0/8", is_global=False, is_private=True)])


def site(text: str) -> Site:
    return read_site(text, Path("site.yaml"), range_reader(NETWORKS), load_choices())


def rows(text: str, table: str) -> list[dict[str, Any]]:
    return site(text).tables[table].to_pylist()


def test_every_table_is_there_and_empty_while_undeclared() -> None:
    found = empty_site()

    assert sorted(found.tables) == sorted(f"site_{name}" for name in SCHEMAS)
    assert {table.num_rows for table in found.tables.values()} == {0}
    assert found.declared == frozenset()


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "gateways:\nchoices:\nservers: []\n"])
def test_empty_keys_declare_nothing(text: str) -> None:
    assert site(text).declared == frozenset()


def test_gateway_left_out_flags_are_unknown() -> None:
    found = rows("gateways: [{name: mx, ranges: [10.1.2.3, 192.0.2.0/24], direction: inbound, does_spf: true}]", "site_gateways")[0]

    ranges = [(one["text"], one["routable"], one["private_only"]) for one in found["ranges"]]
    assert ranges == [("10.1.2.3", False, True), ("192.0.2.0/24", True, False)]
    assert (found["does_spf"], found["signs_dkim"], found["direction"]) == (True, None, "inbound")


def test_gateway_none_has_no_ranges() -> None:
    assert rows("gateways: [{name: none}]", "site_gateways")[0]["ranges"] is None


def test_server_names_are_netbios_in_upper_case() -> None:
    assert rows("servers: [{server: ex1.contoso.example, has_internet: false}]", "site_servers") == [
        {"server": "EX1", "purpose": None, "internet_reachable": None, "has_internet": False}
    ]


def test_choices_are_rows_sorted_by_name_and_a_bare_yes_is_a_word() -> None:
    assert rows("choices: {mdm: yes, backup: native, time_client: chrony}", "site_choices") == [
        {"name": "backup", "value": "native"},
        {"name": "mdm", "value": "yes"},
        {"name": "time_client", "value": "chrony"},
    ]


def test_declared_names_tables_and_choices() -> None:
    found = site("choices: {esu: no}\ntime_sources: [{host: none}]\ninternal_networks: [{range: 198.51.100.0/24}]")

    assert found.declared == {"choices.esu", "site_time_sources", "site_internal_networks"}
    assert found.tables["site_internal_networks"].schema.field("range").type == pa.struct(SCHEMAS["internal_networks"]["range"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1", r"a: Extra inputs are not permitted in site.yaml:1:1"),
        ("servers: []\nservers: []", r"the key 'servers' stands twice; keep one in site.yaml:2:1"),
        ("servers:\n- {server: EX1}\n- {server: ex1.contoso.example}", r"servers: the same server stands twice; keep one in site.yaml:3:3"),
        ("gateways:\n- {name: mx, ranges: [10.0.0.300]}", r"gateways: .*expected an address.* in site.yaml:2:3"),
        ("internal_networks:\n- {range: here}", r"internal_networks: .*expected an address.* in site.yaml:2:3"),
        ("gateways: [{name: none, does_spf: true}]", "declares that nothing stands in front"),
        ("gateways: [{name: mx, does_spf: 1}]", "gateways.0.does_spf: Input should be a valid boolean"),
        ("choices:\n  colour: red", r"no choice is called 'colour'; the names are routing, .* in site.yaml:2:3"),
        ("choices:\n  esu: perhaps", r"choices.esu is 'perhaps'; expected one of yes, no in site.yaml:2:3"),
        ("choices: []", "choices: Input should be a valid dictionary"),
        ("allowed_forwarding: [{reason: a}]", "name a domain, a mailbox, or both"),
        ("service_accounts: [{purpose: a}]", "name the account by sid, by name, or both"),
        ("service_accounts: [{sid: S-2-5}]", "String should match pattern"),
        ("time_sources: [{host: ntp}]", "a source has a kind"),
        ("time_sources: [{host: none, kind: public}]", "the host none has none"),
        ("published_paths: [{path: owa, is_published: true}]", "String should match pattern"),
    ],
)
def test_wrong_file_is_an_error_with_its_line(text: str, message: str) -> None:
    with pytest.raises(SiteError, match=message):
        site(text)


def test_empty_range_is_no_address() -> None:
    with pytest.raises(SiteError, match="expected an address"):
        read_site("internal_networks: [{range: a}]", Path("site.yaml"), lambda text: range_reader(NETWORKS)(" "), {})


def test_file_is_read_with_its_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("edge_subscriptions: [{edge_server: edge1, organization: Contoso}]", encoding="utf-8-sig")

    found = load_site(tmp_path / "site.yaml", networks=NETWORKS)

    assert found.tables["site_edge_subscriptions"].to_pylist() == [{"edge_server": "EDGE1", "organization": "Contoso"}]


def test_no_file_declares_nothing() -> None:
    assert load_site(None, networks=NETWORKS).declared == frozenset()


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="cannot be read"):
        load_site(tmp_path / "site.yaml", networks=NETWORKS)


def test_pack_without_its_list_is_incomplete(tmp_path: Path) -> None:
    with pytest.raises(PackageDataError, match=r"lacks site_choices\.yaml"):
        load_choices(tmp_path)


def test_every_table_has_a_question_and_an_example_that_is_right() -> None:
    tables = load_site_tables()
    examples = {name: table.example if name == "choices" else [table.example] for name, table in tables.items()}

    assert list(tables) == list(SCHEMAS) == list(Answers.model_fields)
    Answers.model_validate(examples)


def test_every_question_asks() -> None:
    questions = [choice.question for choice in load_choices().values()]
    questions += [table.question.partition("?")[0] + "?" for table in load_site_tables().values() if "?" in table.question]

    assert [question for question in questions if not question.endswith("?")] == []
