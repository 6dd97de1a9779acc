"""A small, clean rule pack that tests bend in one place."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import yaml

from exposture.catalog.dataset import Dataset
from exposture.rulebook.cases import load_all_cases
from exposture.rulebook.load import load_rulebook
from exposture.rulebook.pack import Pack
from exposture.rulebook.profiles import PROFILE_NAMES
from exposture.rulebook.rule import Rule

RULE_PATH = "connectors/RCV-006-basic-after-tls.yaml"
QUERY = """\
WITH judged AS (
  SELECT
    c.server,
    c.name,
    c.key,
    c.mode
  FROM enabled_connectors AS c
)
SELECT
  j.server,
  j.name AS subject,
  j.key AS subject_key,
  CASE WHEN j.mode IS NULL THEN 'unknown' WHEN j.mode = $wanted THEN 'pass' ELSE 'fail' END AS outcome,
  'the mode is not known' AS reason,
  j.mode
FROM judged AS j
LEFT JOIN param_modes AS p
  ON p.mode = j.mode
ORDER BY j.server, subject
"""
VIEW = """\
-- view: enabled_connectors
-- requires: receive_connectors
-- optional: none
-- columns: server, name, key, mode
-- purpose: Connectors that are switched on.
SELECT
  server,
  name,
  key,
  mode
FROM receive_connectors
WHERE enabled IS NOT FALSE
"""
RULE: dict[str, Any] = {
    "id": "RCV-006",
    "title": "Basic authentication waits for TLS",
    "status": "stable",
    "scope": "exchange",
    "topics": ["M03"],
    "since": "0.1",
    "severity": "medium",
    "severity_reason": "Passwords cross the network.",
    "datasets": {"receive_connectors": "rows"},
    "cause": [{"dataset": "receive_connectors", "column": "mode", "predicate": "value"}],
    "parameters": {
        "wanted": {"type": "string", "default": "tls", "profiles": {"stig": "mtls"}, "why": {"stig": "the item asks for it"}},
        "modes": {"type": "table", "default": [{"mode": "tls", "rank": 1}]},
    },
    "rationale": "Who listens reads the password.",
    "query": QUERY,
    "evidence": {"mode": "receive_connectors.mode"},
    "message": "{subject} uses {mode}.",
    "remediation": {
        "kind": "powershell",
        "effort": "minutes",
        "inputs": {"identity": "subject"},
        "change": "Set-ReceiveConnector -Identity $in.identity -Mode tls",
        "verify": "Get-ReceiveConnector -Identity $in.identity",
        "rollback": "Set-ReceiveConnector -Identity $in.identity -Mode none",
        "impact": "Old devices stop.",
    },
    "references": [{"title": "Receive connectors", "url": "https://example.com/connectors"}],
}
CASES: list[dict[str, Any]] = [
    {
        "name": f"{mode} is {outcome}",
        "why": "one of three",
        "tables": {"receive_connectors": [{"name": "A", "key": "guid:1", "server": "EX1", "mode": mode}]},
        "expect": [["EX1", "A", outcome]],
    }
    for mode, outcome in (("tls", "pass"), ("none", "fail"), (None, "unknown"))
]
PROFILES: dict[str, dict[str, Any]] = {name: {"title": f"The profile {name}", "source": "tests"} for name in PROFILE_NAMES}


class Written(yaml.SafeDumper):
    """YAML as people write it: texts of several lines as blocks, nothing by reference."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


Written.add_representer(str, _text)


def bent(value: Any, changes: dict[str, Any]) -> Any:
    """Return a copy of nested mappings with values set by dotted path; a value of `...` takes the key out."""
    value = copy.deepcopy(value)
    for path, new in changes.items():
        *parents, last = path.split(".")
        target = value
        for parent in parents:
            target = target[parent]
        if new is ...:
            del target[last]
        else:
            target[last] = new
    return value


def rule(**changes: Any) -> Rule:
    """Return the rule of the pack, bent; `__` in a name stands for a dot."""
    return Rule.model_validate(bent(RULE, {name.replace("__", "."): value for name, value in changes.items()}))


def write_pack(root: Path, *, more: dict[str, Any] | None = None, **changes: Any) -> Path:
    """Write the pack, its rule bent by `changes`; `more` is path -> text or YAML value, None takes the file out."""
    files: dict[str, Any] = {
        RULE_PATH: bent(RULE, {name.replace("__", "."): value for name, value in changes.items()}),
        RULE_PATH.replace(".yaml", ".cases.yaml"): CASES,
        "lib/enabled_connectors.sql": VIEW,
        "profiles.yaml": PROFILES,
        "data/data_dates.csv": "table,data_date\n",
    }
    for path, content in (files | (more or {})).items():
        if content is not None:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            text = content if isinstance(content, str) else yaml.dump(content, Dumper=Written, sort_keys=False, width=1000)
            (root / path).write_text(text, encoding="utf-8")
    return root


def catalog() -> dict[str, Dataset]:
    """Return two datasets: receive_connectors (name, mode, enabled) and servers (name, version)."""
    connectors = {
        "name": "receive_connectors",
        "title": "Receive connectors",
        "sources": [{"id": "ems", "cmdlet": "Get-ReceiveConnector", "target": "org"}],
        "key": ["Guid"],
        "columns": [
            {"name": name, "from": name, "type": kind, "class": "config"} for name, kind in (("name", "name"), ("mode", "enum"), ("enabled", "bool"))
        ],
    }
    servers = {
        "name": "servers",
        "title": "Servers",
        "target": "org",
        "derived_from": {},
        "key": ["name"],
        "columns": [{"name": name, "type": "string", "class": "config"} for name in ("name", "version")],
    }
    return {value["name"]: Dataset.model_validate(value) for value in (connectors, servers)}


def pack(root: Path, *, more: dict[str, Any] | None = None, **changes: Any) -> Pack:
    """Write the pack and return it as the lint sees it; one fact table, `builds`."""
    book = load_rulebook(write_pack(root, more=more, **changes), strict=False)
    cases, faults = load_all_cases(book)
    columns = {"builds": frozenset({"product", "build"})}
    return Pack(book=book, catalog=catalog(), cases=cases, case_faults=faults, data_columns=columns, choices=frozenset({"esu"}))
