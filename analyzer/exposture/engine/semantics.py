"""What missing data mean for a verdict: the steps (0) to (5) of the design, as pure functions.

Missing data are never a pass, missing rights never a fail. Nothing here runs SQL or formats a text for the report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from exposture.catalog.dataset import Roles, Versions
from exposture.engine.ground import DC, DC_PREFIX, LDAP, ORG, SERVERS, Applies, Ground, Scope, Server, State, applies, canonical
from exposture.engine.rows import Row
from exposture.model.coverage import CoverageLine
from exposture.model.outcome import Need, Outcome
from exposture.rulebook.rule import AppliesTo, DatasetNeed, Rule

ORGANIZATION, CONTROLLER, SERVER = "organization", "domain_controller", "server"
LEANS_ON_ABSENCE: Mapping[Need, frozenset[Outcome]] = {
    Need.ROWS: frozenset(),
    Need.ABSENCE_PASSES: frozenset({Outcome.PASS, Outcome.NOT_APPLICABLE}),
    Need.ABSENCE_FAILS: frozenset({Outcome.FAIL}),
    Need.ABSENCE_DECIDES: frozenset({Outcome.PASS, Outcome.NOT_APPLICABLE, Outcome.FAIL}),
}
VERDICTS = frozenset({Outcome.PASS, Outcome.FAIL})
EMPTY_REASON = "nothing of this kind exists: everything that the rule asks for was collected and nothing was found"
OUTSIDE_REASON = "the estate has no server that the rule asks about"
NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the semantics need of a rule."""

    applies_to: AppliesTo
    needs: Mapping[str, DatasetNeed]
    when_empty: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A row after all steps, and the pairs (dataset, target) that it leans on, in the rule's order."""

    row: Row
    leans_on: tuple[tuple[str, str], ...]


def asked_of(rule: Rule) -> Asked:
    """Return what the semantics need of a rule."""
    return Asked(applies_to=rule.applies_to, needs=rule.datasets, when_empty=Outcome(rule.when_empty))


def falls(outcome: Outcome, need: DatasetNeed, state: State) -> bool:
    """Tell whether a verdict that leans on a pair in that state becomes unknown (steps 1 to 3)."""
    if state is State.LACKING and not need.optional and outcome in VERDICTS:
        return True
    return state in {State.INCOMPLETE, State.LACKING} and outcome in LEANS_ON_ABSENCE[need.need]


def judge(asked: Asked, rows: Sequence[Row], ground: Ground) -> list[Judged]:
    """Return the final rows of a rule: those of the query after steps 0 to 3, then those that the engine makes (4 and 5)."""
    judge_row = _RowJudge(asked, ground)
    judged = [judge_row(row) for row in rows]
    made = _missing_rows(asked, rows, judged, ground)
    return judged + made if rows or made else [_empty_row(asked, ground)]


class _RowJudge:
    """Steps 0 to 3 for rows; one per rule, because rows of one server and outcome share their fate."""

    def __init__(self, asked: Asked, ground: Ground) -> None:
        self._asked = asked
        self._ground = ground
        self._places: dict[str, Applies] = {}
        self._pairs: dict[tuple[str | None, frozenset[str] | None], tuple[tuple[str, str], ...]] = {}
        self._faults: dict[tuple[str | None, frozenset[str] | None, Outcome], str | None] = {}

    def __call__(self, row: Row) -> Judged:
        placed = self._place(row)
        if placed is not row:
            return Judged(row=placed, leans_on=())
        pairs = self._leaned_on(row)
        key = (row.server, row.needs, row.outcome)
        if key not in self._faults:
            self._faults[key] = self._fault(row.outcome, pairs)
        fault = self._faults[key]
        return Judged(row=row if fault is None else replace(row, outcome=Outcome.UNKNOWN, reason=fault), leans_on=pairs)

    def _place(self, row: Row) -> Row:
        """Step 0: a row of a server outside `applies_to` is not applicable; where that is not known, unknown."""
        if row.server is None or row.outcome is Outcome.NOT_APPLICABLE:
            return row
        applies_to, server = self._asked.applies_to, self._ground.server(row.server)
        if row.server not in self._places:
            self._places[row.server] = applies(applies_to.versions, applies_to.roles, server)
        place = self._places[row.server]
        if place is Applies.NO:
            return replace(row, outcome=Outcome.NOT_APPLICABLE, reason=_outside(applies_to, server))
        if place is Applies.UNKNOWN and row.outcome is not Outcome.UNKNOWN:
            return replace(row, outcome=Outcome.UNKNOWN, reason=unplaced(applies_to, row.server))
        return row

    def _leaned_on(self, row: Row) -> tuple[tuple[str, str], ...]:
        key = (row.server, row.needs)
        if key not in self._pairs:
            named = [name for name in self._asked.needs if row.needs is None or name in row.needs]
            self._pairs[key] = tuple((name, target) for name in named for target in self._targets(name, row.server))
        return self._pairs[key]

    def _targets(self, dataset: str, server: str | None) -> tuple[str, ...]:
        if self._asked.needs[dataset].over == ORGANIZATION:
            return self._ground.targets(dataset)
        return self._ground.leaned_on(dataset, server)

    def _fault(self, outcome: Outcome, pairs: Sequence[tuple[str, str]]) -> str | None:
        fallen = [
            self._ground.line(dataset, target)
            for dataset, target in pairs
            if falls(outcome, self._asked.needs[dataset], self._ground.state(dataset, target))
        ]
        unseen = self._ground.unseen_servers()
        if unseen is not None and any(self._leans_on_every_server(outcome, dataset) for dataset, _ in pairs):
            fallen.append(unseen)
        return lacking_text(fallen) if fallen else None

    def _leans_on_every_server(self, outcome: Outcome, dataset: str) -> bool:
        """Tell whether a verdict leans on rows being absent from all servers, also from one that nobody has seen."""
        need = self._asked.needs[dataset]
        return need.over == ORGANIZATION and self._ground.scopes[dataset].server and outcome in LEANS_ON_ABSENCE[need.need]


def lacking_text(lines: Sequence[CoverageLine]) -> str:
    """Return the reason of a row whose data are not all there: dataset, target, status and, where there is one, the collector's message."""
    shown = [f"{line.dataset} of {line.target}: {line.status}{f' ({line.message})' if line.message else ''}" for line in lines[:NAMED]]
    more = [f"and {len(lines) - NAMED} more"] if len(lines) > NAMED else []
    return f"not all data are there: {'; '.join(shown + more)}"


def unplaced(applies_to: AppliesTo, server: str) -> str:
    """Return the reason of a row whose server's version or role is not known."""
    return f"the version or the roles of {server} are not known; the rule asks about {_asked_about(applies_to.versions, applies_to.roles)}"


def _outside(applies_to: AppliesTo, server: Server) -> str:
    is_here = " ".join(filter(None, ["Exchange", server.version, f"({', '.join(sorted(server.roles))})" if server.roles else None]))
    return f"the rule asks about {_asked_about(applies_to.versions, applies_to.roles)}; this is {is_here}"


def _asked_about(versions: Versions, roles: Roles) -> str:
    words = [f"Exchange {', '.join(versions)}"] if versions != "all" else []
    words += [f"the roles {', '.join(roles)}"] if roles != "any" else []
    return " with ".join(words) or "every server"


def applicable_targets(asked: Asked, dataset: str, ground: Ground) -> tuple[str, ...]:
    """Return the targets of a dataset that the rule asks about.

    A server's target counts while the server is not outside; one of server-scope data in a rule about the organization or
    about domain controllers only with `over: organization`. Central data count while they serve anybody that is not outside.
    """
    scope = ground.scopes.get(dataset, Scope())
    return tuple(
        target
        for target in ground.targets(dataset)
        if asked.needs[dataset].over == ORGANIZATION or _is_applicable(asked.applies_to, dataset, target, scope, ground)
    )


def _is_applicable(applies_to: AppliesTo, dataset: str, target: str, scope: Scope, ground: Ground) -> bool:
    if target in {ORG, LDAP}:
        return _serves_anybody(applies_to, dataset, target, ground)
    if target == DC or target.startswith(DC_PREFIX):
        asks_controllers = not scope.server or applies_to.subject != "server"
        return asks_controllers and _serves_anybody(applies_to, dataset, target, ground)
    if scope.server and applies_to.subject != "server":
        return False
    return applies(applies_to.versions, applies_to.roles, ground.server(target)) is not Applies.NO


def _serves_anybody(applies_to: AppliesTo, dataset: str, target: str, ground: Ground) -> bool:
    """Tell whether a subject of the rule may lean on central data."""
    if applies_to.subject != "server" or not ground.servers:
        return True
    inside = [server for server in ground.servers.values() if applies(applies_to.versions, applies_to.roles, server) is not Applies.NO]
    return any(not server.is_edge or target in ground.leaned_on(dataset, server.name) for server in inside)


def lacking_pairs(asked: Asked, ground: Ground, *, with_optional: bool) -> list[tuple[str, str]]:
    """Return the applicable pairs that are incomplete or lacking, in the rule's order of datasets."""
    return [
        (dataset, target)
        for dataset, need in asked.needs.items()
        if dataset != SERVERS and (with_optional or not need.optional)  # a server that nobody has seen has no target; step 5 speaks of it
        for target in applicable_targets(asked, dataset, ground)
        if ground.state(dataset, target) in {State.INCOMPLETE, State.LACKING}
    ]


def is_uncollected(asked: Asked, ground: Ground) -> bool:
    """Tell whether nothing that the rule asks for was collected anywhere, so that no query can know anything.

    A rule whose data are all optional is asked all the same: its query may have a question for a person.
    """
    if not asked.needs or all(need.optional for need in asked.needs.values()):
        return False
    states = {ground.state(dataset, target) for dataset in asked.needs for target in ground.targets(dataset)}
    return states <= {State.LACKING, State.GONE} and State.LACKING in states


def _missing_rows(asked: Asked, rows: Sequence[Row], judged: Sequence[Judged], ground: Ground) -> list[Judged]:
    """Step 4: one unknown row for each applicable target whose data are lacking and that no row speaks for.

    Optional data count only where the rule has no row at all and its emptiness would lean on them.
    """
    spoken = {pair for one in judged for pair in one.leans_on}
    with_optional = not rows and not _may_ignore_optional(asked)
    by_target: dict[str, list[CoverageLine]] = {}
    for dataset, target in lacking_pairs(asked, ground, with_optional=with_optional):
        if (dataset, target) not in spoken:
            by_target.setdefault(target, []).append(ground.line(dataset, target))
    return [_missing_row(asked, target, lines, ground) for target, lines in sorted(by_target.items())]


def _may_ignore_optional(asked: Asked) -> bool:
    """Tell whether an empty answer says nothing that optional data could change: a `not_applicable` that required data prove."""
    required = [need for need in asked.needs.values() if not need.optional]
    leaning = [need for need in asked.needs.values() if need.optional and asked.when_empty in LEANS_ON_ABSENCE[need.need]]
    return asked.when_empty is Outcome.NOT_APPLICABLE and bool(required) and not leaning


def _missing_row(asked: Asked, target: str, lines: Sequence[CoverageLine], ground: Ground) -> Judged:
    server = server_of(target)
    is_placed = server is None or server not in ground.servers
    place = Applies.YES if is_placed else applies(asked.applies_to.versions, asked.applies_to.roles, ground.server(target))
    note = f"; {unplaced(asked.applies_to, target)}" if place is Applies.UNKNOWN else ""
    row = made_row(target, Outcome.UNKNOWN, f"{lacking_text(lines)}{note}", f"dataset:{lines[0].dataset}")
    return Judged(row=row, leans_on=tuple((line.dataset, line.target) for line in lines))


def server_of(target: str) -> str | None:
    """Return the server that a target stands for; None for the organization, the directory and unnamed domain controllers."""
    if target in {ORG, LDAP, DC}:
        return None
    return canonical(target.removeprefix(DC_PREFIX))


def made_row(target: str, outcome: Outcome, reason: str, sub_key: str) -> Row:
    """Return a row that the engine makes about a target."""
    return Row(
        server=server_of(target),
        subject=target,
        subject_key=f"target:{target}",
        sub_key=sub_key,
        outcome=outcome,
        reason=reason,
        evidence={},
        is_made=True,
    )


def _empty_row(asked: Asked, ground: Ground) -> Judged:
    """Step 5: no row anywhere and all collected; with no server inside, there is nothing to ask about.

    Either leans on the list of servers where a server that nobody has seen could be inside, or have rows.
    """
    if (unseen := ground.unseen_servers()) is not None and leans_on_servers(asked, ground):
        return Judged(row=made_row(ORG, Outcome.UNKNOWN, lacking_text([unseen]), "empty"), leans_on=((unseen.dataset, unseen.target),))
    if not is_anybody_inside(asked, ground):
        return Judged(row=made_row(ORG, Outcome.NOT_APPLICABLE, OUTSIDE_REASON, "empty"), leans_on=())
    looked_at = tuple((dataset, target) for dataset in asked.needs for target in applicable_targets(asked, dataset, ground))
    return Judged(row=made_row(ORG, asked.when_empty, EMPTY_REASON, "empty"), leans_on=looked_at)


def leans_on_servers(asked: Asked, ground: Ground) -> bool:
    """Tell whether a rule without a row says something about servers that nobody has seen: it asks each server, or data that each one has."""
    if SERVERS in asked.needs or (asked.applies_to.subject == SERVER and not is_anybody_inside(asked, ground)):
        return True
    named = [name for name, need in asked.needs.items() if ground.scopes.get(name, Scope()).server and not need.optional]
    return any(asked.applies_to.subject == SERVER or asked.needs[name].over == ORGANIZATION for name in named)


def is_anybody_inside(asked: Asked, ground: Ground) -> bool:
    """Tell whether a rule about servers has a server to ask about; without any known server it may."""
    if asked.applies_to.subject != SERVER or not ground.servers:
        return True
    return any(applies(asked.applies_to.versions, asked.applies_to.roles, server) is not Applies.NO for server in ground.servers.values())


def question_rows(asked: Asked, question: str, ground: Ground) -> list[Judged]:
    """Return the rows of a manual rule: the question once per applicable subject, else once for the organization."""
    if not is_anybody_inside(asked, ground):
        unseen = ground.unseen_servers()
        outcome, reason = (Outcome.NOT_APPLICABLE, OUTSIDE_REASON) if unseen is None else (Outcome.UNKNOWN, lacking_text([unseen]))
        return [Judged(row=made_row(ORG, outcome, reason, ""), leans_on=())]
    asked_rows = [made_row(target, Outcome.MANUAL, question, "") for target in _subjects(asked, ground) or (ORG,)]
    judge_row = _RowJudge(replace(asked, needs={}), ground)
    return [judge_row(row) for row in asked_rows]


def unknown_rows(asked: Asked, reason: str, ground: Ground) -> list[Judged]:
    """Return what is left of a rule that cannot be judged at all: one unknown row per server that it asks about, else one for the organization."""
    targets = _subjects(asked, ground) if asked.applies_to.subject == SERVER else ()
    return [Judged(row=made_row(target, Outcome.UNKNOWN, reason, "redaction"), leans_on=()) for target in targets or (ORG,)]


def _subjects(asked: Asked, ground: Ground) -> tuple[str, ...]:
    applies_to = asked.applies_to
    if applies_to.subject == ORGANIZATION:
        return (ORG,)
    if applies_to.subject == CONTROLLER:
        return tuple(sorted({target for lines in ground.lines.values() for target in lines if target.startswith(DC_PREFIX)}))
    inside = [name for name, server in ground.servers.items() if applies(applies_to.versions, applies_to.roles, server) is not Applies.NO]
    return tuple(sorted(inside))
