"""Whatever a file holds, a converter gives a value that Arrow takes, or refuses it in one way."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exposture.catalog.convert import UNLIMITED, ConversionError, converter_of
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.types import SCALARS, arrow_type
from exposture.model.values import Entries, Item, Redacted, Value

LIKELY = "0123456789.,:;-+/()[]{}% TZPMDHSx=@\\CN\u00b2\u0663"
TEXTS = (
    st.text(max_size=30) | st.text(alphabet=LIKELY, max_size=40) | st.from_regex(r"\d{1,6000}", fullmatch=True).map(lambda text: text[:6000])
).filter(lambda text: text.isprintable())
NAMES = st.sampled_from(
    ["Value", "IsUnlimited", "Ticks", "Major", "Minor", "Address", "Port", "LowerBound", "UpperBound", "RawData", "Guid", "Sid", "IPAddressToString"]
)
SIMPLE = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.decimals(allow_nan=True), TEXTS, st.binary(max_size=30), st.just(Redacted("secret"))
)


def containers(children: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    items = st.builds(Item, text=st.none() | TEXTS, value=children, properties=st.dictionaries(NAMES, children, max_size=3))
    entries = st.builds(Entries, st.lists(st.tuples(children, children), max_size=2))
    return st.lists(children, max_size=3) | items | entries


VALUES = st.recursive(SIMPLE, containers, max_leaves=6)
NETWORKS = SpecialNetworks([])


@pytest.mark.parametrize("kind", [*sorted(SCALARS), *(f"list<{kind}>" for kind in ("string", "iprange", "binding", "adobject"))])
@settings(max_examples=40, deadline=None)
@given(value=VALUES)
def test_converter_is_total(kind: str, value: Value) -> None:
    try:
        result = converter_of(kind)(value, NETWORKS)
    except ConversionError:
        return

    assert pa.array([None if result is UNLIMITED else result], type=arrow_type(kind)) is not None
