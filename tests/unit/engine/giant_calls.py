"""Each function that a rule may call, called on values as big as fit; run as a program it says what became of each call.

    python -m tests.unit.engine.giant_calls MEBIBYTES [FUNCTION ...]
"""

from __future__ import annotations

import itertools
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing

import duckdb
import pyarrow as pa

from exposture.engine.database import Database
from exposture.engine.query import SECONDS, Question
from exposture.errors import RuleQueryError, DatabaseLostError
from exposture.rulebook.functions import ALLOWED, EVERY
from exposture.workflows.memory import bounded_memory

SIGNATURES = """
    SELECT function_name, function_type, parameter_types, varargs FROM duckdb_functions()
    WHERE function_type IN ('scalar', 'aggregate', 'macro') ORDER BY ALL
"""
TEXTS = ("t.big", "t.half")
LISTS = ("t.many", "t.others")
ARGUMENTS: Mapping[str, Sequence[str]] = {
    "VARCHAR": TEXTS,
    "ANY": ("t.big", "t.many"),
    "T": ("t.big",),
    "T[]": LISTS,
    "ANY[]": LISTS,
    "T[][]": ("[t.many, t.others]",),
    "VARCHAR[]": ("['a', 'b']",),
    "LAMBDA": ("lambda x: contains(x, 'a')", "lambda x, y: x || y"),
    "BLOB": ("t.raw",),
    "BIT": ("CAST(t.raw AS BIT)",),
    "BIGINT": ("t.number",),
    "INTEGER": ("1",),
    "DOUBLE": ("1e300",),
    "BOOLEAN": ("t.number > 1",),
    "DATE": ("DATE '2026-11-24'",),
    "TIMESTAMP": ("TIMESTAMP '2026-11-24'",),
    "INTERVAL": ("INTERVAL 1 SECOND",),
    "STRUCT": ("{'a': t.big}",),
}
OPERATORS = EVERY - frozenset(name for name in EVERY if name.replace("_", "a").isalnum())
UNNAMED = {"~": "regexp_full_match"}
MORE = (
    *(f"t.big {word} t.half" for word in sorted(ALLOWED["operators"]) if word not in {"@", "!"}),
    *(f"t.many {word} t.others" for word in ("||", "@>", "<@", "&&")),
    *(f"t.{cell} {word} '{pattern}'" for cell in ("big", "one") for word in ("LIKE", "ILIKE", "NOT LIKE", "NOT ILIKE") for pattern in ("%a%_%a%z", "%z%")),
    *(f"t.{cell} GLOB '{pattern}'" for cell in ("big", "one") for pattern in ("*a*?*a*z", "*[!a]z")),
    *(f"t.{cell} {word} '{pattern}'" for cell in ("big", "one") for word in ("~", "SIMILAR TO") for pattern in ("(a|b)*[ab]{200}z", "(.*)(.*)(.*)z")),
    "t.one LIKE '%' || t.part || '%_z'",
    "t.big[2:-2]",
    "t.many[2:-2:2]",
    "t.many[::-1]",
    "t.big IN (t.half, t.one)",
    "len([x FOR x IN t.many IF x LIKE '%a%'])",
    "regexp_replace(t.one, '(a*)*z', '\\1\\1', 'g')",
    "regexp_replace(t.one, 'a', t.part, 'g')",
    "replace(t.one, 'a', t.part)",
    "list_reduce(t.many, lambda x, y: x || y)",
    "len(range(t.number))",
    "len(generate_series(1, t.number))",
    "list_filter(t.many, lambda x: list_contains(t.others, x))",
    "list_transform(t.many, lambda x: len(list_filter(t.others, lambda y: y = x)))",
    "list_transform(range(2000), lambda x: contains(t.big, CAST(x AS VARCHAR) || 'z'))",
    "list_sort(list_transform(range(4000), lambda x: t.half || x))",
    "string_split(t.big, '')",
)
COPIES = ("contains(c.big, 'z' || r.i)", "trim(c.big, 'ab' || r.i)", "c.one LIKE '%a%a%_' || r.i", "replace(c.one, 'a', 'b' || r.i)")


def calls() -> Iterator[tuple[str, str]]:
    """Yield each function with a SELECT that calls it, for every signature and choice of giant arguments."""
    with duckdb.connect() as connection:
        signatures = connection.execute(SIGNATURES).fetchall()
    for name, kind, types, more in signatures:
        if name in EVERY - OPERATORS:
            yield from ((name, f"SELECT {call} AS answer FROM t") for call in _called(name, kind, [*types, *([more] if more else [])]))
    yield from ((call, f"SELECT {call} AS answer FROM t") for call in MORE)
    yield from ((call, f"SELECT count(*) AS answer FROM t AS c, range(2048) AS r(i) WHERE {call}") for call in COPIES)


def _called(name: str, kind: str, types: Sequence[str | None]) -> Iterator[str]:
    choices = [ARGUMENTS.get(one or "ANY", ()) for one in types]
    over = " OVER ()" if name in ALLOWED["windows"] else ""
    for arguments in itertools.product(*choices):
        order = " ORDER BY t.big" if kind == "aggregate" and arguments else ""
        yield f"{name}({', '.join(arguments)}{order}){over}"


def giants(size: int) -> dict[str, pa.Table]:
    """Return the table of one row whose values are of so many bytes."""
    big, part = "ab" * (size // 2), "ab" * 5_000
    cells = {
        "big": pa.array([big], pa.large_string()),
        "half": pa.array([big[: size // 2]], pa.large_string()),
        "one": pa.array(["a" * size], pa.large_string()),
        "part": [part],
        "many": pa.array([[f"a{number}" for number in range(size // 16)]]),
        "others": pa.array([[f"b{number}" for number in range(size // 16)]]),
        "raw": pa.array([b"\x00\xff" * (size // 2)], pa.large_binary()),
        "number": [size],
    }
    return {"t": pa.table(cells)}


def main(mebibytes: int, wanted: Sequence[str]) -> None:
    """Write one line of JSON for each call: the function, the SELECT, what became of it and the seconds of CPU."""
    with bounded_memory(), closing(Database(giants(mebibytes << 20))) as database:
        for name, text in calls():
            if wanted and name not in wanted:
                continue
            before = time.process_time()
            became = _became(database, text)
            print(json.dumps([name, text, became, round(time.process_time() - before, 2)]), flush=True)
        print(json.dumps(["next", "", _became(database, "SELECT length(t.part) AS answer FROM t"), 0.0]))


def _became(database: Database, text: str) -> str:
    try:
        database.ask(Question(text=text, values={}, types={}, path="x.yaml", line=1), timeout_seconds=SECONDS)
    except DatabaseLostError:
        return "stuck"
    except RuleQueryError as error:
        return f"error: {error.message[:150]}"
    return "rows"


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
