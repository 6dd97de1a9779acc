"""Each value tag, as it is written and what it becomes."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest

from exposture.model.values import Redacted
from tests.unit.ingest.reading import read_roots


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ("<S>Relay</S>", "Relay"),
        ("<S></S>", ""),
        ("<S />", ""),
        ("<S> a </S>", " a "),
        ("<C>97</C>", "a"),
        ("<C>55357</C>", "\ufffd"),
        ("<B>true</B>", True),
        ("<B>false</B>", False),
        ("<B>1</B>", True),
        ("<B>0</B>", False),
        ("<DT>2021-09-28T17:32:01.8071985Z</DT>", "2021-09-28T17:32:01.8071985Z"),
        ("<TS>P10675199DT2H48M5.4775807S</TS>", "P10675199DT2H48M5.4775807S"),
        ("<By>255</By>", 255),
        ("<SB>-128</SB>", -128),
        ("<U16>65535</U16>", 65535),
        ("<I16>-32768</I16>", -32768),
        ("<U32>4294967295</U32>", 4294967295),
        ("<I32>-1</I32>", -1),
        ("<U64>18446744073709551615</U64>", 18446744073709551615),
        ("<I64>-9223372036854775808</I64>", -9223372036854775808),
        ("<Sg>1.5</Sg>", 1.5),
        ("<Db>1E-05</Db>", 1e-05),
        ("<Db>-INF</Db>", -math.inf),
        ("<Db>INF</Db>", math.inf),
        ("<D>1.50</D>", Decimal("1.50")),
        ("<BA>AAEC</BA>", b"\x00\x01\x02"),
        ("<BA>AA\r\nEC</BA>", b"\x00\x01\x02"),
        ("<G>792e5b37-4505-47ef-b7d2-8711bb7affa8</G>", "792e5b37-4505-47ef-b7d2-8711bb7affa8"),
        ("<URI>https://mail.example.com/owa</URI>", "https://mail.example.com/owa"),
        ("<Version>15.2.986.5</Version>", "15.2.986.5"),
        ("<SemanticVersion>7.4.0</SemanticVersion>", "7.4.0"),
        ("<XD>&lt;a /&gt;_x000A_</XD>", "<a />\n"),
        ("<SBK>Get-Date</SBK>", "Get-Date"),
        ("<SS>01000000d08c9ddf</SS>", Redacted("a SecureString")),
        ("<Nil />", None),
    ],
)
def test_value_element_becomes_its_value(element: str, value: object) -> None:
    outcome = read_roots(element)

    assert outcome.values == [value]
    assert type(outcome.values[0]) is type(value)
    assert outcome.error is None


def test_nan_is_read_as_a_float() -> None:
    (value,) = read_roots("<Db>NaN</Db>").values

    assert isinstance(value, float)
    assert math.isnan(value)


@pytest.mark.parametrize(
    "element",
    [
        "<B>yes</B>",
        "<I32>1_000</I32>",
        "<I32>2147483648</I32>",
        "<U16>-1</U16>",
        "<Db>infinity</Db>",
        "<D>1E5</D>",
        "<C>65536</C>",
        "<C>a</C>",
        "<BA>A</BA>",
        "<BA>\u00e4\u00e4\u00e4\u00e4</BA>",
    ],
)
def test_text_that_is_not_of_its_tags_form_is_kept_with_a_note(element: str) -> None:
    outcome = read_roots(element)

    assert outcome.values == [element.partition(">")[2].partition("<")[0]]
    assert outcome.codes == ["bad-value"]


def test_secure_string_is_noted() -> None:
    assert read_roots("<SS>01000000d08c9ddf</SS>").codes == ["redacted"]
