"""What holds for every test: no network, and a way to run a command as a user would."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from exposture.cli import main

INTERNET = {int(socket.AF_INET), int(socket.AF_INET6)}
REFUSED = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.connect", "socket.sendto"}


class NetworkError(Exception):
    """A test, or the code it tests, tried to reach a network."""


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in REFUSED or (event == "socket.__new__" and arguments[1] in INTERNET):
        raise NetworkError(f"{event} {arguments[1:]}")


sys.addaudithook(_refuse_network)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """How a command ended: its exit code and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Ran]:
    """Return a function that runs `exposture` with arguments, inside this process."""

    def call(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["exposture", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main.run()
        out, err = capsysbinary.readouterr()
        assert isinstance(left.value.code, int)
        return Ran(code=left.value.code, out=out.decode(), err=err.decode())

    return call
