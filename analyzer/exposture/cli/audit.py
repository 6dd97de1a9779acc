"""`exposture audit`: bundles in, reports out."""

from __future__ import annotations

import os
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from exposture.cli.exit_codes import ExitCode
from exposture.cli.limits import MaxEntries, MaxFileBytes, MaxRatio, MaxTotalBytes, limits_of
from exposture.cli.memory import keep_what_is_loaded
from exposture.cli.options import Formats, Inputs, Output, Quiet, RulesDir

if TYPE_CHECKING:
    from exposture.workflows.audit import Audited
    from exposture.workflows.outputs import Written

TROUBLES_SHOWN = 20
JOBS_AT_MOST = 4


class FailOn(StrEnum):
    """The severity from which open findings change the exit code."""

    NONE = "none"
    INFO = "info"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


def audit(
    inputs: Inputs,
    output: Output = None,
    formats: Formats = None,
    profile: Annotated[
        str, typer.Option("--profile", metavar="NAME", help="Whom to follow: default, microsoft, stig, cis2016 or cis2019.")
    ] = "default",
    site: Annotated[
        Path | None,
        typer.Option("--site", metavar="FILE", help="site.yaml: what no export can say; `exposture site init` writes one.", show_default=False),
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of", metavar="DATE", formats=["%Y-%m-%d"], help="Judge as of this day.  [default: the end of the collection]", show_default=False
        ),
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", metavar="SEVERITY", help="Exit with 1 if something is open at this severity (low, high, ...) or above.")
    ] = FailOn.NONE,
    min_coverage: Annotated[
        float,
        typer.Option("--min-coverage", metavar="SHARE", min=0.0, max=1.0, help="Exit with 4 if less than this share (0.95) of the data is there."),
    ] = 0.0,
    expect_hash: Annotated[
        str | None,
        typer.Option(
            "--expect-hash", metavar="HEX", help="The hash that was read out where the bundle was made: 8 digits or more.", show_default=False
        ),
    ] = None,
    tables: Annotated[
        Path | None,
        typer.Option("--save-tables", metavar="DIR", help="Keep the typed tables too, as Parquet: one file a dataset.", show_default=False),
    ] = None,
    rules_dir: RulesDir = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", metavar="NUMBER", min=1, max=32, help="Processes that read a big input.  [default: one a core, 4 at most]", show_default=False
        ),
    ] = None,
    quiet: Quiet = False,
    max_entries: MaxEntries = None,
    max_total_bytes: MaxTotalBytes = None,
    max_file_bytes: MaxFileBytes = None,
    max_ratio: MaxRatio = None,
) -> None:
    """Judge exports and write findings as PDF, HTML and JSON.

    Nothing is sent anywhere and no server is contacted. The same input gives the same reports, byte for byte.
    """
    from exposture.bundle.capacity import Capacity
    from exposture.cli.console import progress
    from exposture.workflows.audit import AuditRequest, run_audit
    from exposture.workflows.outputs import plan_outputs, write_outputs
    from exposture.workflows.saved_tables import check_tables_folder
    from exposture.workflows.work_folder import work_folder

    plan = plan_outputs(formats or [], output, inputs)
    if tables is not None:
        check_tables_folder(tables, inputs)
    limits = limits_of(max_entries, max_total_bytes, max_file_bytes, max_ratio)
    request = AuditRequest(inputs=tuple(inputs), profile=profile, site=site, as_of=as_of, rules_dir=rules_dir, expect_hash=expect_hash, limits=limits)
    place = next((one.folder for one in plan if one.folder is not None), tables)
    keep_what_is_loaded()
    with progress(wanted=not quiet) as step, work_folder(place) as spill:
        audited = run_audit(request, step, Capacity(spill=spill, jobs=_cores() if jobs is None else jobs))
        written = write_outputs(plan, audited.assessment, step)
        written = written if tables is None else _with_tables(written, audited, tables)
    if not quiet:
        _say_summary(audited)
        say_paths(written)
    say_failures(written)
    raise typer.Exit(_exit_code(audited, written, fail_on, min_coverage))


def _cores() -> int:
    """Return how many processes this one may use well."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, JOBS_AT_MOST)


def _with_tables(written: Written, audited: Audited, folder: Path) -> Written:
    """Save the tables, and return what was written with them."""
    from dataclasses import replace

    from exposture.workflows.saved_tables import save_tables

    try:
        save_tables(audited.estate, folder)
    except OSError as error:
        return replace(written, failures=(*written.failures, f"{folder}: {error.strerror or error}"))
    return replace(written, paths=(*written.paths, folder))


def _exit_code(audited: Audited, written: Written, fail_on: FailOn, min_coverage: float) -> ExitCode:
    """Say what went wrong, and return the highest state that holds."""
    is_complete = _say_troubles(audited, min_coverage)
    if written.failures:
        return ExitCode.OUTPUT_FAILED
    if not is_complete:
        return ExitCode.INCOMPLETE
    return ExitCode.FINDINGS if _is_open(audited, fail_on) else ExitCode.DONE


def _is_open(audited: Audited, fail_on: FailOn) -> bool:
    from exposture.model.outcome import Severity
    from exposture.workflows.summary import open_at_or_above

    return fail_on is not FailOn.NONE and open_at_or_above(audited.assessment, Severity(fail_on.value)) > 0


def _say_troubles(audited: Audited, min_coverage: float) -> bool:
    """Print what makes the audit incomplete; return whether nothing does."""
    from exposture.cli.console import say
    from exposture.workflows.summary import troubles

    found = troubles(audited)
    ratio = audited.assessment.head.coverage.ratio
    if ratio < min_coverage:
        found.append(f"coverage is {ratio:.1%}, less than --min-coverage {min_coverage:.1%}")
    for line in found[:TROUBLES_SHOWN]:
        say(f"exposture: {line}", "red", hang=2)
    if len(found) > TROUBLES_SHOWN:
        say(f"exposture: {len(found) - TROUBLES_SHOWN} more; the report lists them", "red")
    return not found


def _say_summary(audited: Audited) -> None:
    from exposture.cli.console import SEVERITY_STYLE, say
    from exposture.workflows.summary import standing, worst

    for line in standing(audited.assessment):
        say(line, hang=2)
    for one in worst(audited.assessment):
        more = f" (and {one.count - 1} more)" if one.count > 1 else ""
        say(f"  {one.severity.value:<8}  {one.rule_id}  {one.message}{more}", SEVERITY_STYLE[one.severity.value], hang=21)


def say_paths(written: Written) -> None:
    """Print where the reports lie."""
    from exposture.cli.console import say

    if written.paths:
        say("Written:")
    for path in written.paths:
        say(f"  {path}")


def say_failures(written: Written) -> None:
    """Print what could not be written, and why."""
    from exposture.cli.console import say

    for failure in written.failures:
        say(f"exposture: not written: {failure}", "red", hang=2)
