"""Native modules that IIS loads into every worker process (globalModules)."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from exposture.derive.iis_tree import Tree, trees
from exposture.derive.inputs import Inputs, Row, carried

SECTION = "system.webServer/globalModules"
ELEMENT = r"add\[(\d+)\]"


def derive(inputs: Inputs) -> pa.Table:
    """Return `iis_modules`: one row per module and server."""
    return inputs.table([row for tree in trees(inputs.rows("iis_config")).values() for row in _modules(tree)])


def _modules(tree: Tree) -> Iterator[Row]:
    images = dict(tree.repeated("", SECTION, ELEMENT, "image"))
    for number, name in tree.repeated("", SECTION, ELEMENT, "name"):
        yield {**carried(tree.first), "name": name, "image": images.get(number)}
