"""Characters and line ends: what every PowerShell reads alike, in a file, from standard input or pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exposture.collector_lint.finding import Finding, found_at

_BAD = re.compile(rb"(?P<ascii>[\x80-\xff]+)|(?P<tab>\t)|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r)")
_SAYS = {"ascii": "not ASCII", "tab": "a tab", "control": "a control character"}


def check_encoding(source: bytes) -> Iterator[Finding]:
    """Yield the bytes that are not printable ASCII, and line ends that differ."""
    for number, line in enumerate(source.split(b"\n"), start=1):
        for match in _BAD.finditer(line.removesuffix(b"\r")):
            kind = str(match.lastgroup)
            yield found_at(f"ENCODING.{kind}", number, match.start() + 1, _SAYS[kind])
    yield from _line_ends(source)


def _line_ends(source: bytes) -> Iterator[Finding]:
    lines = source.split(b"\n")
    if lines[-1]:
        yield found_at("ENCODING.line-ends", len(lines), 1, "the last line does not end")
    endings = [line.endswith(b"\r") for line in lines[:-1]]
    if len(set(endings)) > 1:
        odd = next(number for number, ending in enumerate(endings, start=1) if ending is not endings[0])
        yield found_at("ENCODING.line-ends", odd, 1, "ends otherwise than the first line")
