from __future__ import annotations

import pytest

from exposture.derive.principals import Principals, principals
from tests.unit.derive.making import Row, inputs

GROUPS: list[Row] = [
    {"target": "ldap", "sam_account_name": "Exchange Servers", "object_sid": "S-1-5-21-1-2-3-1103", "distinguished_name": "CN=x"},
    {"target": "ldap", "distinguished_name": "CN=Exchange Trusted Subsystem,OU=y", "object_sid": "S-1-5-21-1-2-3-1104"},
    {"target": "ldap", "distinguished_name": "OU=Microsoft Exchange Protected Groups,DC=contoso,DC=com", "object_sid": "S-1-5-21-1-2-3-1105"},
]


def known(entries: tuple[Row, ...] = ()) -> Principals:
    return principals(inputs("connector_permissions", ad_exchange_groups=GROUPS), entries)


@pytest.mark.parametrize(
    ("name", "sid"),
    [
        (r"NT AUTHORITY\ANONYMOUS LOGON", "S-1-5-7"),
        ("everyone", "S-1-1-0"),
        (r"MS Exchange\Partner Servers", "S-1-9-1419165041-1139599005-3936102811-1022490595-10"),
        (r"CONTOSO\Exchange Servers", "S-1-5-21-1-2-3-1103"),
        ("exchange trusted subsystem", "S-1-5-21-1-2-3-1104"),
        ("s-1-5-21-9-9-9-500", "S-1-5-21-9-9-9-500"),
        (r"NT-AUTORITÄT\ANONYMOUS-ANMELDUNG", None),
        (None, None),
    ],
)
def test_names_that_something_explains_have_a_sid(name: str | None, sid: str | None) -> None:
    assert known().sid(name) == sid


def test_entries_with_both_teach_the_name() -> None:
    entries = ({"user": r"NT-AUTORITÄT\ANONYMOUS-ANMELDUNG", "user_sid": "S-1-5-7"}, {"user": None, "user_sid": "S-1-1-0"})

    assert known(entries).sid(r"NT-AUTORITÄT\ANONYMOUS-ANMELDUNG") == "S-1-5-7"


def test_sids_have_their_names() -> None:
    assert [known().name(sid) for sid in ("S-1-5-11", "S-1-5-21-1-2-3-1103", "S-1-5-21-9", None)] == [
        r"NT AUTHORITY\Authenticated Users",
        "Exchange Servers",
        None,
        None,
    ]
