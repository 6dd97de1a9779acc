"""Which commands may be called, and with which parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exposture.collector_lint.availability import is_probed
from exposture.collector_lint.commands import Command
from exposture.collector_lint.finding import Finding, finding
from exposture.collector_lint.programs import check_program
from exposture.collector_lint.script import Script
from exposture.collector_lint.shapes import check_shape
from exposture.collector_lint.tables import (
    ALL_VERSIONS,
    COMMON_PARAMETERS,
    ExchangeCmdlet,
    denied,
    exchange,
    newer,
    permitted,
    programs,
    reference,
    words,
)
from exposture.collector_lint.tree import Node

ALIASES = words(
    """% ? ac asnp cat cd chdir clc clear clhy cli clp cls clv compare copy cp cpi cpp cvpa dbp del diff dir ebp echo epal epcsv epsn
    erase etsn exsn fc fl foreach ft fw gal gbp gc gci gcm gcs gdr ghy gi gjb gl gm gmo gp gps group gsn gsnp gsv gu gv gwmi h history
    icm iex ihy ii ipal ipcsv ipmo ipsn ise iwmi kill lp ls man md measure mi mkdir mount move mp mv nal ndr ni nmo nsn nv ogv oh popd
    ps pushd pwd r rbp rcjb rd rdr ren ri rjb rm rmdir rmo rni rnp rp rsn rsnp rv rvpa rwmi sajb sal saps sasv sbp sc select set si sl
    sleep sort sp spjb spps spsv start sv swmi tee type where wjb write"""
)
WRITING_VERBS = words(
    """add approve backup block checkpoint clear close complete compress confirm connect copy debug deny disable disconnect dismount edit
    enable enter exit expand export grant import initialize install invoke limit lock merge mount move new open optimize pop protect
    publish push receive redo register remove rename repair request reset resize restart restore resume retry revoke save search send
    set start step stop submit suspend switch sync test undo uninstall unlock unprotect unpublish unregister update use wait watch
    write"""
)
_VERB_NOUN = re.compile(r"(?P<verb>[a-z]+)-[a-z0-9]+")


def check_commands(script: Script) -> Iterator[Finding]:
    """Yield the commands and parameters that are not permitted. A computed name is the business of the dynamic checks."""
    for command in script.commands:
        if command.operator != "." and command.name is not None:
            yield from check_command(script, command)


def check_command(script: Script, command: Command) -> Iterator[Finding]:
    """Yield what is wrong with one command that has a literal name."""
    key = command.key
    own = script.functions.get(key)
    if own is not None and not is_cmdlet(key):
        yield from _own_parameters(command, set(own.parameters))
    elif (key, "") in denied():
        yield _here("DENY.command", command, f"{command.name}: {denied()[key, '']}")
    elif key in programs() and (key not in ALIASES or command.written.lower().endswith(".exe")):
        yield from check_program(command)
    elif key in ALIASES:
        yield _here("COMMAND.alias", command, f"{command.name} is an alias")
    elif key in exchange():
        yield from _exchange(script, command, exchange()[key])
    else:
        yield from _windows(script, command)


def is_cmdlet(key: str) -> bool:
    """Return whether a name is a cmdlet's, so that a function of this name is not trusted in its place."""
    return key in permitted() or key in reference() or key in exchange()


def _here(code: str, command: Command, message: str) -> Finding:
    return finding(code, command.callee or command.node, message)


def _own_parameters(command: Command, known: set[str]) -> Iterator[Finding]:
    for argument in command.arguments:
        if argument.parameter is not None and argument.parameter not in known | COMMON_PARAMETERS:
            yield finding("PARAMETER.unknown", argument.node, f"{command.name} has no parameter -{argument.parameter}")


def _exchange(script: Script, command: Command, cmdlet: ExchangeCmdlet) -> Iterator[Finding]:
    if set(cmdlet.versions) != set(ALL_VERSIONS) and not is_probed(script, command.node, command.key):
        yield _here("EXCHANGE.version", command, f"{command.name} is in {' '.join(cmdlet.versions)} only")
    known = set(cmdlet.parameters) | COMMON_PARAMETERS
    yield from check_parameters(command, known)
    for argument in command.arguments:
        versions = cmdlet.parameters.get(argument.parameter or "")
        if versions and set(versions) < set(cmdlet.versions) and not is_probed(script, command.node, command.key, argument.parameter):
            yield finding("EXCHANGE.version", argument.node, f"{command.name} -{argument.parameter} is in {' '.join(versions)} only")


def _windows(script: Script, command: Command) -> Iterator[Finding]:
    key = command.key
    allowed, later = permitted().get(key), newer("cmdlet").get((key, ""))
    if allowed is not None:
        if later is not None and not is_probed(script, command.node, key):
            yield _here(f"{later.family}.cmdlet", command, f"{command.name} came with {later.since}; in 2.0 there is {later.instead}")
        if allowed.parameters > COMMON_PARAMETERS or key in reference():
            yield from check_parameters(command, allowed.parameters)
        yield from check_shape(script, command)
    elif later is not None:
        yield _here(f"{later.family}.cmdlet", command, f"{command.name} came with {later.since}; in 2.0 there is {later.instead}")
    else:
        yield _refused(command)


def _refused(command: Command) -> Finding:
    shape = _VERB_NOUN.fullmatch(command.key)
    if shape is None:
        return _here("PROGRAM.unknown", command, f"{command.name} is no program that the collector may start")
    if shape["verb"] in WRITING_VERBS:
        return _here("COMMAND.writes", command, f"{command.name} does more than read")
    return _here("COMMAND.unknown", command, f"{command.name} is not on the list of permitted commands")


def check_parameters(command: Command, known: frozenset[str] | set[str]) -> Iterator[Finding]:
    """Yield the parameters of a command that are denied, newer than 2.0, cut short or unknown."""
    for argument in command.arguments:
        if argument.parameter is not None:
            yield from _parameter(command, argument.node, argument.parameter, known)


def _parameter(command: Command, node: Node, name: str, known: frozenset[str] | set[str]) -> Iterator[Finding]:
    says = f"{command.name} -{name}"
    for key in (command.key, "*"):
        if (key, name) in denied():
            yield finding("DENY.parameter", node, f"{says}: {denied()[key, name]}")
            return
    later = newer("parameter").get((command.key, name)) or newer("parameter").get(("*", name))
    if later is not None:
        yield finding(f"{later.family}.parameter", node, f"{says} came with {later.since}; in 2.0 there is {later.instead}")
    elif name not in known:
        longer = sorted(one for one in known if one.startswith(name))
        code = "PARAMETER.prefix" if longer else "PARAMETER.unknown"
        yield finding(code, node, f"{says} is short for -{longer[0]}" if longer else f"{says} is not known")
