"""Write a site.yaml to fill in: every question, what the bundle suggests, and which rules an answer would change.

As it is written the file declares nothing: its keys are empty, every answer is commented out. Values of the bundle are
quoted so that none can end its line, and one that the grammar of site.yaml refuses is told as prose, never as an answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from exposture.bundle.limits import BundleLimits
from exposture.catalog.load import load_catalog
from exposture.engine.run import run_rules
from exposture.engine.suggest import suggestions
from exposture.errors import SiteError, UsageError
from exposture.rulebook.answers import Answers
from exposture.rulebook.site import Choice, RangeReader, SiteTable, empty_site, load_site_tables, range_reader, read_site
from exposture.workflows.audit import inputs_of, open_estate
from exposture.workflows.outputs import check_outside, write_file
from exposture.workflows.ruleset import load_ruleset
from exposture.workflows.steps import Step, silent

HEAD = """\
## site.yaml: what no export can say. Made by `exposture site init`; as it is, it declares nothing.
## Lines that begin with "## " explain. A line that begins with "# " is an answer to confirm: where it is true, take the "# " away;
## where it is nearly true, correct it as well. What stays commented out is unknown to the rules, not false. A wrong answer is worse than none.
"""
CHOICES = "choices"
Changes = Mapping[str, Counter[str]]
Row = Mapping[str, Any]


def site_yaml(inputs: Sequence[Path], step: Step = silent, limits: BundleLimits | None = None) -> str:
    """Return the text of a site.yaml in which every answer is commented out.

    Raises:
        BundleError: an input cannot be used; UsageError: inputs that must not merge.
    """
    ruleset, catalog, tables = load_ruleset(), load_catalog(), load_site_tables()
    ground = inputs_of(ruleset, catalog, empty_site(), open_estate(inputs, catalog, ruleset.facts, step, limits=limits))
    results = run_rules(ruleset.rulebook, ground, progress=lambda done, total, _: step("judging by rules", done, total)).results
    changes = _changes(results.column("would_change").to_pylist(), results.column("rule_id").to_pylist())
    found = suggestions(ruleset.rulebook, ground, tables)
    to_range = range_reader(ruleset.facts.networks)
    parts = [_table(name, table, found.get(name, []), changes, to_range) for name, table in tables.items() if name != CHOICES]
    return "\n".join([HEAD, *parts, _choices(tables[CHOICES], ruleset.choices, changes)])


def write_site(path: Path, text: str, inputs: Sequence[Path]) -> None:
    """Write the file; one that exists is kept.

    Raises:
        UsageError: the file is there already, lies in an input, or cannot be written.
    """
    if path.exists():
        raise UsageError(f"{path} is there already; name another file with -o, so that no answer is lost")
    check_outside(path, inputs)
    try:
        write_file(path, text.encode())
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error


def _changes(answers: Sequence[Sequence[str]], rules: Sequence[str]) -> Changes:
    """Return by answer how many results of each rule wait for it."""
    found: dict[str, Counter[str]] = {}
    for names, rule in zip(answers, rules, strict=True):
        for name in names:
            found.setdefault(name, Counter())[rule] += 1
    return found


def _consequence(changes: Changes, name: str) -> list[str]:
    if name not in changes:
        return []
    return [f"## An answer could change findings of {', '.join(f'{rule} ({count})' for rule, count in sorted(changes[name].items()))}."]


def _table(name: str, table: SiteTable, rows: Sequence[Row], changes: Changes, to_range: RangeReader) -> str:
    lines = [f"## {table.question}", *_consequence(changes, f"site_{name}"), f"## For example: {_entry(table.example)}", f"{name}:"]
    return "\n".join([*lines, *_suggested(name, rows, to_range)]) + "\n"


def _suggested(name: str, rows: Sequence[Row], to_range: RangeReader) -> Iterator[str]:
    """Yield a line per suggestion: an answer where it would be valid beside those before it, else prose."""
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        answer = {column: value for column, value in row.items() if column != "why" and value is not None}
        identity = _identity(name, answer, to_range)
        if identity is None or identity in seen:
            yield f"## The bundle holds what cannot be an answer: {_entry(answer)}"
            continue
        seen.add(identity)
        yield f"#   {_entry(answer)}  ## {_quoted(str(row['why']))[1:-1]}"


def _identity(name: str, answer: Row, to_range: RangeReader) -> tuple[str, ...] | None:
    """Return what no two rows of the table share, None where the text of the answer is not valid."""
    try:
        read_site(f"{name}:\n  {_entry(answer)}\n", Path("site.yaml"), to_range, {})
    except SiteError:
        return None
    (row,) = getattr(Answers.model_validate({name: [answer]}), name)
    return tuple(str(getattr(row, column)).casefold() for column in row.KEY)


def _entry(row: Row) -> str:
    return "- {" + ", ".join(f"{column}: {_scalar(value)}" for column, value in row.items() if value is not None) + "}"


def _scalar(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            return f"[{', '.join(_scalar(one) for one in value)}]"
        case _:
            return _quoted(str(value))


def _quoted(text: str) -> str:
    """Return a text as a double-quoted scalar of YAML on one line: what is not printable is escaped."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"


def _choices(table: SiteTable, choices: Mapping[str, Choice], changes: Changes) -> str:
    lines = [f"## {table.question}", f"{CHOICES}:"]
    for name, choice in choices.items():
        lines += ["", f"## {choice.question}", *_consequence(changes, f"choices.{name}"), _choice(name, choice)]
    return "\n".join(lines) + "\n"


def _choice(name: str, choice: Choice) -> str:
    if not choice.values:
        return f'##  {name}: "in your own words"'
    first, *others = choice.values
    return f"#   {name}: {_quoted(first)}  ## or {', '.join(others)}"
