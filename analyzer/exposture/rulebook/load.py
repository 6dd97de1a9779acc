"""Read the rule pack: rules, views, profiles, and the hash over all of its files.

A pack that is broken in one place is still a pack: `audit` loads it tolerantly and reports the broken
file as a rule error; everything else loads it strictly and sees all faults at once.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from exposture.catalog.strict_yaml import read_model
from exposture.errors import Location, RuleError, RuleSyntaxError
from exposture.resources import rules_root
from exposture.rulebook.areas import AREAS
from exposture.rulebook.profiles import Profile, load_profiles
from exposture.rulebook.rule import Rule
from exposture.rulebook.views import View, in_order, parse_view

CASES_SUFFIX = ".cases.yaml"
PACK_PATTERNS = ("*/*.yaml", "*.yaml", "lib/*.sql", "data/*", "frameworks/*")
RULE_FILE = re.compile(r"^(?P<id>[A-Z]{3}-\d{3})(?:-|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedRule:
    """A rule and where it came from.

    `path` is relative to the pack, `revision` changes when the rule's meaning does, `query_line` is the line of the file
    on which the query's text begins (None without one).
    """

    rule: Rule
    area: str
    path: str
    revision: str
    query_line: int | None = None

    @property
    def cases_path(self) -> str:
        return self.path.removesuffix(".yaml") + CASES_SUFFIX


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A file of the pack that cannot be used; `rule_id` and `area` as the path says them, None where it does not."""

    path: str
    message: str
    where: Location | None
    rule_id: str | None = None
    area: str | None = None

    def __str__(self) -> str:
        return f"{self.where or self.path}: {self.message}"


@dataclass(frozen=True, kw_only=True)
class Rulebook:
    """The pack: rules sorted by id, views in the order in which they can be made, profiles by name, faults by path."""

    root: Path
    rules: tuple[LoadedRule, ...]
    views: tuple[View, ...]
    profiles: Mapping[str, Profile]
    faults: tuple[Fault, ...]
    sha256: str

    @cached_property
    def views_by_name(self) -> Mapping[str, View]:
        return {view.name: view for view in self.views}

    @cached_property
    def by_id(self) -> Mapping[str, LoadedRule]:
        return {loaded.rule.id: loaded for loaded in self.rules}


def load_rulebook(root: Path | None = None, *, strict: bool = True) -> Rulebook:
    """Return the rule pack below a folder (by default the one that travels with the package).

    Raises:
        RuleSyntaxError: strict, and a rule or view is broken; the message lists every fault.
        ProfileError: profiles.yaml is broken.
    """
    root = rules_root() if root is None else root
    faults: list[Fault] = []
    rules = _load_rules(root, faults)
    views = _load_views(root, faults)
    if strict and faults:
        raise RuleSyntaxError(f"{len(faults)} faults in the rule pack:\n" + "\n".join(f"  {fault}" for fault in faults))
    return Rulebook(
        root=root,
        rules=rules,
        views=views,
        profiles=load_profiles(root / "profiles.yaml", "profiles.yaml"),
        faults=tuple(sorted(faults, key=lambda fault: fault.path)),
        sha256=pack_hash(root),
    )


def rule_files(root: Path) -> list[Path]:
    """Return the rule files of a pack, sorted: `<folder>/*.yaml` without cases, frameworks and data."""
    found = (path for path in root.glob("*/*.yaml") if path.parent.name not in {"frameworks", "data", "lib"})
    return sorted(path for path in found if not path.name.endswith(CASES_SUFFIX))


def _load_rules(root: Path, faults: list[Fault]) -> tuple[LoadedRule, ...]:
    found: dict[str, LoadedRule] = {}
    for path in rule_files(root):
        try:
            loaded = load_rule(path, root)
            if other := found.get(loaded.rule.id):
                raise RuleSyntaxError(f"the id {loaded.rule.id} is already that of {other.path}", where=Location(path=loaded.path))
            found[loaded.rule.id] = loaded
        except RuleError as error:
            faults.append(_rule_fault(path, root, error))
    return tuple(found[rule_id] for rule_id in sorted(found))


def load_rule(path: Path, root: Path) -> LoadedRule:
    """Return one rule.

    Raises:
        RuleSyntaxError: the file cannot be read, does not follow the grammar, or lies in a folder that is no area.
    """
    shown = path.relative_to(root).as_posix()
    if path.parent.name not in AREAS:
        raise RuleSyntaxError(f"the folder is no area; the areas are {', '.join(AREAS)}", where=Location(path=shown))
    text = _text(path, shown)
    rule = read_model(text, Path(shown), Rule, RuleSyntaxError)
    return LoadedRule(rule=rule, area=path.parent.name, path=shown, revision=revision(rule), query_line=_query_line(text))


def _query_line(text: str) -> int | None:
    """Return the line under the key of a block (`query: |`), or the key's own line where the text stands beside it."""
    lines = text.splitlines()
    key = next((number for number, line in enumerate(lines, start=1) if line.startswith("query:")), None)
    return key if key is None else key + lines[key - 1].removeprefix("query:").strip().startswith(("|", ">"))


def _text(path: Path, shown: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleSyntaxError(f"cannot be read: {error}", where=Location(path=shown)) from error


def _rule_fault(path: Path, root: Path, error: RuleError) -> Fault:
    match = RULE_FILE.match(path.stem)
    area = path.parent.name if path.parent.name in AREAS else None
    return Fault(path=path.relative_to(root).as_posix(), message=error.message, where=error.where, rule_id=match["id"] if match else None, area=area)


def _load_views(root: Path, faults: list[Fault]) -> tuple[View, ...]:
    views: list[View] = []
    for path in sorted(root.glob("lib/*.sql")):
        shown = path.relative_to(root).as_posix()
        try:
            views.append(parse_view(_text(path, shown), shown))
        except RuleError as error:
            faults.append(Fault(path=shown, message=error.message, where=error.where))
    try:
        return in_order(views)
    except RuleError as error:
        faults.append(Fault(path="lib", message=error.message, where=error.where))
        return ()


def revision(rule: Rule) -> str:
    """Return the first 16 hex digits of sha256 over what decides a rule's verdict: query, parameters, datasets, applies_to, when_empty."""
    fields = rule.model_dump(mode="json", include={"query", "parameters", "datasets", "applies_to", "when_empty"})
    text = json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def pack_hash(root: Path) -> str:
    """Return the sha256 over the pack's sorted lines `<sha256>  <path>`: rules, cases, views, data, profiles, frameworks."""
    paths = {path for pattern in PACK_PATTERNS for path in root.glob(pattern) if path.is_file()}
    lines = sorted((path.relative_to(root).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths)
    return hashlib.sha256("".join(f"{digest}  {name}\n" for name, digest in lines).encode()).hexdigest()
