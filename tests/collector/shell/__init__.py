"""A small evaluator of the PowerShell that the collector uses: test equipment, strict, on the tree-sitter-pwsh parse tree.

It is no PowerShell. What it does not know it refuses with line and column; a run in it proves nothing about Windows.
"""

from __future__ import annotations

from tests.collector.shell.cmdlet import Supplied, SuppliedCall
from tests.collector.shell.faults import DotNetError, EvaluatorError, PsError, fault
from tests.collector.shell.net_runspaces import Hang
from tests.collector.shell.run import Result, run
from tests.collector.shell.session import Clock

__all__ = ["Clock", "DotNetError", "EvaluatorError", "Hang", "PsError", "Result", "Supplied", "SuppliedCall", "fault", "run"]
