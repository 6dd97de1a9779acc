from __future__ import annotations

import codecs

import pytest

from exposture.ingest.encoding import Utf8Stream, detect
from tests.unit.ingest.reading import document, read

TEXT = document("<S>Z\u00fcrich</S>")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "utf-16-le"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (b"", "utf-16-be"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-32-le"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-32-be"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_file_is_read_in_each_encoding(mark: bytes, encoding: str) -> None:
    data = mark + TEXT.encode(encoding)

    assert detect(data).encoding == encoding
    assert read(data).values == ["Z\u00fcrich"]


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252"])
def test_declared_single_byte_encoding_is_honoured(encoding: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?>\r\n{TEXT}'.encode(encoding)

    assert read(data).values == ["Z\u00fcrich"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_mark_wins_over_the_declared_encoding(encoding: str) -> None:
    data = codecs.BOM_UTF16_LE + f'<?xml version="1.0" encoding="{encoding}"?>{TEXT}'.encode("utf-16-le")

    assert read(data).values == ["Z\u00fcrich"]


def test_unsupported_encoding_is_named() -> None:
    outcome = read(b'<?xml version="1.0" encoding="utf-7"?>' + TEXT.encode())

    assert "encoding 'utf-7' is not supported" in str(outcome.error)


def test_cut_in_the_middle_of_a_character_keeps_what_is_before() -> None:
    data = codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")

    stream = Utf8Stream([data[:-1]])

    assert b"".join(stream).endswith(b"</Objs")
    assert stream.fault == "bytes that are not utf-16-le (truncated data)"


def test_utf16_cut_in_a_character_ends_with_an_error_after_the_records() -> None:
    outcome = read(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1])

    assert outcome.values == ["Z\u00fcrich"]
    assert str(outcome.error) == "bytes that are not utf-16-le (truncated data) in a.xml:3"


def test_bytes_that_are_not_utf8_are_refused_at_their_line() -> None:
    outcome = read(document("<S>a</S>\r\n<S>\xff</S>").encode("latin-1"))

    assert outcome.values == ["a"]
    assert outcome.error is not None
    assert outcome.error.where is not None
    assert outcome.error.where.line == 3


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32-be", "windows-1252"])
def test_pieces_of_a_byte_are_the_same_text(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>' if encoding == "windows-1252" else ""
    data = (declared + TEXT).encode(encoding)

    assert b"".join(Utf8Stream(bytes([byte]) for byte in data)).decode() == declared + TEXT
