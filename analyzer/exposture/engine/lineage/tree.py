"""Walk the parse tree of a query, its views opened up, and note which redacted columns decide its answer.

A column decides where its content says which rows there are (WHERE, ON, HAVING, GROUP BY, DISTINCT, LIMIT, how often UNNEST
repeats a row) or what a column of the verdict holds. What only stands in the subject, in the evidence or in the reason does not.
Whatever the walk does not know raises `UnknownShapeError`, and the caller takes every redacted column that the rule mentions.

Source: the JSON of DuckDB's `json_serialize_sql`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from exposture.engine.lineage.functions import EQUALITIES, Keeps, called, compared, null_test
from exposture.engine.lineage.ranges import Node, is_inside_range, meeting_ranges
from exposture.engine.lineage.values import (
    CLEAN,
    NULL,
    State,
    Value,
    altered,
    derived,
    elements_of,
    field_of,
    listed,
    one_of,
)

Relation: TypeAlias = dict[str, Value]
Tables: TypeAlias = Callable[[str], Relation | None]
Trees: TypeAlias = Callable[[str], "Node | None"]
LAMBDAS = frozenset({"list_filter", "list_transform", "list_apply", "filter", "apply", "array_filter", "array_transform"})
FILTERS = frozenset({"list_filter", "filter", "array_filter"})
STAR_FACTS = frozenset({"class", "type", "query_location", "query_location_length"})
AT_MOST = 10


class UnknownShapeError(Exception):
    """The walk met what it does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What names mean at one place: a lambda's own, tables by alias, columns of the own SELECT; `outer` is the query around it."""

    tables: Mapping[str, Relation] = field(default_factory=dict)
    names: dict[str, Value] = field(default_factory=dict)
    bound: Mapping[str, Value] = field(default_factory=dict)
    outer: Scope | None = None


@dataclass(slots=True, kw_only=True)
class Walk:
    """One walk: `tables` gives the columns of a base table, `views` the parse tree of a view; `decided` gathers what decides."""

    tables: Tables
    views: Trees
    keeps: Keeps
    decided: set[str] = field(default_factory=set)
    opened: dict[str, Relation] = field(default_factory=dict)

    def decide(self, values: Iterable[Value], at_most: State = State.CLEAN) -> None:
        """Note the columns of every value that is further from the clear one than the place allows."""
        for value in values:
            if value.state > at_most:
                self.decided |= value.marks

    # Queries

    def query(self, node: Node, known: Mapping[str, Relation], outer: Scope | None) -> Relation:
        """Return the columns of a query; `known` are the WITH queries that it sees."""
        known = dict(known)
        for entry in (node.get("cte_map") or {}).get("map") or ():
            value = entry["value"]
            found = self.query(value.get("query_node") or value["query"]["node"], known, outer)
            known[entry["key"].lower()] = _renamed(found, value.get("aliases") or ())
        match node["type"]:
            case "SELECT_NODE":
                return self._select(node, known, outer)
            case "SET_OPERATION_NODE":
                return self._set_operation(node, known, outer)
            case "RECURSIVE_CTE_NODE":
                return self._recursive(node, known, outer)
            case kind:
                raise UnknownShapeError(kind)

    def _recursive(self, node: Node, known: Mapping[str, Relation], outer: Scope | None) -> Relation:
        found = self.query(node["left"], known, outer)
        for _ in range(AT_MOST):
            again = self.query(node["right"], {**known, node["cte_name"].lower(): found}, outer)
            united = _united([found, again])
            if united == found:
                break
            found = united
        else:
            raise UnknownShapeError("a recursion without an end")
        if not node.get("union_all"):
            self.decide(found.values(), State.TEXT)
        return found

    def _set_operation(self, node: Node, known: Mapping[str, Relation], outer: Scope | None) -> Relation:
        parts = [self.query(child, known, outer) for child in node.get("children") or (node["left"], node["right"])]
        found = _united(parts)
        if node["setop_type"] != "UNION":
            for values in zip(*(part.values() for part in parts), strict=True):
                self.decide([compared(values, self.keeps)])
        elif not node.get("setop_all"):
            self.decide(found.values(), State.TEXT)
        self._modified(node, known, Scope(names=dict(found), outer=outer), found)
        return found

    def _select(self, node: Node, known: Mapping[str, Relation], outer: Scope | None) -> Relation:
        scope = Scope(tables={}, outer=outer)
        tables = self._from(node.get("from_table") or {"type": "EMPTY"}, known, scope)
        scope = Scope(tables=tables, outer=outer)
        found: Relation = {}
        for number, item in enumerate(node["select_list"]):
            if item["class"] == "STAR":
                found |= _all_columns(item, tables)
                continue
            value = self.value(item, known, scope)
            name = _name_of(item)
            scope.names.setdefault(name, value)
            found[name if name and name not in found else f"{name}#{number}"] = value
        for clause in ("where_clause", "having", "qualify"):
            if node.get(clause):
                self.decide([self.value(node[clause], known, scope)])
        for each in node.get("group_expressions") or ():
            is_place = each["class"] == "CONSTANT"  # GROUP BY 1
            self.decide([list(found.values())[int(each["literal"]["text"]) - 1] if is_place else self.value(each, known, scope)], State.TEXT)
        if node.get("aggregate_handling") == "FORCE_AGGREGATES":
            self.decide(found.values(), State.TEXT)
        self._modified(node, known, scope, found)
        return found

    def _modified(self, node: Node, known: Mapping[str, Relation], scope: Scope, found: Relation) -> None:
        modifiers = {each["type"]: each for each in node.get("modifiers") or ()}
        orders = self._orders(modifiers.get("ORDER_MODIFIER"), known, scope)
        distinct = modifiers.get("DISTINCT_MODIFIER")
        if distinct is not None:
            targets = [self.value(each, known, scope) for each in distinct.get("distinct_on_targets") or ()]
            self.decide(targets or found.values(), State.TEXT)
            self.decide(orders if targets else ())
        if {"LIMIT_MODIFIER", "LIMIT_PERCENT_MODIFIER"} & modifiers.keys():
            self.decide(orders)

    def _orders(self, modifier: Node | None, known: Mapping[str, Relation], scope: Scope) -> list[Value]:
        return [self.value(each["expression"], known, scope) for each in (modifier or {}).get("orders") or ()]

    # Tables

    def _from(self, node: Node, known: Mapping[str, Relation], scope: Scope) -> dict[str, Relation]:
        match node["type"]:
            case "EMPTY":
                return {}
            case "BASE_TABLE":
                name = node["table_name"].lower()
                return {(node.get("alias") or name).lower(): _renamed(self._table(name, known), node.get("column_name_alias") or ())}
            case "SUBQUERY":
                inner = self.query(node["subquery"]["node"], known, scope)
                return {node["alias"].lower(): _renamed(inner, node.get("column_name_alias") or ())}
            case "TABLE_FUNCTION":
                return self._table_function(node, known, scope)
            case "EXPRESSION_LIST":
                rows = [[self.value(each, known, scope) for each in row] for row in node["values"]]
                return {(node.get("alias") or "values").lower(): {f"col{at}": one_of(cells) for at, cells in enumerate(zip(*rows, strict=True))}}
            case "JOIN":
                return self._join(node, known, scope)
            case kind:
                raise UnknownShapeError(kind)

    def _table(self, name: str, known: Mapping[str, Relation]) -> Relation:
        if name in known:
            return known[name]
        if name not in self.opened:
            tree = self.views(name)
            columns = self.tables(name) if tree is None else self.query(tree, {}, None)
            if columns is None:
                raise UnknownShapeError(f"the table {name}")
            self.opened[name] = columns
        return self.opened[name]

    def _table_function(self, node: Node, known: Mapping[str, Relation], scope: Scope) -> dict[str, Relation]:
        function = node["function"]
        value = self.value(function, known, scope)
        if function["function_name"] != "unnest":
            self.decide([value])
        alias = (node.get("alias") or function["function_name"]).lower()
        return {alias: _renamed({alias: value}, node.get("column_name_alias") or ())}

    def _join(self, node: Node, known: Mapping[str, Relation], scope: Scope) -> dict[str, Relation]:
        if node.get("ref_type") not in {"REGULAR", "CROSS"}:
            raise UnknownShapeError(f"a join of type {node.get('ref_type')}")
        left = self._from(node["left"], known, scope)
        lateral = Scope(tables={**scope.tables, **left}, outer=scope.outer)
        tables = {**left, **self._from(node["right"], known, lateral)}
        inside = Scope(tables={**scope.tables, **tables}, outer=scope.outer)
        if node.get("condition"):
            self.decide([self.value(node["condition"], known, inside)])
        for name in node.get("using_columns") or ():
            sides = [relation[name.lower()] for relation in tables.values() if name.lower() in relation]
            if len(sides) != 2:
                raise UnknownShapeError(f"USING ({name})")
            self.decide([compared(sides, self.keeps)])
        return tables

    # Expressions

    def value(self, node: Node, known: Mapping[str, Relation], scope: Scope) -> Value:
        """Return what is left of an expression's clear value."""
        match node["class"]:
            case "COLUMN_REF":
                return _column([name.lower() for name in node["column_names"]], scope)
            case "CONSTANT":
                literal = node["literal"]
                return NULL if literal["kind"] == "NULL_LITERAL" else Value(literal=str(literal.get("text", "")))
            case "PARAMETER":
                return CLEAN
            case "FUNCTION":
                return self._function(node, known, scope)
            case "WINDOW":
                return self._window(node, known, scope)
            case "SUBQUERY":
                return self._subquery(node, known, scope)
            case kind:
                return self._of_parts(kind, node, lambda child: self.value(child, known, scope))

    def _of_parts(self, kind: str, node: Node, of: Callable[[Node], Value]) -> Value:
        """Return what an expression makes of the values of its parts."""
        match kind:
            case "COMPARISON":
                sides = [of(node["left"]), of(node["right"])]
                return compared(sides, self.keeps) if node["type"] in EQUALITIES else derived(sides)
            case "CONJUNCTION":
                kept = meeting_ranges(node, of)
                return derived([of(child) for child in node["children"] if id(child) not in kept])
            case "BETWEEN":
                return CLEAN if is_inside_range(node, of) else derived([of(node[part]) for part in ("input", "lower", "upper")])
            case "CASE":
                checks = node["case_checks"]
                return one_of([*(of(each["then_expr"]) for each in checks), of(node["else_expr"])], [of(each["when_expr"]) for each in checks])
            case "CAST":
                return self._cast(node, of(node["child"]))
            case "OPERATOR":
                return self._operator(node, [of(child) for child in node["children"]])
            case _:
                raise UnknownShapeError(kind)

    def _cast(self, node: Node, value: Value) -> Value:
        """A cast to text keeps a pseudonym; another one could fail on it, and its failure is the whole rule's."""
        if value.state is State.CLEAN or node["type_expr"].get("type_name") == "VARCHAR":
            return value
        if not node.get("try_cast"):
            self.decide([value])
        return altered(value.marks)

    def _operator(self, node: Node, values: Sequence[Value]) -> Value:
        match node["type"]:
            case "OPERATOR_IS_NULL" | "OPERATOR_IS_NOT_NULL":
                return null_test(values[0])
            case "OPERATOR_COALESCE":
                return one_of(values)
            case "STRUCT_EXTRACT":
                return field_of(values[0], values[1].literal or "")
            case kind if kind in EQUALITIES:
                return compared(values, self.keeps)
            case _:
                return derived(values)

    def _function(self, node: Node, known: Mapping[str, Relation], scope: Scope) -> Value:
        name = node["function_name"].lower()
        arguments = [each["expression"] for each in node.get("arguments") or ()]
        if any(each["class"] == "LAMBDA" for each in arguments):
            return self._lambda(name, arguments, known, scope)
        values = [self.value(each, known, scope) for each in arguments]
        if not values:
            made = CLEAN
        elif name == "unnest":
            self.decide(values, State.TEXT)  # its length says how many rows there are
            made = elements_of(values[0])
        else:
            made = called(name, values, self.keeps)
        if not node.get("filter"):
            return made
        condition = self.value(node["filter"], known, scope)
        return made if condition.state is State.CLEAN else altered(made.marks | condition.marks)

    def _lambda(self, name: str, arguments: Sequence[Node], known: Mapping[str, Relation], scope: Scope) -> Value:
        items = self.value(arguments[0], known, scope)
        bound = arguments[1]
        if name not in LAMBDAS or bound["class"] != "LAMBDA" or bound["lhs"]["class"] != "COLUMN_REF":
            raise UnknownShapeError(f"a lambda of {name}")
        element = {bound["lhs"]["column_names"][0].lower(): elements_of(items)}
        inside = Scope(tables=scope.tables, names=scope.names, bound={**scope.bound, **element}, outer=scope.outer)
        made = self.value(bound["expr"], known, inside)
        if name not in FILTERS:
            return listed(made) if items.state <= State.TEXT else altered(items.marks | made.marks)
        return items if made.state is State.CLEAN else altered(items.marks | made.marks)

    def _window(self, node: Node, known: Mapping[str, Relation], scope: Scope) -> Value:
        partitions = [self.value(each, known, scope) for each in node.get("partitions") or ()]
        orders = [self.value(each["expression"], known, scope) for each in (*(node.get("orders") or ()), *(node.get("arg_orders") or ()))]
        extras = [node[part] for part in ("filter_expr", "start_expr", "end_expr", "offset_expr", "default_expr") if node.get(part)]
        others = [self.value(each, known, scope) for each in (*_window_arguments(node), *extras)]
        ground = [value for value in partitions if value.state > State.TEXT]
        return derived([*ground, *orders, *others])

    def _subquery(self, node: Node, known: Mapping[str, Relation], scope: Scope) -> Value:
        found = self.query(node["subquery"]["node"], known, scope)
        if node["subquery_type"] in {"EXISTS", "NOT_EXISTS"}:
            return CLEAN
        first = next(iter(found.values()))
        if node["subquery_type"] == "SCALAR":
            return first
        sides = [self.value(node["child"], known, scope), first]
        return compared(sides, self.keeps) if node.get("comparison_type") in EQUALITIES else derived(sides)


def _window_arguments(node: Node) -> list[Node]:
    return [each.get("expression", each) for each in node.get("arguments") or ()]


def _all_columns(item: Node, tables: Mapping[str, Relation]) -> Relation:
    """Return what a plain star stands for, as DuckDB writes it around VALUES."""
    if len(tables) != 1 or any(value for name, value in item.items() if name not in STAR_FACTS):
        raise UnknownShapeError("a star that is not plain")
    return next(iter(tables.values()))


def _name_of(item: Node) -> str:
    """Return the name of a select item: its alias, else the column's or the function's own."""
    if item.get("alias"):
        return str(item["alias"]).lower()
    names = item.get("column_names")
    return str(names[-1]).lower() if names else str(item.get("function_name", "")).lower()


def _renamed(relation: Relation, names: Sequence[str]) -> Relation:
    """Return the columns under the names that an alias list gives to the first of them."""
    given = [name.lower() for name in names]
    return dict(zip([*given, *list(relation)[len(given) :]], relation.values(), strict=True))


def _united(parts: Sequence[Relation]) -> Relation:
    """Return the columns of a set operation: named as in the first part, each as far away as in the furthest."""
    return {name: one_of(values) for name, *values in zip(parts[0], *(part.values() for part in parts), strict=True)}


def _column(names: Sequence[str], scope: Scope | None) -> Value:
    """Return what a name means, from the inside out: a lambda's or own name, a table's column, a member of either."""
    while scope is not None:
        found = _in_scope(names, scope)
        if found is not None:
            return found
        scope = scope.outer
    raise UnknownShapeError(f"the column {'.'.join(names)}")


def _in_scope(names: Sequence[str], scope: Scope) -> Value | None:
    first, rest = names[0], names[1:]
    if first in scope.bound:
        return _members(scope.bound[first], rest)
    if rest and rest[0] in scope.tables.get(first, {}):
        return _members(scope.tables[first][rest[0]], rest[1:])
    owners = [relation[first] for relation in (*scope.tables.values(), scope.names) if first in relation]
    return _members(owners[0], rest) if owners else None


def _members(value: Value, names: Sequence[str]) -> Value:
    for name in names:
        value = field_of(value, name)
    return value
