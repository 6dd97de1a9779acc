"""Small makers of catalogs, estates and rules; each takes only what the test is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from exposture.catalog.dataset import Dataset
from exposture.catalog.facts import Facts
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.types import table_schema
from exposture.engine.ground import Ground, Server, index_lines, scope_of
from exposture.engine.rows import Row
from exposture.engine.run import Findings, Inputs, run_rules
from exposture.engine.semantics import Asked
from exposture.model.coverage import CoverageLine, Status
from exposture.model.estate import Estate
from exposture.model.outcome import Outcome
from exposture.rulebook.load import LoadedRule, Rulebook, revision
from exposture.rulebook.profiles import Profile
from exposture.rulebook.rule import AppliesTo, DatasetNeed, Rule
from exposture.rulebook.site import Site, empty_site
from exposture.rulebook.views import View

COLUMNS = [
    {"name": "name", "from": "Name", "type": "name", "class": "identity"},
    {"name": "state", "from": "State", "type": "enum", "class": "config"},
    {"name": "count", "from": "ItemCount", "type": "int", "class": "counter"},
    {"name": "banner", "from": "Banner", "type": "string", "class": "config", "nullable": True},
]
REMEDIATION = {"kind": "manual", "effort": "minutes", "change": "repair", "verify": "look", "rollback": "undo", "impact": "none"}
QUERY = """
    SELECT s.server, s.name AS subject, s.key AS subject_key, CASE WHEN s.state = 'Running' THEN 'pass' ELSE 'fail' END AS outcome, s.state
    FROM windows_services AS s
"""


def dataset(name: str, *targets: str, roles: Any = "any", versions: Any = "all", derived: bool = False) -> Dataset:
    sources = [
        {"id": f"s{index}", "cmdlet": "Get-Thing", "target": target, "roles": roles, "versions": versions} for index, target in enumerate(targets)
    ]
    kind = {"target": targets[0], "roles": roles, "derived_from": {"required": ["x"]}} if derived else {"sources": sources}
    columns = SERVER_COLUMNS if name == "servers" else COLUMNS
    return Dataset.model_validate({"name": name, "title": name, "key": ["name"], "columns": columns, **kind})


SERVER_COLUMNS = [
    {"name": "name", "type": "name", "class": "identity"},
    {"name": "version", "type": "enum", "class": "identity"},
    {"name": "roles", "type": "flags", "class": "identity"},
]
NOT_EDGE = ["Mailbox", "HubTransport", "ClientAccess"]
CATALOG: dict[str, Dataset] = {
    one.name: one
    for one in [
        dataset("servers", "org", derived=True),
        dataset("receive_connectors", "org", roles=["HubTransport", "Edge"]),
        dataset("edge_subscriptions", "org", roles=NOT_EDGE),
        dataset("attachment_filters", "org", roles=["Edge"]),
        dataset("windows_services", "server"),
        dataset("windows_features", "server", versions=["2016", "2019"]),
        dataset("iis_settings", "server", derived=True, roles=NOT_EDGE),
        dataset("windows_time", "server", "dc"),
        dataset("registry_ntds", "dc"),
        dataset("ad_groups", "ldap"),
    ]
}
SCOPES = {name: scope_of(one) for name, one in CATALOG.items()}


def server(name: str = "EX1", version: str | None = "2019", roles: Sequence[str] | None = ("Mailbox",)) -> Server:
    return Server(name=name, version=version, roles=None if roles is None else frozenset(roles))


def ground(servers: Sequence[Server] = (), status: Mapping[tuple[str, str], str] | None = None) -> Ground:
    lines = [CoverageLine(dataset=name, target=target, status=Status(word)) for (name, target), word in (status or {}).items()]
    return Ground(servers={one.name: one for one in servers}, lines=index_lines(lines), scopes=SCOPES)


def asked(needs: Mapping[str, Any], when_empty: str = "not_applicable", **applies_to: Any) -> Asked:
    typed = {name: DatasetNeed.model_validate({"need": need} if isinstance(need, str) else need) for name, need in needs.items()}
    return Asked(applies_to=AppliesTo(**applies_to), needs=typed, when_empty=Outcome(when_empty))


def row(outcome: str = "pass", server: str | None = "EX1", subject: str = "thing", **more: Any) -> Row:
    needs = more.pop("needs", None)
    made: dict[str, Any] = {"subject_key": f"name:{subject}", "reason": "because", "evidence": {}, **more}
    return Row(server=server, subject=subject, outcome=Outcome(outcome), needs=None if needs is None else frozenset(needs), **made)


def table(name: str, rows: Sequence[Mapping[str, Any]] = ()) -> pa.Table:
    return pa.Table.from_pylist([dict(one) for one in rows], schema=table_schema(CATALOG[name]))


def service(name: str = "W3SVC", server: str = "EX1", **more: Any) -> dict[str, Any]:
    return {"server": server, "target": server, "key": f"{server}|name:{name}", "name": name, **more}


def estate(
    rows: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    status: Mapping[tuple[str, str], str | CoverageLine] | None = None,
    servers: Sequence[Server] = (),
    as_of: datetime | None = None,
) -> Estate:
    """`status` names what is not ok: every dataset with rows is ok on the targets of its rows, every other pair missing."""
    listed = {"servers": [{"name": one.name, "version": one.version, "roles": None if one.roles is None else sorted(one.roles)} for one in servers]}
    given = {**listed, **(rows or {})}
    collected = {(name, one.get("target", "org")): "ok" for name, found in given.items() for one in found}
    lines = [line_of(pair, word) for pair, word in {("servers", "org"): "ok", **collected, **(status or {})}.items()]
    return Estate(
        tables={name: table(name, given.get(name, ())) for name in CATALOG},
        coverage=tuple(lines),
        files=(),
        conversions=(),
        collections=(),
        as_of=as_of,
    )


def line_of(pair: tuple[str, str], word: str | CoverageLine) -> CoverageLine:
    return word if isinstance(word, CoverageLine) else CoverageLine(dataset=pair[0], target=pair[1], status=Status(word))


def rule(**changes: Any) -> Rule:
    made: dict[str, Any] = {
        "id": "HST-001",
        "title": "Services run",
        "status": "stable",
        "scope": "platform",
        "since": "0.1",
        "severity": "high",
        "severity_reason": "services serve",
        "datasets": {"windows_services": "rows"},
        "rationale": "a stopped service serves nobody",
        "query": QUERY,
        "message": "{subject} on {server} is {state}.",
        "remediation": REMEDIATION,
    }
    return Rule.model_validate(made | changes)


def manual(**changes: Any) -> Rule:
    return rule(**({"kind": "manual", "query": "", "message": "", "question": "Is it so?", "datasets": {}} | changes))


def loaded(one: Rule) -> LoadedRule:
    return LoadedRule(rule=one, area="hosts", path=f"hosts/{one.id}-x.yaml", revision=revision(one))


def view(name: str, sql: str) -> View:
    return View(name=name, sql=sql, requires=(), optional=(), columns=(), purpose="test", path=f"lib/{name}.sql")


def book(*rules: Rule, views: Sequence[View] = (), **profiles: Profile) -> Rulebook:
    known = {"default": Profile(title="default", source="ours"), **profiles}
    return Rulebook(root=Path("rules"), rules=tuple(loaded(one) for one in rules), views=tuple(views), profiles=known, faults=(), sha256="0" * 64)


def facts() -> Facts:
    builds = pa.table({"product": ["2019"], "build": ["15.2.1"]})
    return Facts(
        tables={"builds": builds}, dates={"builds": date(2026, 1, 2)}, max_age_days={"builds": 45}, sha256="0" * 64, networks=SpecialNetworks([])
    )


def inputs(of: Estate, site: Site | None = None) -> Inputs:
    return Inputs(estate=of, facts=facts(), catalog=CATALOG, site=site or empty_site(), choices=("routing",))


def run(of: Estate, *rules: Rule, views: Sequence[View] = (), site: Site | None = None, profile: str = "default", **profiles: Profile) -> Findings:
    return run_rules(book(*rules, views=views, **profiles), inputs(of, site), profile, timeout_seconds=5)


def results(of: Estate, *rules: Rule, **more: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run(of, *rules, **more).results.to_pylist()
    return found
