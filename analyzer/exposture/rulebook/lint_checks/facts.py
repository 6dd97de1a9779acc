"""What rules lean on: datasets, columns, causes, links to other rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from exposture.rulebook.pack import Pack, Problem, error, of
from exposture.rulebook.rule import Cause
from exposture.rulebook.views import demanded_by, tables_read

COMPUTED = "computed"
ALWAYS_THERE = frozenset({"servers"})


def datasets_exist(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.rules:
        for name in sorted(loaded.rule.datasets.keys() - pack.catalog.keys()):
            yield of(loaded, f"`datasets` names {name}, which the catalog does not have")


def causes_exist(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.rules:
        for cause in loaded.rule.cause:
            if fault := _missing(pack, cause.dataset, cause.column):
                yield of(loaded, f"`cause` names {fault}")


def evidence_exists(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.rules:
        for name, source in sorted(loaded.rule.evidence.items()):
            dataset, _, column = source.partition(".")
            if source != COMPUTED and (fault := _missing(pack, dataset, column)):
                yield of(loaded, f"`evidence` takes {name} from {fault}")
            if name not in pack.columns_given(loaded.rule.id):
                yield of(loaded, f"`evidence` explains {name}, which the query does not give")


def _missing(pack: Pack, dataset: str, column: str) -> str | None:
    if dataset not in pack.catalog:
        return f"the dataset {dataset}, which the catalog does not have"
    return None if column in pack.tables[dataset] else f"{dataset}.{column}, which the catalog does not have"


def tables_exist(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.asked:
        own = {f"param_{name}" for name, parameter in loaded.rule.parameters.items() if parameter.type == "table"}
        for name in sorted(tables_read(loaded.rule.query) - pack.tables.keys() - own):
            yield of(loaded, f"the query reads {name}, which is no dataset, view, fact table, site table or table of the rule's parameters")


def reads_are_declared(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.asked:
        for name in sorted(_demanded(pack, loaded.rule.query) - loaded.rule.datasets.keys() - ALWAYS_THERE):
            yield of(loaded, f"the query reads {name}, which `datasets` does not name")


def _demanded(pack: Pack, query: str) -> frozenset[str]:
    """Return the datasets that a query reads itself or through what its views require."""
    names = tables_read(query)
    required = {
        name for view in names & pack.book.views_by_name.keys() for name in demanded_by(pack.book.views_by_name[view], pack.book.views_by_name)
    }
    return frozenset((names | required) & pack.catalog.keys())


def declared_are_read(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.asked:
        for name in sorted(loaded.rule.datasets.keys() - set(pack.reads[loaded.rule.id].datasets)):
            yield of(loaded, f"`datasets` names {name}, which the query does not read")


def links_exist(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.rules:
        named = {*loaded.rule.because_of, *([loaded.rule.alias_of] if loaded.rule.alias_of else [])}
        for other in sorted(named - pack.book.by_id.keys()):
            yield of(loaded, f"names the rule {other}, which the pack does not have")


def links_run_one_way(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.rules:
        seen: set[str] = set()
        open_ids = list(loaded.rule.because_of)
        while open_ids:
            other = open_ids.pop()
            if other not in seen:
                seen.add(other)
                open_ids += pack.book.by_id[other].rule.because_of if other in pack.book.by_id else []
        if loaded.rule.id in seen:
            yield of(loaded, "is, through `because_of`, its own cause")


def causes_differ(pack: Pack) -> Iterator[Problem]:
    owners: dict[Cause, str] = {}
    for loaded in pack.rules:
        for cause in loaded.rule.cause:
            owner = owners.setdefault(cause, loaded.rule.id)
            if owner != loaded.rule.id:
                yield of(loaded, f"judges {_shown(cause)}, which {owner} owns")


def _shown(cause: Cause) -> str:
    return f"{cause.predicate} of {cause.dataset}.{cause.column}{f' ({cause.value})' if cause.value else ''}"


def causes_are_named(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.asked:
        if not loaded.rule.cause:
            yield of(loaded, "owns no fact: `cause` is empty")


def causes_stand_once(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.rules:
        counted: dict[Cause, int] = defaultdict(int)
        for cause in loaded.rule.cause:
            counted[cause] += 1
        for cause in (cause for cause, times in counted.items() if times > 1):
            yield of(loaded, f"`cause` names {_shown(cause)} twice")


CHECKS = (
    error("L010", "Datasets of a rule exist", "spell it as the catalog does, or add the dataset first", datasets_exist),
    error("L011", "Causes name columns of the catalog", "spell the column as the catalog does", causes_exist),
    error("L012", "Evidence is a column of the answer and comes from the catalog", "write `dataset.column` or `computed`", evidence_exists),
    error("L013", "A query reads only tables that exist", "spell the table as the catalog, the view or the pack does", tables_exist),
    error("L014", "What a query reads stands in `datasets`", "say what its absence proves", reads_are_declared),
    error("L015", "What stands in `datasets` is read", "take it out; a missing dataset would turn rows unknown for nothing", declared_are_read),
    error("L016", "Links lead to rules", "name a rule of the pack, or take the link out until it is there", links_exist),
    error("L017", "No rule is its own cause", "break the circle", links_run_one_way),
    error(
        "L018",
        "One fact has one owner",
        "leave the fact to its owner and link it by `because_of`, or name the `value` that sets the two apart",
        causes_differ,
    ),
    error("L019", "A rule owns a fact", "name dataset, column and predicate that the rule judges", causes_are_named),
    error("L020", "A rule names each cause once", "take one out", causes_stand_once),
)
