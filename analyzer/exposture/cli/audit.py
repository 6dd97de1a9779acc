"""`exposture audit`: bundles in, reports out."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from exposture.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from exposture.model.assessment import Assessment
    from exposture.workflows.outputs import Written

Inputs = Annotated[list[Path], typer.Argument(help="Bundles (zip or folder), folders of exports, or single export files.", show_default=False)]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format", "-f", help="pdf, html or json, with :PATH for another place (json:- is standard output). Repeatable.", show_default=False
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Folder for the reports.  [exposture-<name of the input>]", show_default=False)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]


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
    profile: Annotated[str, typer.Option("--profile", help="Rule profile: default, microsoft, stig, cis2016 or cis2019.")] = "default",
    site: Annotated[
        Path | None, typer.Option("--site", help="site.yaml: what no export can say (see `exposture site init`).", show_default=False)
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", formats=["%Y-%m-%d"], help="Judge dates as of this day.  [default: the end of the collection]", show_default=False),
    ] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="Exit with 1 if something is open at this severity or above.")] = FailOn.NONE,
    min_coverage: Annotated[
        float, typer.Option("--min-coverage", min=0.0, max=1.0, help="Exit with 4 if less than this share of the data is there.")
    ] = 0.0,
    rules_dir: Annotated[
        Path | None, typer.Option("--rules-dir", help="Rule pack to use instead of the one that travels with exposture.", show_default=False)
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Judge exports by the rules and write the findings as PDF, HTML and JSON.

    Nothing is sent anywhere and no server is contacted. The same input gives the same reports, byte for byte.
    """
    from exposture.cli.console import progress
    from exposture.workflows.audit import AuditRequest, run_audit
    from exposture.workflows.outputs import plan_outputs, write_outputs

    plan = plan_outputs(formats or [], output, inputs)
    request = AuditRequest(inputs=tuple(inputs), profile=profile, site=site, as_of=as_of, rules_dir=rules_dir)
    with progress(wanted=not quiet) as step:
        assessment = run_audit(request, step)
        written = write_outputs(plan, assessment, step)
    if not quiet:
        _say_summary(assessment, written)
    raise typer.Exit(_exit_code(assessment, written, fail_on, min_coverage))


def _exit_code(assessment: Assessment, written: Written, fail_on: FailOn, min_coverage: float) -> ExitCode:
    from exposture.workflows.audit import is_damaged, open_at_or_above

    if written.failures:
        return ExitCode.OUTPUT_FAILED
    if is_damaged(assessment) or assessment.head.coverage.ratio < min_coverage:
        return ExitCode.INCOMPLETE
    if fail_on is not FailOn.NONE and open_at_or_above(assessment, fail_on.value):
        return ExitCode.FINDINGS
    return ExitCode.DONE


def _say_summary(assessment: Assessment, written: Written) -> None:
    from exposture.cli.console import SEVERITY_STYLE, say
    from exposture.workflows.summary import summary_lines

    for text, style in summary_lines(assessment):
        say(text, SEVERITY_STYLE.get(style, style))
    for path in written.paths:
        say(f"  {path}")
    for failure in written.failures:
        say(f"not written: {failure}", "red")
