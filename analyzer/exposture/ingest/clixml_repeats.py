"""Values that come again and again in one document, by the text that they were read from."""

from __future__ import annotations

from exposture.model.values import Value

BYTES_AT_MOST = 4 * 1024 * 1024


class Repeats:
    """Remembers values by their text; forgets all of them when the texts take too much memory."""

    __slots__ = ("_bytes", "_values")

    def __init__(self) -> None:
        self._values: dict[bytes, Value] = {}
        self._bytes = 0

    def __contains__(self, text: bytes) -> bool:
        return text in self._values

    def __getitem__(self, text: bytes) -> Value:
        return self._values[text]

    def get(self, text: bytes, default: Value) -> Value:
        """Return the value of a text, or what to take where it was not seen."""
        return self._values.get(text, default)

    def add(self, text: bytes, value: Value) -> None:
        """Remember a value."""
        self._values[text] = value
        self._bytes += len(text)

    def tidy(self) -> None:
        """Forget all where it is too much."""
        if self._bytes > BYTES_AT_MOST:
            self.clear()

    def clear(self) -> None:
        """Forget all."""
        self._values.clear()
        self._bytes = 0
