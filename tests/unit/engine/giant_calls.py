"""Each function that a rule may call, called on values as big as fit; run as a program it says what became of each call.

python -m tests.unit.engine.giant_calls KIBIBYTES [once]
"""

from __future__ import annotations

import itertools
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing

import duckdb
import pyarrow as pa

from exposture.engine.database import Database
from exposture.engine.query import SECONDS, Question
from exposture.errors import DatabaseLostError, RuleQueryError
from exposture.rulebook.functions import ALLOWED, EVERY
from exposture.workflows.memory import bounded_memory

# ruff: noqa: S608  # the calls are our own
SIGNATURES = """
    SELECT function_name, function_type, parameter_types, varargs FROM duckdb_functions()
    WHERE function_type IN ('scalar', 'aggregate', 'macro', 'window') ORDER BY ALL
"""
TEXTS = ("t.big", "t.half")
LISTS = ("t.many", "t.others")
ARGUMENTS: Mapping[str, Sequence[str]] = {
    "VARCHAR": TEXTS,
    "pattern": ("'(a|b)*(.*)[ab]{100}z'", "'b'"),
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
MORE = (
    *(f"t.number {word} t.number" for word in ("+", "-", "*", "/", "//", "%", "**", "^", "&", "|", "<<", ">>")),
    *(f"t.many {word} t.others" for word in ("||", "@>", "<@", "&&")),
    *(f"t.big {word} t.half" for word in ("||", "^@", "LIKE", "ILIKE", "GLOB", "~")),
    "@ t.number",
    "~ t.number",
    *(
        f"t.{cell} {word} '{pattern}'"
        for cell in ("big", "one")
        for word in ("LIKE", "ILIKE", "NOT LIKE", "NOT ILIKE")
        for pattern in ("%a%_%a%z", "%z%")
    ),
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
BY_HAND: Mapping[str, Sequence[str]] = {
    "array_slice": ("array_slice(t.big, 2, -2)", "array_slice(t.many, 2, -2, 2)"),
    "list_slice": ("list_slice(t.big, 2, -2)", "list_slice(t.many, 2, -2, 2)"),
    "array_to_string": ("array_to_string(t.many, ',')",),
    "split_part": ("split_part(t.big, 'b', 2)", "split_part(t.big, t.half, 1)"),
    "position": ("position(t.half IN t.big)",),
    "decode": ("decode(encode(t.big))",),
    "fmod": ("fmod(t.number, 7)",),
    "if": ("if(t.number > 1, t.big, t.half)",),
    "make_time": ("make_time(1, 2, 3.5)",),
    "strftime": ("strftime(TIMESTAMP '2026-11-24', '%Y-%m-%d')",),
    "strptime": ("strptime('2026-11-24', '%Y-%m-%d')",),
    "to_seconds": ("to_seconds(7)",),
    "to_milliseconds": ("to_milliseconds(7)",),
    "struct_insert": ("struct_insert({'a': t.big}, b := t.half)",),
    "struct_extract": ("struct_extract({'a': t.big}, 'a')",),
    "struct_extract_at": ("struct_extract_at({'a': t.big}, 1)",),
    "unnest": ("unnest(t.many)",),
    "list_select": ("list_select(t.many, range(t.number))",),
    "list_where": ("list_where(t.many, [t.number > 1])",),
    "quantile_cont": ("quantile_cont(t.number, 0.5)",),
    "quantile_disc": ("quantile_disc(t.number, 0.5)",),
    **{name: (f"{name}([t.number > 1])",) for name in ("list_bool_and", "list_bool_or")},
    **{name: (f"{name}(range(t.number))",) for name in ("list_avg", "list_sum")},
    **{name: (f"{name}('hour', TIMESTAMP '2026-11-24')",) for name in ("date_part", "datepart", "date_trunc", "datetrunc")},
    **{name: (f"{name}('hour', TIMESTAMP '2026-11-24', TIMESTAMP '2026-11-25')",) for name in ("date_diff", "datediff", "date_sub", "datesub")},
    **{name: (f"{name}(t.one, '%a%_b', t.letter)",) for name in ("like_escape", "not_like_escape", "ilike_escape", "not_ilike_escape")},
}
COPIES = ("contains(c.big, 'z' || r.i)", "trim(c.big, 'ab' || r.i) = 'z'", "c.one LIKE '%a%a%_' || r.i", "replace(c.one, 'a', 'b' || r.i) = 'z'")


def calls() -> Iterator[tuple[str, str]]:
    """Yield each function with a SELECT that calls it, for every signature and choice of giant arguments."""
    with duckdb.connect() as connection:
        signatures = connection.execute(SIGNATURES).fetchall()
    yield from ((name, f"SELECT {call} AS answer FROM t") for name, found in BY_HAND.items() for call in found)
    for name, kind, types, more in signatures:
        if name in EVERY - OPERATORS - BY_HAND.keys():
            yield from ((name, f"SELECT {call} AS answer FROM t") for call in _called(name, kind, [*types, *([more] if more else [])]))
    yield from ((call, f"SELECT {call} AS answer FROM t") for call in MORE)
    yield from ((call, f"SELECT count(*) AS answer FROM t AS c, range(2048) AS r(i) WHERE {call}") for call in COPIES)


def _called(name: str, sort: str, types: Sequence[str | None]) -> Iterator[str]:
    places = ["pattern" if place == 1 and name in ALLOWED["patterns"] else kind for place, kind in enumerate(types)]
    choices = [ARGUMENTS.get(one or "ANY", ()) for one in places]
    over = " OVER ()" if sort == "window" else ""
    for arguments in itertools.product(*choices):
        order = " ORDER BY t.big" if sort == "aggregate" and arguments else ""
        yield f"{name}({', '.join(arguments)}{order}){over}"


def giants(size: int) -> dict[str, pa.Table]:
    """Return the table of one row whose values are of so many bytes."""
    big, part = "ab" * (size // 2), "ab" * 5_000
    cells = {
        "big": pa.array([big], pa.large_string()),
        "half": pa.array([big[: size // 2]], pa.large_string()),
        "one": pa.array(["a" * size], pa.large_string()),
        "part": [part],
        "letter": ["!"],
        "many": pa.array([[f"a{number}" for number in range(size // 16)]]),
        "others": pa.array([[f"b{number}" for number in range(size // 16)]]),
        "raw": pa.array([b"\x00\xff" * (size // 2)], pa.large_binary()),
        "number": [size],
    }
    return {"t": pa.table(cells)}


def main(kibibytes: int, *, is_once: bool) -> None:
    """Write one line of JSON for each call: the function, the SELECT, what became of it and the seconds of CPU."""
    answered: set[str] = set()
    tables = giants(kibibytes << 10)
    with bounded_memory() as fit, closing(Database(tables)) as database:
        for name, text in calls():
            if name in answered and is_once:
                continue
            before = time.process_time()
            became = _became(database, text)
            say(name, text, became, round(time.process_time() - before, 2))
            fit()
            answered |= {name} if became == "rows" else set()
        say("next", "", _became(database, "SELECT length(t.part) AS answer FROM t"), 0.0)


def say(*words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def _became(database: Database, text: str) -> str:
    try:
        database.ask(Question(text=text, values={}, types={}, path="x.yaml", line=1), timeout_seconds=SECONDS)
    except DatabaseLostError as error:
        return "left behind" if isinstance(error.__cause__, TimeoutError) else f"fatal: {error.message[:150]}"
    except RuleQueryError as error:
        return f"error: {error.message[:150]}"
    return "rows"


if __name__ == "__main__":
    main(int(sys.argv[1]), is_once="once" in sys.argv)
    os._exit(0)  # what was left behind still runs
