"""Values that come again and again in one document, by the text that they were read from."""

from __future__ import annotations

from exposture.model.values import Value

BYTES_AT_MOST = 4 * 1024 * 1024


class Repeats(dict[bytes, Value]):
    """Values by their text; forgets all of them when the texts take too much memory."""

    def __init__(self) -> None:
        super().__init__()
        self._bytes = 0

    def add(self, text: bytes, value: Value) -> None:
        """Remember a value."""
        self[text] = value
        self._bytes += len(text)

    def tidy(self) -> None:
        """Forget all where it is too much."""
        if self._bytes > BYTES_AT_MOST:
            self.clear()

    def clear(self) -> None:
        """Forget all."""
        super().clear()
        self._bytes = 0
