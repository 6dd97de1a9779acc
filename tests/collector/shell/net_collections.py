"""Members of arrays, lists, hashtables and their entries; static members of Array."""

from __future__ import annotations

from typing import Any

from tests.collector.shell.convert import to_integer
from tests.collector.shell.dotnet import Members, Static
from tests.collector.shell.faults import DotNetError
from tests.collector.shell.operators import order
from tests.collector.shell.types import full_name
from tests.collector.shell.values import NOTHING, Array, Entry, Hashtable, NetList, PSObject


def _same(one: Any, two: Any) -> bool:
    """Return Object.Equals: the type counts, case too."""
    if isinstance(one, list | Hashtable | PSObject):
        return one is two
    return type(one) is type(two) and bool(one == two)


def _find(items: list[Any], value: Any) -> int:
    return next((number for number, item in enumerate(items) if _same(item, value)), -1)


def _add(_: Any, self: NetList, value: Any) -> Any:
    self.append(value)
    return len(self) - 1 if self.type_name.endswith("ArrayList") else NOTHING


def _add_range(_: Any, self: NetList, values: Any) -> Any:
    if values is None:
        raise DotNetError("System.ArgumentNullException", "Value cannot be null.")
    self.extend(values if isinstance(values, list) else [values])
    return NOTHING


def _remove(_: Any, self: NetList, value: Any) -> Any:
    at = _find(self, value)
    if at >= 0:
        del self[at]
    return NOTHING if self.type_name.endswith("ArrayList") else at >= 0


def _remove_at(_: Any, self: NetList, at: Any) -> Any:
    if not 0 <= to_integer(at) < len(self):
        raise DotNetError("System.ArgumentOutOfRangeException", "Index was out of range.")
    del self[to_integer(at)]
    return NOTHING


def _reverse(_: Any, self: list[Any]) -> Any:
    self.reverse()
    return NOTHING


def _clear(_: Any, self: Any) -> Any:
    self.clear()
    return NOTHING


def _insert(_: Any, self: NetList, at: Any, value: Any) -> Any:
    self.insert(to_integer(at), value)
    return NOTHING


def _sort(s: Any, self: list[Any]) -> Any:
    from functools import cmp_to_key

    self.sort(key=cmp_to_key(lambda one, two: order(s, one, two)))
    return NOTHING


def _fixed(_: Any, self: Array, *__: Any) -> Any:
    raise DotNetError("System.NotSupportedException", "Collection was of a fixed size.")


def _dequeue(_: Any, self: NetList) -> Any:
    if not self:
        raise DotNetError("System.InvalidOperationException", "Queue empty.")
    return self.pop(0)


def _pop(_: Any, self: NetList) -> Any:
    if not self:
        raise DotNetError("System.InvalidOperationException", "Stack empty.")
    return self.pop()


READ = {
    "Contains": lambda _, self, value: _find(self, value) >= 0,
    "IndexOf": lambda _, self, value: _find(self, value),
    "GetEnumerator": lambda _, self: Array(self),
    "GetValue": lambda _, self, at: self[to_integer(at)],
    "ToString": lambda s, self: s.dotnet_name(self),
}
ARRAY = Members(
    properties={"Count": len, "Length": len, "LongLength": len, "Rank": lambda _: 1, "IsFixedSize": lambda _: True},
    methods={**READ, "Add": _fixed, "Remove": _fixed, "Clone": lambda _, self: Array(self, self.element), "GetLength": lambda _, self, __: len(self)},
)
LIST = Members(
    properties={"Count": len, "Capacity": len},
    methods={
        **READ,
        "Add": _add,
        "AddRange": _add_range,
        "Remove": _remove,
        "RemoveAt": _remove_at,
        "Insert": _insert,
        "Clear": _clear,
        "Reverse": _reverse,
        "Sort": _sort,
        "ToArray": lambda _, self, *__: Array(self, self.element),
        "Enqueue": lambda s, self, value: (self.append(value), NOTHING)[1],
        "Dequeue": _dequeue,
        "Push": lambda s, self, value: (self.append(value), NOTHING)[1],
        "Pop": _pop,
    },
)


def _add_entry(s: Any, self: Hashtable, key: Any, value: Any) -> Any:
    if key is None:
        raise DotNetError("System.ArgumentNullException", "Key cannot be null. Parameter name: key")
    if key in self:
        raise DotNetError("System.ArgumentException", f"Item has already been added. Key in dictionary: '{key}'  Key being added: '{key}'")
    self[key] = value
    return NOTHING


def _contains_key(_: Any, self: Hashtable, key: Any) -> bool:
    if key is None:
        raise DotNetError("System.ArgumentNullException", "Key cannot be null. Parameter name: key")
    return key in self


def _remove_key(_: Any, self: Hashtable, key: Any) -> Any:
    if key is None:
        raise DotNetError("System.ArgumentNullException", "Key cannot be null. Parameter name: key")
    self.remove(key)
    return NOTHING


HASHTABLE = Members(
    properties={
        "Count": len,
        "Keys": lambda self: NetList(self.keys(), "System.Collections.Hashtable+KeyCollection"),
        "Values": lambda self: NetList(self.values(), "System.Collections.Hashtable+ValueCollection"),
        "IsReadOnly": lambda _: False,
        "IsFixedSize": lambda _: False,
    },
    methods={
        "Add": _add_entry,
        "ContainsKey": _contains_key,
        "Contains": _contains_key,
        "ContainsValue": lambda _, self, value: _find(self.values(), value) >= 0,
        "Remove": _remove_key,
        "Clear": _clear,
        "Clone": lambda _, self: self.copy(),
        "GetEnumerator": lambda _, self: Array(Entry(key, value) for key, value in self.items()),
    },
)
ENTRY = Members(properties={"Name": lambda self: self.key, "Key": lambda self: self.key, "Value": lambda self: self.value})


def _copy(_: Any, source: list[Any], start: Any, target: Any, *more: Any) -> Any:
    if more:
        at, count = (to_integer(value) for value in more)
        target[at : at + count] = source[to_integer(start) : to_integer(start) + count]
    else:
        target[: to_integer(target)] = source
    return NOTHING


STATICS = {
    "System.Array": Static(
        methods={
            "IndexOf": lambda _, items, value: _find(items, value),
            "Reverse": lambda s, items: _reverse(s, items),
            "Sort": lambda s, items: _sort(s, items),
            "Copy": _copy,
        }
    ),
    "System.Collections.Hashtable": Static(new=lambda s, *_: Hashtable(order=s.order())),
    "System.Collections.ArrayList": Static(new=lambda _, items=(): NetList(items if isinstance(items, list) else [])),
    "System.Collections.Queue": Static(new=lambda _: NetList([], "System.Collections.Queue")),
    "System.Collections.Stack": Static(new=lambda _: NetList([], "System.Collections.Stack")),
}
MEMBERS: dict[type, Members] = {Array: ARRAY, NetList: LIST, Hashtable: HASHTABLE, Entry: ENTRY}
CASTS: dict[str, Any] = {}


def new_array(element: str, size: Any) -> Array:
    """Return `New-Object 'T[]' size` filled with the type's default."""
    full = full_name(element)
    default: Any = 0 if full.startswith("System.") and full not in ("System.String", "System.Object") else None
    return Array([default] * to_integer(size), full)
