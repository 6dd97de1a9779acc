"""Objects, containers, references, and what is cut out of them."""

from __future__ import annotations

import pytest

from exposture.errors import ClixmlError
from exposture.ingest.limits import Limits
from exposture.model.values import Entries, Item, Redacted
from tests.unit.ingest.reading import read_roots


def test_object_has_types_text_base_value_and_properties() -> None:
    types = '<TN RefId="0"><T>My.Type</T><T>System.Object</T></TN>'

    item = read_roots(f'<Obj RefId="0">{types}<ToString>Mailbox</ToString><I32>2</I32><Props><S N="Name">a</S></Props></Obj>').item

    assert (item.types, item.text, item.value, item.properties) == (("My.Type", "System.Object"), "Mailbox", 2, {"Name": "a"})
    assert item.is_deserialized is False


def test_parts_of_an_object_may_come_in_any_order() -> None:
    item = read_roots('<Obj><MS><S N="b">2</S></MS><Props><S N="a">1</S></Props><ToString>t</ToString><TN><T>A</T></TN></Obj>').item

    assert (item.types, item.text, item.properties) == (("A",), "t", {"a": "1", "b": "2"})


def test_object_may_have_no_part_at_all() -> None:
    item = read_roots("<Obj><Props /><MS /></Obj>").item

    assert (item.types, item.text, item.value, item.properties) == ((), None, None, {})


def test_base_value_may_be_an_object() -> None:
    item = read_roots("<Obj><Obj><ToString>inner</ToString></Obj></Obj>").item

    assert isinstance(item.value, Item)
    assert item.value.text == "inner"


def test_deserialized_prefix_is_cut_off_and_remembered() -> None:
    item = read_roots('<Obj><TN RefId="0"><T>Deserialized.My.Type</T><T>deserialized.System.Object</T></TN></Obj>').item

    assert (item.types, item.is_deserialized) == (("My.Type", "System.Object"), True)


def test_extended_property_wins_and_the_adapted_one_is_kept() -> None:
    item = read_roots(
        '<Obj><Props><S N="InstalledOn">1/2/2026</S><S N="A">x</S></Props><MS><DT N="installedOn">2026-01-02T00:00:00</DT></MS></Obj>'
    ).item

    assert item.properties == {"A": "x", "InstalledOn@props": "1/2/2026", "installedOn": "2026-01-02T00:00:00"}
    assert item.get("INSTALLEDON") == "2026-01-02T00:00:00"


def test_two_extended_spellings_of_one_adapted_name_lose_nothing() -> None:
    item = read_roots('<Obj><Props><S N="A">1</S></Props><MS><S N="A">2</S><S N="a">3</S></MS></Obj>').item

    assert item.properties == {"A@props": "1", "A": "2", "a": "3"}


def test_named_member_set_is_a_value() -> None:
    item = read_roots('<Obj><MS><MS N="PSStandardMembers"><S N="a">b</S></MS></MS></Obj>').item
    inner = item.get("PSStandardMembers")

    assert isinstance(inner, Item)
    assert inner.properties == {"a": "b"}


def test_property_that_comes_twice_is_noted_and_the_last_one_holds() -> None:
    outcome = read_roots('<Obj><MS><S N="a">1</S><S N="a">2</S></MS></Obj>')

    assert outcome.item.properties == {"a": "2"}
    assert outcome.codes == ["duplicate-property"]


def test_property_without_a_name_is_noted() -> None:
    outcome = read_roots("<Obj><MS><S>1</S></MS></Obj>")

    assert outcome.item.properties == {}
    assert outcome.codes == ["unnamed-property"]


@pytest.mark.parametrize("tag", ["LST", "IE", "QUE", "STK"])
def test_container_is_a_list_in_the_order_of_the_file(tag: str) -> None:
    assert read_roots(f"<{tag}><S>b</S><Nil /><{tag} /></{tag}>").values == [["b", None, []]]


def test_container_of_an_object_is_its_base_value() -> None:
    assert read_roots("<Obj><LST><S>x</S></LST></Obj>").item.value == ["x"]
    assert read_roots("<Obj><LST /></Obj>").item.value == []


def test_dictionary_keeps_order_types_and_colliding_keys() -> None:
    pairs = ['<S N="Key">a</S><I32 N="Value">1</I32>', '<S N="value">2</S><S N="KEY">A</S>', '<I32 N="Key">3</I32><Nil N="Value" />']

    (entries,) = read_roots(f"<DCT>{''.join(f'<En>{pair}</En>' for pair in pairs)}</DCT>").values

    assert isinstance(entries, Entries)
    assert entries.pairs == [("a", 1), ("A", "2"), (3, None)]


def test_dictionary_may_be_the_base_value_of_an_object() -> None:
    item = read_roots('<Obj><DCT><En><S N="Key">a</S><S N="Value">b</S></En></DCT></Obj>').item

    assert isinstance(item.value, Entries)
    assert item.value.pairs == [("a", "b")]


# References


def test_types_are_shared_by_reference_in_their_own_number_space() -> None:
    outcome = read_roots('<Obj RefId="7"><TN RefId="0"><T>Deserialized.A</T></TN></Obj><Obj RefId="8"><TNRef RefId="0" /></Obj>')

    assert [value.types for value in outcome.values if isinstance(value, Item)] == [("A",), ("A",)]
    assert [value.is_deserialized for value in outcome.values if isinstance(value, Item)] == [True, True]


def test_forward_reference_to_types_is_noted_and_gives_none() -> None:
    outcome = read_roots('<Obj><TNRef RefId="0" /></Obj><Obj><TN RefId="0"><T>A</T></TN></Obj>')

    assert outcome.values[0].types == ()  # type: ignore[union-attr]
    assert outcome.codes == ["dangling-type"]


def test_reference_across_roots_gives_the_same_object() -> None:
    own = '<Obj RefId="0"><MS><Obj N="Id" RefId="1"><ToString>org</ToString></Obj></MS></Obj>'

    first, second, third = read_roots(f'{own}\n<Obj RefId="2"><MS><Ref N="Id" RefId="1" /></MS></Obj>\n<Ref RefId="1" />').values

    assert isinstance(first, Item)
    assert isinstance(second, Item)
    assert first.get("Id") is second.get("Id") is third
    assert third.text == "org"  # type: ignore[union-attr]


def test_object_that_no_later_reference_names_is_let_go() -> None:
    outcome = read_roots('<Obj RefId="0" />\n<Obj RefId="1" />\n<Ref RefId="0" />\n<S>x</S>\n<Ref RefId="9" />')

    assert outcome.values[2] is outcome.values[0]
    assert outcome.values[4] is None
    assert outcome.codes == ["dangling-reference"]


def test_reference_to_an_ancestor_is_a_cycle() -> None:
    item = read_roots('<Obj RefId="0"><MS><Obj N="Child" RefId="1"><MS><Ref N="Parent" RefId="0" /></MS></Obj></MS></Obj>').item
    child = item.get("Child")

    assert isinstance(child, Item)
    assert child.get("Parent") is item


def test_dangling_reference_is_null_with_a_note_at_its_line() -> None:
    outcome = read_roots('\n<Obj><MS><Ref N="a" RefId="9" /><Ref N="b" /></MS></Obj>')

    assert outcome.item.properties == {"a": None, "b": None}
    assert [(note.code, note.where.line) for note in outcome.notes] == [("dangling-reference", 3)] * 2


def test_duplicate_ref_id_is_noted_and_the_last_one_holds() -> None:
    outcome = read_roots('<Obj RefId="0"><ToString>a</ToString></Obj><Obj RefId="0"><ToString>b</ToString></Obj><Ref RefId="0" />')

    assert outcome.values[2] is outcome.values[1]
    assert outcome.codes == ["duplicate-reference"]


def test_ref_ids_of_a_file_put_together_by_hand_are_noted() -> None:
    outcome = read_roots('<Obj RefId="0" />\n<Obj RefId="1" />\n<Obj RefId="0" /><Obj RefId="x"><MS><Obj N="a" RefId="x" /></MS></Obj>')

    assert outcome.codes == ["duplicate-reference", "duplicate-reference"]


def test_duplicate_ref_id_of_types_is_noted() -> None:
    outcome = read_roots('<Obj><TN RefId="0"><T>A</T></TN></Obj><Obj><TN RefId="0"><T>B</T></TN></Obj><Obj><TNRef RefId="0" /></Obj>')

    assert outcome.values[2].types == ("B",)  # type: ignore[union-attr]
    assert outcome.codes == ["duplicate-reference"]


def test_fan_out_of_references_is_shared_and_not_expanded() -> None:
    levels = "".join(f'<Obj RefId="{n}"><LST>{f"""<Ref RefId="{n - 1}" />""" * 10 if n else "<S>x</S>"}</LST></Obj>' for n in range(25))

    outcome = read_roots(levels)

    assert len(outcome.records) == 25
    assert outcome.error is None


# Secrets and blobs


@pytest.mark.parametrize("name", ["SerializationData", "serializationdata"])
def test_serialization_data_is_dropped_and_counted(name: str) -> None:
    outcome = read_roots(f'<Obj><MS><S N="a">b</S><BA N="{name}">AAEC</BA></MS></Obj><Obj><MS><Obj N="{name}"><BA>AAEC</BA></Obj></MS></Obj>')

    assert [list(value.properties) for value in outcome.values if isinstance(value, Item)] == [["a"], []]
    assert [(note.code, note.message) for note in outcome.notes] == [("blob-dropped", "2 serialized .NET objects (SerializationData) were dropped")]


def test_dropped_blob_is_not_decoded() -> None:
    assert read_roots('<Obj><MS><BA N="SerializationData">no base64!</BA></MS></Obj>').codes == ["blob-dropped"]


def test_credential_is_redacted_as_a_whole_and_for_later_references() -> None:
    types = "<TN><T>System.Management.Automation.PSCredential</T></TN>"
    credential = f'<Obj N="Login" RefId="1">{types}<Props><S N="UserName">a</S><SS N="Password">00</SS></Props></Obj>'

    outcome = read_roots(f'<Obj RefId="0"><MS>{credential}<Ref N="Again" RefId="1" /></MS></Obj>')

    assert outcome.item.properties == {"Login": Redacted("a PSCredential"), "Again": Redacted("a PSCredential")}
    assert outcome.codes == ["redacted", "redacted"]


def test_credential_without_a_ref_id_is_redacted() -> None:
    body = "<Obj><TN><T>Deserialized.System.Management.Automation.PSCredential</T></TN><S>a</S></Obj>"

    assert read_roots(body).values == [Redacted("a PSCredential")]


def test_empty_credential_is_no_secret() -> None:
    body = '<Obj><TN><T>System.Management.Automation.PSCredential</T></TN><Props><Nil N="UserName" /><Nil N="Password" /></Props></Obj>'

    outcome = read_roots(body)

    assert outcome.item.properties == {"UserName": None, "Password": None}
    assert outcome.notes == []


@pytest.mark.parametrize(
    "element",
    ['<S N="Password">a</S>', '<BA N="PrivateKey">AAEC</BA>', '<S N="PIN">1234</S>', '<Obj N="ClientSecret"><S>a</S><MS><S N="b">c</S></MS></Obj>'],
)
def test_text_under_the_name_of_a_secret_is_redacted_with_a_note(element: str) -> None:
    outcome = read_roots(f"<Obj><MS>{element}</MS></Obj>")
    (value,) = outcome.item.properties.values()

    assert isinstance(value.value if isinstance(value, Item) else value, Redacted)
    assert outcome.codes == ["redacted"]


@pytest.mark.parametrize("element", ['<Nil N="Password" />', '<S N="Password"></S>', '<B N="Password">true</B>', '<S N="MinPasswordLength">8</S>'])
def test_absent_secret_and_setting_about_one_stay(element: str) -> None:
    outcome = read_roots(f"<Obj><MS>{element}</MS></Obj>")

    assert not any(isinstance(value, Redacted) for value in outcome.item.properties.values())
    assert outcome.notes == []


def test_value_of_a_pair_with_the_name_of_a_secret_is_redacted() -> None:
    outcome = read_roots('<Obj><MS><S N="Name">password</S><S N="Value">a</S></MS></Obj>')

    assert isinstance(outcome.item.get("Value"), Redacted)
    assert outcome.codes == ["redacted"]


def test_value_of_another_pair_stays() -> None:
    assert read_roots('<Obj><MS><S N="Name">identityType</S><S N="Value">a</S></MS></Obj>').item.get("Value") == "a"


def test_value_of_a_dictionary_under_the_name_of_a_secret_is_redacted() -> None:
    (entries,) = read_roots('<DCT><En><S N="Key">Password</S><S N="Value">a</S></En></DCT>').values

    assert isinstance(entries, Entries)
    assert isinstance(entries.pairs[0][1], Redacted)


def test_passwords_in_configuration_text_are_masked() -> None:
    outcome = read_roots('<XD>&lt;add userName="a" password="b" /&gt;</XD><S>&lt;a b="c" /&gt;</S>')

    assert outcome.values == ['<add userName="a" password="***" />', '<a b="c" />']
    assert outcome.codes == ["redacted"]


def test_more_names_than_are_remembered_are_read() -> None:
    body = "".join(f'<S N="p{number}">a</S>' for number in range(20_010))

    assert len(read_roots(f"<Obj><MS>{body}</MS></Obj>").item.properties) == 20_010


def test_error_of_a_limit_is_a_clixml_error() -> None:
    assert isinstance(read_roots("<S>ab</S>", Limits(max_value_bytes=1)).error, ClixmlError)
