"""Text of CLIXML elements and attributes to names and values: escapes, forms, secrets, with notes on each loss."""

from __future__ import annotations

import sys

from exposture.ingest.clixml_frames import PropertyName
from exposture.ingest.clixml_values import ESCAPED_TAGS, READERS, SECURE_STRING, BadValueError
from exposture.ingest.escapes import unescape
from exposture.ingest.notes import Code, NoteTaker
from exposture.ingest.redaction import is_secret_name, mask_config
from exposture.model.values import Scalar

BLOB_NAMES = frozenset({"serializationdata"})
AMPERSAND = "&#38;"
NAMES_REMEMBERED = 20_000


class Texts:
    """Reads names and values; remembers names, of which a file has few."""

    def __init__(self, notes: NoteTaker) -> None:
        self._notes = notes
        self._names: dict[str, PropertyName] = {}
        self._plain_names: dict[str, PropertyName] = {}

    def name(self, raw: str) -> PropertyName:
        """Return what an attribute `N` says, as the parser gives it: unresolved, so that each `&` in it is `&#38;`."""
        found = self._names.get(raw)
        if found is None:
            text = sys.intern(self.unescaped(raw.replace(AMPERSAND, "&")))
            found = PropertyName(text, is_secret_name(text), text.casefold() in BLOB_NAMES)
            if len(self._names) < NAMES_REMEMBERED:
                self._names[raw] = found
        return found

    def plain_name(self, text: str) -> PropertyName:
        """Return what an attribute `N` says, as a tree gives it: its entities resolved."""
        found = self._plain_names.get(text)
        if found is None:
            found = self.name(text.replace("&", AMPERSAND))
            if len(self._plain_names) < NAMES_REMEMBERED:
                self._plain_names[text] = found
        return found

    def unescaped(self, raw: str) -> str:
        """Return text after its escapes; a lone surrogate is replaced, with a note."""
        text, lone = unescape(raw)
        if lone:
            self._notes.add(Code.LONE_SURROGATE, f"{lone} lone surrogates were replaced by U+FFFD")
        return text

    def value(self, tag: str, raw: str) -> Scalar:
        """Return the value of a value element."""
        if tag in ESCAPED_TAGS:
            return self._without_passwords(self.unescaped(raw))
        try:
            found = READERS[tag](raw)
        except BadValueError as error:
            self._notes.add(Code.BAD_VALUE, f"the text of <{tag}> is {error}; it was kept as text")
            return raw
        if found is SECURE_STRING:
            self._notes.add(Code.REDACTED, "a SecureString was cut out")
        return found

    def _without_passwords(self, text: str) -> str:
        """Mask passwords in configuration files that were exported as text."""
        if "<" not in text or "=" not in text:
            return text
        masked, count = mask_config(text)
        if count:
            self._notes.add(Code.REDACTED, f"{count} passwords or keys inside a configuration text were masked")
        return masked
