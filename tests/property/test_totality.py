"""Whatever bytes come, a reader gives records or its own error: nothing else is raised, and it ends."""

from __future__ import annotations

import contextlib
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exposture.errors import ClixmlError, CsvError
from exposture.ingest.formats import Format, sniff
from exposture.ingest.limits import Limits
from exposture.ingest.xml_facts import root_tag
from tests.unit.ingest.reading import HEAD, read, read_table

EXAMPLES = 2_000 if "EXPOSTURE_FULL" in os.environ else 200
SMALL = Limits(
    max_file_bytes=20_000, max_depth=6, max_elements=200, max_record_elements=60, max_value_bytes=200, max_references=8, max_types=8, max_notes=3
)
TAGS = [
    "Obj",
    "Props",
    "MS",
    "TN",
    "T",
    "TNRef",
    "ToString",
    "Ref",
    "LST",
    "IE",
    "DCT",
    "En",
    "S",
    "I32",
    "DT",
    "BA",
    "SS",
    "Nil",
    "PR",
    "XD",
    "Objs",
    "New",
]
ATTRIBUTES = [
    "",
    ' N="a"',
    ' N="Key"',
    ' N="Value"',
    ' N="SerializationData"',
    ' N="Password"',
    ' RefId="0"',
    ' RefId="1"',
    ' RefId="-1"',
    ' S="Error"',
    " N='",
    ' xmlns="u"',
]
OTHERS = [
    "x",
    " ",
    "\r\n  ",
    "\r\n  </Obj>\r\n",
    "&amp;",
    "&#0;",
    "&a;",
    "<![CDATA[",
    "]]>",
    "<!-- ",
    " -->",
    "<?a ?>",
    "<!DOCTYPE a>",
    "_xD800_",
    "_x0041_",
    "\0",
    "\ufeff",
    "</Objs>",
]


def tag(name: str, attribute: str, kind: str) -> str:
    return {"open": f"<{name}{attribute}>", "close": f"</{name}>", "empty": f"<{name}{attribute} />", "leaf": f"<{name}{attribute}>1</{name}>"}[kind]


tags = st.builds(tag, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES), st.sampled_from(["open", "close", "empty", "leaf"]))
bodies = st.lists(st.one_of(tags, st.sampled_from(OTHERS)), max_size=25).map("".join)
heads = st.sampled_from(
    [HEAD, HEAD.replace("1.1.0.1", "1.2"), "<Objs>", "#< CLIXML\r\n" + HEAD, '<?xml version="1.0" encoding="utf-16"?>' + HEAD, ""]
)
documents = st.builds(
    lambda head, body, end, encoding: (head + body + end).encode(encoding, "surrogatepass"),
    heads,
    bodies,
    st.sampled_from(["</Objs>", "", "\n"]),
    st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-32-be"]),
)
cells = st.lists(
    st.sampled_from(['"', ",", ";", "\r\n", "\n", "\r", "a", "\\0", "\\e", "|", "\\", "#TYPE x", "=", "\0", "[]", "System.String[]", "\ufeff"]),
    max_size=40,
).map("".join)


@pytest.mark.slow
@settings(max_examples=EXAMPLES)
@given(documents)
def test_text_that_looks_like_clixml_gives_records_or_a_clixml_error(data: bytes) -> None:
    for limits in (SMALL, Limits()):
        error = read(data, limits).error
        assert error is None or isinstance(error, ClixmlError)
        assert error is None or error.where is not None


@settings(max_examples=EXAMPLES)
@given(st.binary(max_size=300))
def test_bytes_give_records_or_an_error_of_the_reader(data: bytes) -> None:
    assert isinstance(read(data).error, ClixmlError)
    error = read_table(data).error
    assert error is None or isinstance(error, CsvError)


@settings(max_examples=EXAMPLES)
@given(cells, st.sampled_from(["utf-8", "utf-16", "utf-16-be"]), st.sampled_from([True, False, None]))
def test_text_that_looks_like_csv_gives_records_or_a_csv_error(text: str, encoding: str, encoded: bool | None) -> None:
    error = read_table(text.encode(encoding), SMALL, encoded=encoded).error

    assert error is None or isinstance(error, CsvError)


@settings(max_examples=EXAMPLES)
@given(st.one_of(documents, st.binary(max_size=200)), st.sampled_from(["a.xml", "a.csv", "a"]))
def test_every_file_has_a_format_and_xml_a_root_or_an_error(data: bytes, name: str) -> None:
    kind = sniff(data, name)

    assert kind in Format
    if kind is Format.XML:
        with contextlib.suppress(ClixmlError):
            assert root_tag(data, path=name, limits=SMALL)
