"""A script as the checks see it: tree, functions, commands, annotations and the block of datasets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from exposture.collector_lint.annotations import Annotation, read_annotations
from exposture.collector_lint.commands import Command, is_range, read_command
from exposture.collector_lint.tree import Node, parse, unwrapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function: its parameters (name in lower case -> node of the declaration) and where its body begins."""

    node: Node
    name: str
    parameters: dict[str, Node]
    body: Node | None

    @property
    def key(self) -> str:
        """Return the name in lower case."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """Everything that the checks read. Nodes of the block of datasets are in `catalogue` only."""

    source: bytes
    root: Node
    kinds: dict[str, list[Node]]
    functions: dict[str, Function]
    defined: tuple[Function, ...]
    commands: tuple[Command, ...]
    assignments: dict[tuple[int, str], list[Node]]
    annotations: tuple[Annotation, ...]
    catalogue: Node | None

    def nodes(self, *kinds: str) -> Iterator[Node]:
        """Yield the nodes of these kinds, in the order of the text within a kind."""
        for kind in kinds:
            yield from self.kinds.get(kind, [])

    def function_of(self, node: Node) -> Function | None:
        """Return the innermost function around a node."""
        around = next((one for one in node.ancestors() if one.kind == "function_statement"), None)
        return next((one for one in self.defined if one.node is around), None) if around is not None else None

    def assigned(self, variable: Node) -> list[Node]:
        """Return what is assigned to a variable in its function, or in the script outside of functions: values, and what loops walk over."""
        return self.assignments.get((_scope(variable), variable.text.lower()), [])

    def annotation(self, node: Node, what: str) -> Annotation | None:
        """Return the annotation that covers a node: one of its function or one of its line."""
        return next((one for one in self.annotations if one.what == what and one.covers(node)), None)


def read_script(source: bytes) -> Script:
    """Return the script that the bytes hold, whatever is wrong with it."""
    root = parse(source)
    catalogue = _catalogue(root)
    kinds: dict[str, list[Node]] = defaultdict(list)
    for node in _outside(root, catalogue):
        kinds[node.kind].append(node)
    functions = [_function(node) for node in kinds["function_statement"]]
    return Script(
        source=source,
        root=root,
        kinds=dict(kinds),
        functions={one.key: one for one in reversed(functions)},
        defined=tuple(functions),
        commands=tuple(read_command(node) for node in kinds["command"] if not is_range(node)),
        assignments=_assignments(kinds),
        annotations=tuple(read_annotations(root, kinds["comment"])),
        catalogue=catalogue,
    )


def _outside(root: Node, catalogue: Node | None) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if node is not catalogue:
            waiting.extend(reversed(node.children))


def _catalogue(root: Node) -> Node | None:
    """Return the value of the one assignment to `$Catalogue` outside of functions."""
    statements = [child for block in root.children if block.kind == "statement_list" for child in block.children]
    for statement in statements:
        for assignment in (child for child in statement.children if child.kind == "assignment_expression"):
            target = assignment.child("left_assignment_expression")
            if target is not None and target.text.strip().lower() == "$catalogue":
                return assignment.child("assignment_value")
    return None


def _function(node: Node) -> Function:
    name, block = node.child("function_name"), node.child("script_block")
    parameters: dict[str, Node] = {}
    for holder in (node.child("function_parameter_declaration"), block.child("param_block") if block is not None else None):
        for one in (one for one in holder.walk() if one.kind == "variable") if holder is not None else ():
            parameters.setdefault(one.text.lstrip("$").lower(), one)
    body = block.child("script_block_body") if block is not None else None
    return Function(node=node, name=name.text if name is not None else "", parameters=parameters, body=body)


def _assignments(kinds: dict[str, list[Node]]) -> dict[tuple[int, str], list[Node]]:
    found: dict[tuple[int, str], list[Node]] = defaultdict(list)
    for assignment in kinds["assignment_expression"]:
        target = assignment.child("left_assignment_expression")
        name = target_variable(target) if target is not None else None
        if name is not None:
            found[_scope(assignment), name].append(assignment.children[-1])
    for loop in kinds["foreach_statement"]:
        variable = loop.child("variable")
        if variable is not None:
            found[_scope(loop), variable.text.lower()] += loop_collection(loop)
    return dict(found)


def _scope(node: Node) -> int:
    """Return where the function around a node begins; -1 outside of functions."""
    return next((one.start for one in node.ancestors() if one.kind == "function_statement"), -1)


def target_variable(target: Node) -> str | None:
    """Return the variable that an assignment sets as a whole, in lower case, also behind a cast."""
    for node in target.walk():
        if node.kind in {"member_access", "element_access", "array_literal_expression", "invocation_expression"}:
            return None
        if node.kind == "variable":
            return node.text.lower()
    return None


def loop_collection(loop: Node) -> list[Node]:
    """Return what a foreach statement walks over: the nodes between `in` and the closing bracket."""
    words = [child.kind for child in loop.children]
    return loop.children[words.index("in") + 1 : words.index(")")] if "in" in words and ")" in words else []


def literal_array(node: Node) -> list[Node]:
    """Return the elements of an array literal, or the node itself."""
    node = unwrapped(node)
    if node.kind == "array_expression":
        inner = [child for child in node.children if child.is_named and child.kind != "comment"]
        return [one for child in inner for one in literal_array(child)]
    if node.kind == "statement_list":
        return [one for child in node.children if child.is_named and child.kind != "comment" for one in literal_array(child)]
    if node.kind == "array_literal_expression":
        return [unwrapped(child) for child in node.children if child.is_named and child.kind != "comment"]
    return [node]
