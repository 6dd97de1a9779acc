"""What would close a gap: one sentence per status, told to the one who can act on it.

The words stand here once: the coverage line of a missing pair, the report and `results.json` say the same. A name in a
redacted bundle is a pseudonym; who holds the map knows whose it is.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from exposture.bundle.targets import DC, UNATTRIBUTED, is_dc, is_server
from exposture.catalog.dataset import Dataset, Source, Target
from exposture.model.coverage import CoverageLine, Status

VIEW_ONLY = "a member of View-Only Organization Management"
RIGHTS = {"cmdlet": VIEW_ONLY, "ldap": "an account of the domain that may read the directory"}
ALWAYS_READ = "core"
RESULT_SIZE = "ResultSize"
AGAIN = "run the script again for these datasets (-Dataset)"
COPY_AGAIN = "copy the file again from where it was made and compare its hash; if that differs there too, collect it again"
SAME_FOR_ALL = {
    Status.ERROR: f"{AGAIN}; errors.csv and collector.log of the bundle say more",
    Status.TIMEOUT: "run the script again with a larger -MaxCmdletSeconds and -Resume",
    Status.RUNNING: "run the same command again with -Resume",
    Status.DAMAGED: COPY_AGAIN,
    Status.UNREADABLE: COPY_AGAIN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a cure depends on beside the gap: the Edge servers, the tiers that the runs asked for.

    `is_loose` says that everything was exported by hand, `has_exchange` is false where only domain controllers were read.
    """

    edges: frozenset[str]
    tiers: frozenset[str]
    is_loose: bool = False
    has_exchange: bool = True


def who_to_ask(target: str, edges: Collection[str]) -> str:
    """Return who alone can read a target and how; "" where the collector's ordinary run does."""
    if target == DC:
        return "ask the directory team to run the collector with -Role DomainController on each domain controller"
    if is_dc(target):
        return f"ask the directory team to run the collector with -Role DomainController on {target.partition('/')[2]}"
    return f"run the script on {target} itself" if target in edges else ""


def cure_of(line: CoverageLine, dataset: Dataset, situation: Situation) -> str:
    """Return the sentence that says what would close a gap; "" for what is no gap."""
    if line.status in SAME_FOR_ALL:
        return SAME_FOR_ALL[line.status]
    match line.status:
        case Status.MISSING | Status.SKIPPED:
            return _collect(line, dataset, situation)
        case Status.PARTIAL:
            return _complete(line, dataset, situation)
        case Status.ACCESS_DENIED:
            return f"{who_to_ask(line.target, situation.edges) or AGAIN}, as {right_of(line, dataset, situation)}"
        case Status.NOT_AVAILABLE:
            return _not_available(line, dataset, situation)
        case Status.UNREACHABLE:
            return who_to_ask(line.target, situation.edges) or f"make {_place(line.target)} reachable, or run the script on it with -LocalOnly"
        case _:
            return ""


def right_of(line: CoverageLine, dataset: Dataset, situation: Situation) -> str:
    """Return what a reader of a pair has to be: as its source declares it, else by the kind of source and the place."""
    source = _source(line.target, dataset)
    if source.rights is not None:
        return source.rights
    if line.target in situation.edges:
        return "a local administrator of that server"
    if line.target == DC or is_dc(line.target):
        return "an administrator of the domain controller"
    if source.target is Target.SERVER and not _is_exchange(source):
        return f"a local administrator of {_place(line.target)}, elevated"
    return RIGHTS.get(_kind(source), VIEW_ONLY)


def rights_of(source: Source) -> str:
    """Return what a reader of a source has to be wherever it is read: as the source declares it, else by its kind."""
    if source.rights is not None:
        return source.rights
    if source.target is Target.DC:
        return "an administrator of the domain controller"
    if source.target is Target.SERVER and not _is_exchange(source):
        return "a local administrator of the server, elevated"
    return RIGHTS.get(_kind(source), VIEW_ONLY)


def _source(target: str, dataset: Dataset) -> Source:
    """Return the source that the collector reads a target with: of its kind of target, else the dataset's first."""
    kind = Target.DC if target == DC or is_dc(target) else Target.SERVER if is_server(target) or target == UNATTRIBUTED else Target(target)
    ours = [source for source in dataset.sources if source.recognise is None] or list(dataset.sources)
    return next((source for source in ours if source.target is kind), ours[0])


def _kind(source: Source) -> str:
    return "ldap" if source.ldap is not None else "cmdlet" if source.cmdlet is not None else "windows"


def _is_exchange(source: Source) -> bool:
    """Tell a cmdlet that asks Exchange about a server (it takes the server's name or answers for its own) from one of Windows."""
    return source.cmdlet is not None and (source.server_by is not None or bool(source.each))


def _place(target: str) -> str:
    return target if is_server(target) and target != UNATTRIBUTED else "the server"


def _collect(line: CoverageLine, dataset: Dataset, situation: Situation) -> str:
    if alone := who_to_ask(line.target, situation.edges):
        return alone
    if not situation.has_exchange:
        return "run the script on an Exchange server and give its bundle too"
    source = _source(line.target, dataset)
    if situation.is_loose:
        return f"export {source.cmdlet or dataset.title} too, or run the collector"
    if line.tier not in situation.tiers | {ALWAYS_READ}:
        return f"run the script with -Tier {line.tier.capitalize()}"
    if is_server(line.target):
        return f"run the script with -Server {line.target}, or on it with -LocalOnly"
    return AGAIN


def _complete(line: CoverageLine, dataset: Dataset, situation: Situation) -> str:
    if not situation.is_loose:
        return f"{AGAIN}; the message says what was left out"
    source = _source(line.target, dataset)
    if RESULT_SIZE in source.parameters:
        return "export it again with -ResultSize Unlimited"
    return f"export {source.cmdlet or dataset.title} itself with Export-Clixml, or run the collector; the message says what is left out"


def _not_available(line: CoverageLine, dataset: Dataset, situation: Situation) -> str:
    if alone := who_to_ask(line.target, situation.edges):
        return alone
    source = _source(line.target, dataset)
    if source.cmdlet is not None and source.target is not Target.SERVER:
        right = source.rights or VIEW_ONLY
        return f"run the script in the Management Shell of the newest server as {right}: a command outside of one's roles is not there"
    return f"run the script in Windows PowerShell on {_place(line.target)} itself"
