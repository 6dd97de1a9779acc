"""Tell secrets by their place and cut them out at reading: no later layer ever sees one.

A name is judged by its end: `Password` and `ClientSecret` hold a secret, `MinPasswordLength` and
`MaxPasswordFailedAttempts` are settings that rules judge.
"""

from __future__ import annotations

import re

from exposture.model.values import Item, Redacted, Value

SECRET_NAME = re.compile(
    r"(?:password|passwd|pwd|passphrase|secret|(?<!publickey)token|credentials?"
    r"|(?:private|secret|shared|api|access|machine|validation|decryption|encryption)key)"
    r"(?:hash|value|text|data|bytes|blob|base64)?\Z",
    re.IGNORECASE,
)
PIN_NAME = re.compile(r"(?:Pin|(?:\A|[a-z0-9_])PIN|\Apin)\Z")
CONFIG_SECRETS: tuple[re.Pattern[str], ...] = (
    re.compile(r"""((?:password|passphrase|secret|decryptionKey|validationKey)\s*=\s*")(?!AutoGenerate)[^"]+(?=")""", re.IGNORECASE),
    re.compile(r"""((?:password|passphrase|secret|decryptionKey|validationKey)\s*=\s*')(?!AutoGenerate)[^']+(?=')""", re.IGNORECASE),
    re.compile(r"(<(?:password|secret)>)[^<]+", re.IGNORECASE),
    re.compile(r"""((?:password|pwd)\s*=\s*)(?!\*{3})[^\s;"'<>&]+""", re.IGNORECASE),
)
HARMLESS: frozenset[str | bytes] = frozenset({"", b"", "true", "false", "True", "False"})
MASK = "***"
BY_NAME = Redacted("the name of the property says that it holds a secret")


def is_secret_name(name: str) -> bool:
    """Say whether a property of this name holds a secret itself, and not a setting about one."""
    return SECRET_NAME.search(name) is not None or PIN_NAME.search(name) is not None


def redact(value: Value) -> tuple[Value, bool]:
    """Return the value without any text or bytes in it, and whether there was one.

    Empty text is no secret, and neither is a number or a flag (`passAnonymousToken` of IIS is "true").
    An object is changed in place, since references share it.
    """
    match value:
        case str() | bytes():
            return (value, False) if value in HARMLESS else (BY_NAME, True)
        case list():
            cut = [redact(entry) if isinstance(entry, str | bytes) else (entry, False) for entry in value]
            return [entry for entry, _ in cut], any(was_cut for _, was_cut in cut)
        case Item(value=str() | bytes() | list()):
            value.value, was_cut = redact(value.value)
            value.text = None if was_cut else value.text
            return value, was_cut
        case Item(value=None, text=str() as text, properties=properties) if text and not properties:
            value.value, value.text = BY_NAME, None
            return value, True
        case _:
            return value, False


def mask_config(text: str) -> tuple[str, int]:
    """Return configuration text (web.config, applicationHost.config) with its passwords and keys masked, and their number."""
    masked = 0
    for pattern in CONFIG_SECRETS:
        text, count = pattern.subn(lambda found: found.group(1) + MASK, text)
        masked += count
    return text, masked
