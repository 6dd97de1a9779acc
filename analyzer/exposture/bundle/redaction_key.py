"""The key of the mode Names: HMAC-SHA256 over a text, as hex digits and as numbers."""

from __future__ import annotations

import hashlib
import hmac

KEY_BYTES = 32


class RedactionKey:
    """A key that remembers the hashes it has made, since the same few thousand names come again and again."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._known: dict[str, str] = {}

    @property
    def id(self) -> str:
        """Return what a bundle says of its key: the first eight hex digits of its SHA-256."""
        return hashlib.sha256(self._key).hexdigest()[:8]

    def digits(self, text: str) -> str:
        """Return the hash of a text as 64 hex digits; half of a surrogate pair counts as U+FFFD, as .NET writes it."""
        if text not in self._known:
            data = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
            self._known[text] = hmac.new(self._key, data, hashlib.sha256).hexdigest()
        return self._known[text]

    def number(self, text: str, start: int, digits: int) -> int:
        """Return the number of some hex digits of a text's hash."""
        return int(self.digits(text)[start : start + digits], 16)
