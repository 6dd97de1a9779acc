"""What redaction makes of names, hosts, identities and text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exposture.bundle.redaction import Mode, Redactor
from exposture.catalog.dataset import Holds
from exposture.errors import UsageError
from exposture.model.values import Value

KEY = bytes(range(32))
LABEL = st.from_regex(r"[a-z][a-z0-9-]{0,14}[a-z0-9]", fullmatch=True)
NAME = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters='\\/@<>"=,'), min_size=1, max_size=20)
SEEDS = ("Zwiebelfisch", "quarkstrudel", "10.77.66.5", "zwiebel.example.net", "Strudel-Relais", "K\u00e4sekuchen")
TEXTS = (
    "the {} said",
    "{}",
    "x={};",
    "https://{}/owa",
    "user@{}",
    "CN={},DC=quarkstrudel,DC=com",
    "QUARKSTRUDEL\\{}",
    "{}\\Relay",
    "({})",
    "{}@quarkstrudel.com",
)


def names(*, key: bytes = KEY) -> Redactor:
    return Redactor(Mode.NAMES, key, servers=["EX1", "EX2"], terms=["CONTOSO", "contoso.com", "Contoso Ltd"])


def strict() -> Redactor:
    return Redactor(Mode.STRICT, servers=["EX1", "EX2"], terms=["CONTOSO", "contoso.com", "Contoso Ltd"])


def text_of(value: Value) -> str:
    assert isinstance(value, str)
    return value


@pytest.mark.parametrize("holds", Holds)
@given(value=st.one_of(st.none(), st.text(max_size=40), st.lists(st.text(max_size=20), max_size=3)), key=st.binary(min_size=32, max_size=32))
def test_every_text_has_one_answer_under_one_key(holds: Holds, value: Value, key: bytes) -> None:
    assert names(key=key).value(value, holds) == names(key=key).value(value, holds)
    strict().value(value, holds)


@given(LABEL, LABEL, LABEL)
def test_sub_domains_stay_sub_domains(first: str, second: str, third: str) -> None:
    redactor = names()
    whole, domain, other = (text_of(redactor.value(f"{name}.com", Holds.HOST)) for name in (f"{first}.{second}", second, third))

    assert whole.endswith("." + domain)
    assert (domain == other) == (second == third)
    assert domain.endswith(".com")


@given(NAME, NAME)
def test_equal_names_stay_equal_without_regard_to_case(one: str, other: str) -> None:
    redactor = names()

    assert redactor.value(one, Holds.LABEL) == redactor.value(one, Holds.LABEL)
    if one.isascii():
        assert redactor.value(one.upper(), Holds.LABEL) == redactor.value(one.lower(), Holds.LABEL) or one.upper() in {"EX1", "EX2"}
    if one.isascii() and other.isascii() and one.lower() != other.lower() and not {one.lower(), other.lower()} & {"ex1", "ex2"}:
        assert redactor.value(one, Holds.LABEL) != redactor.value(other, Holds.LABEL)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("frame", TEXTS)
@pytest.mark.parametrize("holds", [holds for holds in Holds if holds not in {Holds.PLAIN, Holds.SECRET, Holds.SDDL}])
def test_no_mode_lets_a_seeded_name_out(seed: str, frame: str, holds: Holds) -> None:
    terms = ["quarkstrudel", "quarkstrudel.com", "Zwiebelfisch", "zwiebel.example.net", "Strudel-Relais", "K\u00e4sekuchen"]
    value = frame.format(seed)

    for redactor in (Redactor(Mode.NAMES, KEY, terms=terms), Redactor(Mode.STRICT, terms=terms)):
        out = str(redactor.value(value, holds) or "").casefold()
        assert seed.casefold() not in out
        assert "quarkstrudel" not in out


@pytest.mark.parametrize(
    ("holds", "value"),
    [
        (Holds.LABEL, "Organization Management"),
        (Holds.LABEL, "owa (Default Web Site)"),
        (Holds.LABEL, "HealthMailbox0123456789abcdef0123456789abcdef"),
        (Holds.LABEL, "SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}"),
        (Holds.ACCOUNT, "NT AUTHORITY\\ANONYMOUS LOGON"),
        (Holds.SID, "S-1-5-32-544"),
        (Holds.SID, "S-1-5-7"),
        (Holds.SID, "S-1-5-21-0-0-0-497"),
        (Holds.SID, "S-1-9-1419165041-1139599005-3936102811-1022490595-21"),
        (Holds.ADDRESS, "0.0.0.0-255.255.255.255"),
        (Holds.HOST, "time.windows.com"),
        (Holds.HOST, "*"),
        (Holds.SMTP, "<>"),
        (Holds.SDDL, "D:(A;;GA;;;WD)(A;;GA;;;S-1-5-7)"),
        (Holds.WORDS, "MSExchangeTransport 15.2.986.5 at 12:30:45, System.Net.Mail"),
        (Holds.PATH, "C:\\Users\\Public\\Documents"),
        (Holds.PLAIN, "anything"),
    ],
)
def test_what_is_everybodys_stays_under_names(holds: Holds, value: str) -> None:
    assert names().value(value, holds) == value


@pytest.mark.parametrize(
    ("holds", "value"),
    [
        (Holds.TEXT, "call John"),
        (Holds.X509, "MIIC"),
        (Holds.LABEL, "x"),
        (Holds.SMTP, "a@b.c"),
        (Holds.URL, "https://a.b"),
        (Holds.ADDRESS, "10.1.2.3"),
    ],
)
def test_strict_drops_what_points_to_somebody(holds: Holds, value: str) -> None:
    assert strict().value(value, holds) is None
    assert strict().value([value, value], holds) == [None, None]


@pytest.mark.parametrize("value", ["0.0.0.0-255.255.255.255", "[::]:25", "*:443", "127.0.0.1"])
def test_strict_keeps_addresses_that_name_no_network(value: str) -> None:
    assert strict().value(value, Holds.ADDRESS) == value


def test_server_has_one_name_everywhere() -> None:
    redactor = names()
    server = redactor.server_name("ex1.contoso.com")

    assert re.fullmatch("S[0-9A-F]{8}", server)
    assert redactor.value("EX1\\Default Frontend EX1", Holds.LABEL) == f"{server}\\Default Frontend {server}"
    assert redactor.value("CN=EX1,CN=Servers", Holds.DN) == f"CN={server},CN=Servers"
    assert text_of(redactor.value("ex1.contoso.com", Holds.HOST)).startswith(server.lower() + ".")
    assert redactor.text("on EX1:") == f"on {server}:"
    assert redactor.target("EX1") == server
    assert redactor.target("dc/EX1") == f"dc/{server}"


def test_strict_numbers_servers_in_sorted_order_and_others_as_they_come() -> None:
    redactor = strict()

    assert [redactor.server_name(name) for name in ("EX2", "EX1", "DC9", "ex1.contoso.com")] == ["SRV2", "SRV1", "SRV3", "SRV1"]
    assert redactor.value("EX2", Holds.LABEL) == "SRV2"
    assert redactor.text("\\\\ex2\\share of John on dc1.contoso.com") == "\\\\SRV2\\share of John on [removed]"


def test_strict_numbers_the_domains_of_sids() -> None:
    redactor = strict()
    values = ["S-1-5-21-7-7-7-500", "S-1-5-21-8-8-8-500", "S-1-5-21-7-7-7-1104", "S-1-12-1-1-2-3-4"]

    assert redactor.value(values, Holds.SID) == ["S-1-5-21-0-0-1-500", "S-1-5-21-0-0-2-500", "S-1-5-21-0-0-1-1104", "S-1-12-1-0-0-0-3"]


def test_names_of_a_directory_object_agree_with_its_distinguished_name() -> None:
    redactor = names()
    name = redactor.value("Smith, John", Holds.LABEL)

    assert text_of(redactor.value("CN=Smith\\, John,OU=Sales,DC=contoso,DC=com", Holds.DN)).startswith(f"CN={name},OU=u_")
    assert text_of(redactor.value("contoso.com/Sales/Smith, John", Holds.LABEL)).endswith(f"/{name}")


def test_domain_of_a_distinguished_name_is_that_of_the_hosts() -> None:
    redactor = names()
    labels = text_of(redactor.value("corp.contoso.com", Holds.HOST)).split(".")

    assert text_of(redactor.value("CN=Users,DC=corp,DC=contoso,DC=com", Holds.DN)) == "CN=Users," + ",".join(f"DC={label}" for label in labels)


def test_conditions_of_a_security_descriptor_are_cut() -> None:
    assert names().value('D:(XA;;FX;;;S-1-1-0;(@User.Title=="PM of Contoso"))', Holds.SDDL) == 'D:(XA;;FX;;;S-1-1-0;(@User.Title=="[removed]"))'


def test_map_says_what_each_pseudonym_stands_for() -> None:
    redactor = names()
    label, host = redactor.value("Relay", Holds.LABEL), text_of(redactor.value("mail.fabrikam.com", Holds.HOST))
    redactor.value("10.1.2.10-10.1.2.60", Holds.ADDRESS)

    assert redactor.map[text_of(label)] == ("Relay", "label")
    assert [redactor.map[part][0] for part in host.split(".")[:2]] == ["mail", "fabrikam"]
    assert [clear for clear, kind in redactor.map.values() if kind == "address"] == ["10.1.2.10", "10.1.2.60"]


def test_known_vector_of_the_pseudonym() -> None:
    """The digits were made with another program: printf relay | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102...1f"""
    assert names().value("Relay", Holds.LABEL) == "u_81f0a457c013"


def test_names_of_the_product_are_no_terms() -> None:
    redactor = Redactor(Mode.NAMES, KEY, servers=["MAIL"], terms=["Exchange"])

    assert redactor.text("Microsoft Exchange Mail Submission") == "Microsoft Exchange Mail Submission"
    assert redactor.value("MAIL", Holds.LABEL) != "MAIL"


def test_without_redaction_everything_stays() -> None:
    redactor = Redactor(Mode.NONE, servers=["EX1"], terms=["contoso.com"])

    assert redactor.value("EX1", Holds.LABEL) == "EX1"
    assert redactor.text("mail.contoso.com") == "mail.contoso.com"
    assert redactor.server_name("EX1") == "EX1"
    assert redactor.map == {}


@pytest.mark.parametrize("key", [b"", b"short", bytes(31)])
def test_names_needs_a_whole_key(key: bytes) -> None:
    with pytest.raises(UsageError, match=f"needs a key of 32 bytes; this one has {len(key)}"):
        Redactor(Mode.NAMES, key)


def test_key_is_told_by_eight_digits_only() -> None:
    assert names().key_id == "630dcd29"
    assert strict().key_id == ""


@pytest.mark.parametrize(
    ("holds", "value", "expected"),
    [
        (Holds.ADDRESS, "10.1.2.3/255.0.255.0", "10.3.223.3/32"),
        (Holds.ADDRESS, "10.1.2.3/77", "10.3.223.3/32"),
        (Holds.ADDRESS, "64.0.0.1/2", "64.0.0.0/2"),
        (Holds.ADDRESS, "3fff:abc::/32", "3fff:33:0:0:0:0:0:0/32"),
        (Holds.ADDRESS, "10.0.0.1-fe80::1", "u_PLACE"),
        (Holds.ADDRESS, "192.160.0.0/12", "192.0.0.0/8"),
        (Holds.ADDRESS, "192.0.0.0/20", "192.0.0.0/16"),
        (Holds.ADDRESS, "mail.contoso.com", "x7ca73e4e.x0f39b3e3.com"),
        (Holds.DN, "CN=a,nothing,DC=contoso,DC=com", "CN=u_PLACE,u_PLACE,DC=x0f39b3e3,DC=com"),
        (Holds.WORDS, "on \\\\localhost\\x", "on \\\\localhost\\x"),
    ],
)
def test_odd_values_have_an_answer_too(holds: Holds, value: str, expected: str) -> None:
    assert re.fullmatch(re.escape(expected).replace("u_PLACE", "u_[0-9a-f]{12}"), text_of(names().value(value, holds)))
