from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exposture.derive import sddl

PIECES = st.sampled_from(
    ["O:", "G:", "D:", "S:", "(", ")", ";", '"', "A", "OA", "GA", "CR", "0x", "S-1-5-7", "AN", "ID", "P", "-", " ", "ß", "0" * 9]
)


def aces(body: str) -> list[sddl.Ace]:
    return sddl.parse_dacl(f"O:SYG:SYD:PAI{body}S:(AU;;GA;;;WD)")


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_read_or_refused_with_its_own_error(text: str) -> None:
    try:
        found = sddl.parse_dacl(text)
    except sddl.SddlError:
        return
    assert all(ace.sid.startswith("S-1-") for ace in found)


@given(st.text(max_size=200))
def test_any_entry_is_read_or_refused_with_its_own_error(text: str) -> None:
    try:
        sddl.parse_dacl(f"D:({text})")
    except sddl.SddlError:
        return


def test_object_entry_keeps_its_object_types_in_lower_case() -> None:
    [ace] = aces("(OA;CIID;CR;5C82F031-4E4C-4326-88E1-8C4F0CAD9DE5;BF967ABA-0DE6-11D0-A285-00AA003049E2;AN)")

    assert (ace.is_deny, ace.is_inherited, ace.is_inherit_only) == (False, True, False)
    assert ace.object_type == "5c82f031-4e4c-4326-88e1-8c4f0cad9de5"
    assert ace.inherited_object_type == "bf967aba-0de6-11d0-a285-00aa003049e2"
    assert (ace.sid, ace.mask) == ("S-1-5-7", sddl.CONTROL_ACCESS)


@pytest.mark.parametrize(
    ("rights", "mask"),
    [("GA", 0x10000000), ("RPWP", 0x30), ("0x100", 0x100), ("0X1f", 0x1F), ("256", 256), ("010", 8), ("", 0), ("0xFFFFFFFF", 0xFFFFFFFF)],
)
def test_rights_are_letters_or_a_number(rights: str, mask: int) -> None:
    assert aces(f"(A;;{rights};;;SY)")[0].mask == mask


@pytest.mark.parametrize(
    ("text", "sid"),
    [("AN", "S-1-5-7"), ("BA", "S-1-5-32-544"), ("DA", "S-1-5-21-*-512"), ("s-1-5-21-1-2-3-500", "S-1-5-21-1-2-3-500"), ("S-1-0x5-7", "S-1-5-7")],
)
def test_principals_are_aliases_or_sids(text: str, sid: str) -> None:
    assert aces(f"(A;;GA;;;{text})")[0].sid == sid


def test_deny_and_conditional_entries_are_kept_in_order() -> None:
    found = aces('(D;;CR;;;AN)(XA;;CR;;;AU;(@User.Title == "a) b" || (Member_of {SID(BA)})))(A;IO;GA;;;CO)')

    assert [ace.is_deny for ace in found] == [True, False, False]
    assert found[1].condition == '(@User.Title == "a) b" || (Member_of {SID(BA)}))'
    assert found[2].is_inherit_only


def test_entries_of_an_audit_list_say_nothing() -> None:
    assert aces("(ML;;NW;;;LW)(AU;;GA;;;WD)") == []


def test_empty_list_has_no_entries_and_no_list_is_full_control_for_everyone() -> None:
    assert sddl.parse_dacl("D:") == []
    assert [(ace.sid, ace.mask) for ace in sddl.parse_dacl("D:NO_ACCESS_CONTROL")] == [("S-1-1-0", sddl.GENERIC_ALL)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "O:SY",
        "x D:",
        "D:(A;;GA;;;AN",
        "D:A;;GA;;;AN)",
        "D:(A;;GA;;AN)",
        "D:(A;;QQ;;;AN)",
        "D:(A;QQ;GA;;;AN)",
        "D:(A;;GA;;;QQ)",
        "D:(OA;;CR;nope;;AN)",
        "D:QQ(A;;GA;;;AN)",
        "D:(A;;GA;;;AN)x",
        "D:(A;;GA;;;AN)x(A;;GA;;;AN)",
        "D:(A;;09;;;AN)",
        "D:" + " " * sddl.MAX_TEXT,
    ],
)
def test_what_is_no_sddl_is_refused(text: str) -> None:
    with pytest.raises(sddl.SddlError):
        sddl.parse_dacl(text)


def test_full_control_has_one_name_and_generic_rights_are_what_they_mean() -> None:
    assert sddl.right_names(sddl.GENERIC_ALL) == sddl.right_names(0xF01FF) == ["GenericAll"]
    assert sddl.right_names(sddl.GENERIC_READ) == ["ListChildren", "ReadProperty", "ListObject", "ReadControl"]
    assert sddl.right_names(sddl.WRITE_DACL | sddl.CONTROL_ACCESS) == ["ExtendedRight", "WriteDacl"]
