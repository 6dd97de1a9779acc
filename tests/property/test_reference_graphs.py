"""Whatever a file of one megabyte makes of `Ref`, reading it ends soon and in little memory (figure 4 of the security page)."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.case import document
from tests.small import CONNECTORS

ANALYZER = Path(__file__).parents[2] / "analyzer"
MEGABYTE = 1_000_000
SECONDS, BYTES = 5.0, 500 * 1024**2
COLUMNS = ["Bindings", "RemoteIPRanges", "PermissionGroups", "AuthMechanism", "Fqdn", "Server", "Guid", "MaxMessageSize", "Enabled", "WhenChangedUTC"]
CHILD = """
import json, resource, sys
from pathlib import Path
from exposture.bundle.open import open_bundle
from exposture.catalog.facts import load_facts
from exposture.catalog.load import load_catalog
estate = open_bundle([Path(sys.argv[1])], catalog=load_catalog(), facts=load_facts())
used = resource.getrusage(resource.RUSAGE_SELF)
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))  # ru_maxrss remembers the parent
print(json.dumps({"seconds": used.ru_utime + used.ru_stime, "bytes": int(peak) * 1024, "rows": estate.tables["receive_connectors"].num_rows,
                  "state": estate.files[0].state, "message": estate.files[0].message}))
"""


def ref(number: int, name: str = "") -> str:
    return f'<Ref{f" N={chr(34)}{name}{chr(34)}" if name else ""} RefId="{number}" />'


def connector(number: int, inside: str) -> str:
    kinds = f'<TN RefId="0"><T>{CONNECTORS}</T></TN>' if number == 0 else '<TNRef RefId="0" />'
    return f'<Obj RefId="{number}">{kinds}<Props><S N="Name">c{number}</S>{inside}</Props></Obj>'


def top(number: int, target: int) -> str:
    return connector(number, "".join(ref(target, column) for column in COLUMNS))


def filled(make: Callable[[int], str]) -> str:
    """Return as many parts as a megabyte holds."""
    parts, size = [], 0
    while size < MEGABYTE - 20_000:
        parts.append(make(len(parts)))
        size += len(parts[-1])
    return "".join(parts)


def fan(width: int, tag: str) -> str:
    """Return levels of containers that each hold the one before many times."""

    def level(number: int) -> str:
        inside = ref(number + 9) * width if number else "<S>x</S>"
        pairs = "".join(f'<En><I32 N="Key">{n}</I32>{ref(number + 9, "Value")}</En>' for n in range(width)) if number else ""
        body = {
            "LST": f"<LST>{inside}</LST>",
            "MS": f"<MS>{''.join(ref(number + 9, f'r{n}') for n in range(width)) if number else ''}</MS>",
            "DCT": f"<DCT>{pairs}</DCT>",
        }[tag]
        return f'<Obj RefId="{number + 10}">{body}</Obj>'

    return connector(0, "") + filled(level)


def last(text: str) -> int:
    return int(text.rpartition('<Obj RefId="')[2].partition('"')[0])


def with_top(text: str) -> str:
    return document(text, top(2_000_000, last(text)))


def ring() -> str:
    """Return records that each hold the one before, and one that holds itself everywhere."""
    return document(filled(lambda number: top(number, max(0, number - 1))))


def star() -> str:
    """Return one record that names itself as often as a megabyte holds."""
    return document(connector(0, '<LST N="Bindings">' + filled(lambda _: ref(0)) + "</LST>"))


def shared_list() -> str:
    """Return a long list and records that all have it in every column."""
    long = '<Obj RefId="9000000"><LST>' + "<S>192.0.2.1:25</S>" * 8_000 + "</LST></Obj>"
    return document(connector(0, ""), long, filled(lambda number: top(number + 9_000_001, 9_000_000))[: MEGABYTE - 200_000].rpartition("<Obj ")[0])


def at_random(seed: int) -> str:
    """Return objects with lists, properties and dictionaries of references to anything before them or to themselves."""
    chance = random.Random(seed)  # noqa: S311 - a test's choice

    def one(number: int) -> str:
        targets = [ref(chance.randint(max(10, number - 30), number + 10)) for _ in range(chance.randint(0, 12))]
        named = [ref(chance.randint(10, number + 10), f"p{n}") for n in range(chance.randint(0, 4))]
        return f'<Obj RefId="{number + 10}"><LST>{"".join(targets)}</LST><MS>{"".join(named)}</MS></Obj>'

    return with_top(connector(0, "") + filled(one))


SHAPES: dict[str, Callable[[], str]] = {
    "fan of lists, 10 wide": lambda: with_top(fan(10, "LST")),
    "fan of lists, 2 wide": lambda: with_top(fan(2, "LST")),
    "fan of properties": lambda: with_top(fan(10, "MS")),
    "fan of dictionaries": lambda: with_top(fan(10, "DCT")),
    "fan of one level, very wide": lambda: with_top(fan(5_000, "LST")),
    "ring": ring,
    "star": star,
    "one list in every column of every record": shared_list,
    "random 1": lambda: at_random(1),
    "random 2": lambda: at_random(2),
    "random 3": lambda: at_random(3),
}


def child(path: Path) -> dict[str, Any]:
    """Read a file in a process of its own; return what that took and gave."""
    environment = os.environ | {"PYTHONPATH": str(ANALYZER)}
    done = subprocess.run([sys.executable, "-c", CHILD, str(path)], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    used: dict[str, Any] = json.loads(done.stdout)
    return used


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Return the CPU seconds that a megabyte of honest connectors takes here and now: the machine may be busy."""
    path = tmp_path_factory.mktemp("ordinary") / "ReceiveConnectors.xml"
    path.write_text(document(filled(lambda number: connector(number, '<S N="Bindings">192.0.2.1:25</S>'))), encoding="utf-8", newline="")
    return float(child(path)["seconds"])


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the peak of memory")
@pytest.mark.skipif("EXPOSTURE_FULL" not in os.environ, reason="long: scripts/test-full runs it")
@pytest.mark.parametrize("name", SHAPES)
def test_graph_of_a_megabyte_is_read_in_seconds_and_little_memory(tmp_path: Path, ordinary: float, name: str) -> None:
    text = SHAPES[name]()
    (tmp_path / "ReceiveConnectors.xml").write_text(text, encoding="utf-8", newline="")

    used = child(tmp_path / "ReceiveConnectors.xml")

    assert MEGABYTE * 0.7 < len(text) < MEGABYTE * 1.1
    assert used["rows"] >= 1
    assert used["seconds"] <= max(SECONDS, 4 * ordinary)
    assert used["bytes"] <= BYTES
