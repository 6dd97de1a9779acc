from __future__ import annotations

import pytest

from exposture.ingest.redaction import BY_NAME, is_secret_name, mask_config, redact
from exposture.model.values import Item


@pytest.mark.parametrize(
    "name",
    [
        "Password",
        "OldPassword",
        "ClientSecret",
        "RefreshToken",
        "Credential",
        "Credentials",
        "PrivateKey",
        "machineKey",
        "PIN",
        "UMPin",
        "pin",
        "PasswordHash",
        "user_pwd",
    ],
)
def test_name_of_a_secret_is_known(name: str) -> None:
    assert is_secret_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "PasswordEnabled",
        "MinPasswordLength",
        "MaxPasswordFailedAttempts",
        "PasswordExpiration",
        "PasswordHistory",
        "PublicKeyToken",
        "PublicKey",
        "Mapping",
        "Ping",
        "Spin",
        "Key",
        "TokenGroups",
    ],
)
def test_name_of_a_setting_is_no_secret(name: str) -> None:
    assert not is_secret_name(name)


@pytest.mark.parametrize("value", ["a", b"a"])
def test_text_and_bytes_are_cut(value: str | bytes) -> None:
    assert redact(value) == (BY_NAME, True)


@pytest.mark.parametrize("value", ["", b"", "true", "False", None, 5, True, [1, None]])
def test_what_is_no_secret_stays(value: str | bytes | int | list[int | None] | None) -> None:
    assert redact(value) == (value, False)  # type: ignore[arg-type]


def test_text_in_a_list_is_cut() -> None:
    assert redact(["a", 1, ""]) == ([BY_NAME, 1, ""], True)


def test_object_is_changed_in_place_and_loses_its_display_text() -> None:
    item = Item(value="a", text="a", properties={"Length": 1})

    assert redact(item) == (item, True)
    assert (item.value, item.text, item.properties) == (BY_NAME, None, {"Length": 1})


def test_object_with_only_a_display_text_is_opaque_and_cut() -> None:
    item = Item(text="a")

    assert redact(item) == (item, True)
    assert (item.value, item.text) == (BY_NAME, None)


def test_object_with_properties_or_without_text_stays() -> None:
    structure = Item(text="a", properties={"b": 1})
    empty = Item(value="", text="")

    assert redact(structure) == (structure, False)
    assert redact(empty) == (empty, False)
    assert (structure.text, empty.text) == ("a", "")


@pytest.mark.parametrize(
    ("text", "masked", "count"),
    [
        ('<a password="b" />', '<a password="***" />', 1),
        ("<a adminPassword='b' />", "<a adminPassword='***' />", 1),
        ('<a password="" />', '<a password="" />', 0),
        (
            '<machineKey validationKey="AutoGenerate,IsolateApps" decryptionKey="00" />',
            '<machineKey validationKey="AutoGenerate,IsolateApps" decryptionKey="***" />',
            1,
        ),
        ('<add connectionString="Server=a;Password=b;Database=c" />', '<add connectionString="Server=a;Password=***;Database=c" />', 1),
        ("<password>b</password>", "<password>***</password>", 1),
        ('<a passwordFormat="SHA1" publicKeyToken="31bf" />', '<a passwordFormat="SHA1" publicKeyToken="31bf" />', 0),
    ],
)
def test_passwords_and_keys_in_configuration_are_masked(text: str, masked: str, count: int) -> None:
    assert mask_config(text) == (masked, count)
