"""Measure an audit of the synthetic organization: end to end, rules alone, growth, start-up; figures are ratios of the same run.

Run: python benchmarks/organization_run.py [audit|rules|growth|startup|all] [--servers 100] [--mailboxes 50000] [--seed 1] [--folder FOLDER]

- audit: CPU seconds and peak memory of `exposture audit -f json`, as multiples of an empty `lxml.etree.iterparse(tag=Obj)` +
  `clear()` loop over the same bytes.
- rules: CPU seconds of the rules alone, and the slowest of them.
- growth: CPU seconds per byte at a quarter of the size and at the whole; 1.0 is linear.
- startup: `exposture --help` against an empty Python and against one that imports what the command line needs.

Goals for 100 servers and 50,000 mailboxes: growth 1.0, rules under 10 CPU seconds, peak under 1 GiB, `--help` in 0.3 s.
`--folder` keeps the organization, and takes one that is there.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "analyzer")]

from benchmarks.organization import Plan, add_options, plan_of, write_organization  # noqa: E402 - the path is set above

LOOP = """
import sys, pathlib, time
from lxml import etree
started = time.process_time()
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.clixml")):
    with path.open("rb") as file:
        for _, element in etree.iterparse(file, tag="{http://schemas.microsoft.com/powershell/2004/04}Obj"):
            element.clear()
print(time.process_time() - started)
"""
RULES = """
import sys, time
from pathlib import Path
from exposture.catalog.load import load_catalog
from exposture.engine.run import run_rules
from exposture.rulebook.site import load_site
from exposture.workflows.audit import inputs_of, open_estate
from exposture.workflows.ruleset import load_ruleset

ruleset, catalog = load_ruleset(None), load_catalog()
site = load_site(None, networks=ruleset.facts.networks)
estate = open_estate([Path(sys.argv[1])], catalog, ruleset.facts)
spent, last = {}, time.process_time()

def report(done, total, name):
    global last
    now = time.process_time()
    spent[name], last = now - last, now

started = time.process_time()
found = run_rules(ruleset.rulebook, inputs_of(ruleset, catalog, site, estate), progress=report)
print(f"{time.process_time() - started:.2f} s CPU for {len(spent)} rules, {found.results.num_rows:,} results, {len(found.rule_errors)} errors")
for name in sorted(spent, key=spent.get, reverse=True)[:12]:
    print(f"  {name}: {spent[name]:.2f} s")
"""
SAMPLED_EVERY_SECONDS = 0.05
MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command took, its children included: `largest` is the largest process, `together` all at once (sampled), in bytes."""

    seconds: float
    largest: int
    together: int


def cost_of(command: list[str]) -> Cost:
    """Run a command and return what it took.

    Raises:
        CalledProcessError: it failed.
    """
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=_environment())
    peak = [0]
    with _sampling(child.pid, peak):
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    largest = usage.ru_maxrss * 1024
    return Cost(seconds=usage.ru_utime + usage.ru_stime, largest=largest, together=max(largest, peak[0]))


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT / "analyzer"), os.environ.get("PYTHONPATH", "")]))}


@contextmanager
def _sampling(pid: int, peak: list[int]) -> Iterator[None]:
    """Keep in `peak` the largest sum of proportional memory of a process and its descendants."""
    over = threading.Event()

    def sample() -> None:
        while not over.wait(SAMPLED_EVERY_SECONDS):
            peak[0] = max(peak[0], sum(map(_memory, _family(pid))))

    thread = threading.Thread(target=sample, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _family(pid: int) -> list[int]:
    """Return a process and all that it started; only itself where the system does not say."""
    try:
        children = [int(found) for path in Path(f"/proc/{pid}/task").iterdir() for found in (path / "children").read_text().split()]
    except OSError:
        return [pid]
    return [pid, *(one for child in children for one in _family(child))]


def _memory(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has ended, or the system has no such file
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def said_by(code: str, *arguments: str) -> str:
    """Return what a piece of Python prints in a process of its own."""
    return subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True, env=_environment()).stdout


def size_of(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def audit_cost(folder: Path) -> Cost:
    """Return what an audit to JSON takes."""
    with tempfile.TemporaryDirectory() as out:
        return cost_of([sys.executable, "-m", "exposture", "audit", str(folder), "-q", "-f", "json", "-o", str(Path(out) / "out")])


def measure_audit(folder: Path, _: Plan) -> None:
    """Print the audit end to end against the loop."""
    loop, audit = float(said_by(LOOP, str(folder))), audit_cost(folder)
    print(f"bundle: {size_of(folder):,} bytes")
    print(f"empty iterparse loop: {loop:.2f} s CPU")
    print(f"audit to JSON: {audit.seconds:.2f} s CPU, {audit.seconds / loop:.1f} x the loop")
    print(f"peak memory: {audit.largest / MEBIBYTE:,.0f} MiB the largest process, {audit.together / MEBIBYTE:,.0f} MiB all together")


def measure_rules(folder: Path, _: Plan) -> None:
    """Print the rules alone."""
    print(f"rules: {said_by(RULES, str(folder)).rstrip()}")


def measure_growth(folder: Path, plan: Plan) -> None:
    """Print the cost per byte at a quarter of the size and at the whole."""
    quarter = replace(plan, servers=max(1, plan.servers // 4), mailboxes=plan.mailboxes // 4)
    with tempfile.TemporaryDirectory() as place:
        write_organization(Path(place), quarter)
        start = cost_of([sys.executable, "-m", "exposture", "--help"]).seconds
        small, large = (_per_byte(one, start) for one in (Path(place), folder))
    print(f"growth: {small * 1e9:.0f} ns CPU a byte at a quarter, {large * 1e9:.0f} at the whole: ratio {large / small:.2f} (1.0 is linear)")


def _per_byte(folder: Path, start: float) -> float:
    return (audit_cost(folder).seconds - start) / size_of(folder)


def measure_startup(_: Path, __: Plan) -> None:
    """Print the median of five starts each."""
    commands = {
        "python -c pass": ["-c", "pass"],
        "python -c 'import typer, rich.console'": ["-c", "import typer, rich.console"],
        "exposture --help": ["-m", "exposture", "--help"],
        "exposture audit --help": ["-m", "exposture", "audit", "--help"],
    }
    for name, arguments in commands.items():
        seconds = sorted(cost_of([sys.executable, *arguments]).seconds for _ in range(5))[2]
        print(f"{name}: {seconds:.2f} s CPU")


MEASURES: dict[str, Callable[[Path, Plan], None]] = {
    "startup": measure_startup,
    "audit": measure_audit,
    "rules": measure_rules,
    "growth": measure_growth,
}


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", nargs="?", choices=[*MEASURES, "all"], default="all")
    parser.add_argument("--folder", type=Path)
    add_options(parser)
    options = parser.parse_args()
    plan = plan_of(options)
    with tempfile.TemporaryDirectory() as place:
        folder = options.folder or Path(place)
        if options.what != "startup" and not (folder / "run.csv").exists():
            write_organization(folder, plan)
        for name, measure in MEASURES.items():
            if options.what in (name, "all"):
                measure(folder, plan)


if __name__ == "__main__":
    main()
