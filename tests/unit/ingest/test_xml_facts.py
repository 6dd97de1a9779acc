from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exposture.errors import ClixmlError
from exposture.ingest.limits import Limits
from exposture.ingest.xml_facts import root_tag


def root_of(data: bytes, limits: Limits | None = None) -> str:
    return root_tag(data, path="a.config", limits=limits or Limits())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_root_of_a_well_formed_file_is_told(encoding: str) -> None:
    text = '<?xml version="1.0" encoding="utf-8"?><!-- a --><configuration xmlns="urn:a"><b c="d">e</b></configuration>'

    assert root_of(text.encode(encoding)) == "{urn:a}configuration"


@pytest.mark.parametrize("text", ["", "<a>", "<a></b>", "<a/><b/>", "<a>&b;</a>", "<a", "text"])
def test_damaged_file_is_an_error_with_its_place(text: str) -> None:
    with pytest.raises(ClixmlError, match=r"the XML is not well-formed or cut in a\.config"):
        root_of(text.encode())


def test_document_type_is_refused() -> None:
    with pytest.raises(ClixmlError, match=r"a document type declaration \(DOCTYPE a\) is refused in a\.config"):
        root_of(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")


def test_text_that_cannot_be_decoded_to_its_end_is_an_error() -> None:
    with pytest.raises(ClixmlError, match="bytes that are not utf-16-le"):
        root_of("<a/>\n".encode("utf-16") + b"\n")


@pytest.mark.parametrize("limits", [Limits(max_depth=1), Limits(max_elements=4), Limits(max_file_bytes=10)])
def test_limits_hold(limits: Limits) -> None:
    with pytest.raises(ClixmlError, match="limit"):
        root_of(b"<a>" * 5 + b"</a>" * 5, limits)


@given(st.binary(max_size=100))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    with pytest.raises(ClixmlError):
        root_of(b"<" + data + b"<")


def test_unsupported_encoding_is_named_and_not_taken_for_damage() -> None:
    with pytest.raises(ClixmlError, match=r"the encoding 'utf-7' is not supported; export again with -Encoding UTF8 in a\.xml$"):
        root_tag(b'<?xml version="1.0" encoding="utf-7"?><a/>', path="a.xml", limits=Limits())
