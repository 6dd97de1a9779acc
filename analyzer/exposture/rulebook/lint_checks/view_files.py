"""Views: that their headers say what their SQL does, and that somebody reads them."""

from __future__ import annotations

from collections.abc import Iterator

from exposture.rulebook import sql
from exposture.rulebook.pack import Pack, Problem, error, warning
from exposture.rulebook.reads import COLLECTED
from exposture.rulebook.views import View, expand, view_inputs


def _of(view: View, message: str) -> Problem:
    return Problem(message=f"the view {view.name} {message}", path=view.path)


def inputs_exist(pack: Pack) -> Iterator[Problem]:
    for view in pack.book.views:
        for name in sorted({*view.inputs, *view_inputs(view)} - pack.tables.keys()):
            yield _of(view, f"names {name}, which is no dataset, view, fact table or site table")


def headers_hold(pack: Pack) -> Iterator[Problem]:
    """A header names each table that the SQL reads; what it reads through other views may stand there too."""
    views = pack.book.views_by_name
    for view in pack.book.views:
        read, reached = view_inputs(view), expand(view_inputs(view), views)
        free = views.keys() | {COLLECTED}
        yield from (_of(view, f"reads {name}, which its header does not name") for name in sorted(read - set(view.inputs) - free))
        yield from (_of(view, f"names {name} in its header and does not read it") for name in sorted(set(view.inputs) - reached))
        yield from (_of(view, f"names {name} as required and as optional") for name in sorted({*view.requires} & {*view.optional}))


def columns_hold(pack: Pack) -> Iterator[Problem]:
    for view in pack.book.views:
        given = sql.output_columns(pack.texts[view.name].tokens)
        if tuple(given) != view.columns:
            yield _of(view, f"gives {', '.join(name or '?' for name in given)}; its header says {', '.join(view.columns)}")


def parameters_stay_in_rules(pack: Pack) -> Iterator[Problem]:
    for view in pack.book.views:
        used = sorted({token.text for token in pack.texts[view.name].tokens if token.kind is sql.Kind.PARAMETER})
        used += sorted(name for name in view_inputs(view) if name.startswith("param_"))
        if used:
            yield _of(view, f"uses {', '.join(used)}; a view knows no parameter")


def names_are_free(pack: Pack) -> Iterator[Problem]:
    for view in pack.book.views:
        if view.name in pack.catalog or view.name.startswith(("site_", "data_", "param_")):
            yield _of(view, "has the name of a table")


def views_are_read(pack: Pack) -> Iterator[Problem]:
    read = {name for found in pack.reads.values() for name in found.views}
    for view in pack.book.views:
        if view.name not in read:
            yield _of(view, "is read by no rule")


CHECKS = (
    error("L090", "Views name tables that exist", "spell the table as the catalog or the pack does", inputs_exist),
    error("L091", "A view's header names what it reads", "bring `requires` and `optional` in line with the SQL", headers_hold),
    error("L092", "A view's header names its columns in order", "bring `columns` in line with the SELECT", columns_hold),
    error("L093", "A view uses no parameter", "let the rule compare with its parameter", parameters_stay_in_rules),
    error("L094", "A view's name is free", "take a name that no table has", names_are_free),
    warning("L095", "Views are read", "take the view out, or use it", views_are_read),
)
