"""Cases of a rule: `<stem>.cases.yaml`, small tables and the complete list that the rule must answer.

Values stay in export form here; the engine passes them through the catalog's converters.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal

import pyarrow as pa
from pydantic import BaseModel, BeforeValidator, ConfigDict, RootModel, field_validator

from exposture.catalog.dataset import SnakeName
from exposture.catalog.strict_yaml import read_model
from exposture.errors import Location, RuleSyntaxError
from exposture.model.coverage import Status
from exposture.model.outcome import Outcome, Severity
from exposture.rulebook.answers import ServerName
from exposture.rulebook.load import CASES_SUFFIX, Fault, Rulebook
from exposture.rulebook.rule import ParameterValue

DEFAULT_SERVER = "EX1"
Version = Literal["2010", "2013", "2016", "2019", "SE"]
RoleName = Literal["Mailbox", "ClientAccess", "HubTransport", "Edge", "UnifiedMessaging"]
DEFAULT_ROLES: Mapping[str, tuple[RoleName, ...]] = {"2010": ("Mailbox", "HubTransport", "ClientAccess")}


def _number_as_text(value: Any) -> Any:  # YAML reads a bare 2016 as a number
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _exported(value: Any) -> Any:  # YAML reads a bare time as one; an export has text
    match value:
        case datetime():
            return value.replace(tzinfo=None).isoformat()
        case date():
            return value.isoformat()
        case dict():
            return {key: _exported(item) for key, item in value.items()}
        case list():
            return [_exported(item) for item in value]
        case _:
            return value


VersionText = Annotated[Version, BeforeValidator(_number_as_text)]


class Part(BaseModel):
    """Strict base: unknown words are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CaseServer(BaseModel):
    """A row of `servers`: null is unknown, a build that is left out is the newest of the version; other words are columns of the table."""

    model_config = ConfigDict(extra="allow", frozen=True)

    name: ServerName
    version: VersionText | None = None
    roles: list[RoleName] | None = None
    build: str | None = None


class Expected(Part):
    """One row of the answer: `server` null is the organization; `severity` null is not compared."""

    server: str | None
    subject: str
    outcome: Outcome
    severity: Severity | None = None


class Case(Part):
    """One case. `site` is a site.yaml in small, `status` dataset -> target -> status; `as_of` null is an unknown time."""

    name: str
    why: str
    version: VersionText = "2019"
    servers: list[CaseServer] | None = None
    profile: str = "default"
    as_of: datetime | None = None
    site: dict[str, Any] = {}
    parameters: dict[SnakeName, ParameterValue] = {}
    tables: dict[SnakeName, list[dict[str, Any]]] = {}
    status: dict[SnakeName, dict[str, Status]] = {}
    expect: list[Expected]

    @field_validator("site", "tables", mode="before")
    @classmethod
    def _as_exported(cls, value: Any) -> Any:
        return _exported(value)

    @field_validator("as_of", mode="before")
    @classmethod
    def _a_day_is_its_first_moment(cls, value: Any) -> Any:
        return datetime.combine(value, time()) if isinstance(value, date) and not isinstance(value, datetime) else value

    @field_validator("as_of")
    @classmethod
    def _naive_utc(cls, value: datetime | None) -> datetime | None:
        return None if value is None else (value - (value.utcoffset() or timedelta())).replace(tzinfo=None)

    @field_validator("expect", mode="before")
    @classmethod
    def _rows_are_lists(cls, value: Any) -> Any:
        return [_expected(row) if isinstance(row, list) else row for row in value] if isinstance(value, list) else value

    @property
    def outcomes(self) -> frozenset[Outcome]:
        return frozenset(row.outcome for row in self.expect)

    @property
    def versions(self) -> frozenset[str]:
        """Return the Exchange versions of its servers."""
        servers = self.tables.get("servers")
        named = [row.get("version") for row in servers] if servers is not None else [server.version for server in self._servers]
        return frozenset(str(version) for version in named if version is not None)

    @property
    def _servers(self) -> list[CaseServer]:
        return [CaseServer(name=DEFAULT_SERVER, version=self.version)] if self.servers is None else self.servers

    def server_rows(self, newest: Mapping[str, str]) -> list[dict[str, Any]]:
        """Return the rows of the table `servers` in export form; `newest` is the newest build by version (`newest_builds`).

        Without `servers:` that is EX1, a Mailbox server (2010: with HubTransport and ClientAccess too). `tables: {servers: [...]}` replaces all.
        """
        if "servers" in self.tables:
            return self.tables["servers"]
        return [_server_row(server, newest) for server in self._servers]


class Cases(RootModel[list[Case]]):
    """A cases file."""


def _expected(row: list[Any]) -> dict[str, Any]:
    if len(row) not in {3, 4}:
        raise ValueError(f"an expected row is [server, subject, outcome] or [server, subject, outcome, severity]; found {len(row)} values")
    return dict(zip(("server", "subject", "outcome", "severity"), row, strict=False))


def _server_row(server: CaseServer, newest: Mapping[str, str]) -> dict[str, Any]:
    default = None if server.version is None else list(DEFAULT_ROLES.get(server.version, ("Mailbox",)))
    roles = server.roles if "roles" in server.model_fields_set else default
    return {
        "name": server.name,
        "key": f"server:{server.name.casefold()}",
        "server": server.name,
        "target": server.name,
        "version": server.version,
        "build": server.build if "build" in server.model_fields_set else newest.get(server.version or ""),
        "roles": roles,
        "is_edge": None if roles is None else "Edge" in roles,
        "is_listed": True,
        **(server.model_extra or {}),
    }


def newest_builds(builds: pa.Table) -> dict[str, str]:
    """Return the highest build of each product; `builds` is the fact table with columns `product` and `build` (text, or a version struct)."""
    found: dict[str, str] = {}
    for product, build in zip(builds["product"].to_pylist(), builds["build"].to_pylist(), strict=True):
        text = build["text"] if isinstance(build, dict) else build
        if text and _parts(text) > _parts(found.get(product, "")):
            found[product] = text
    return found


def _parts(build: str) -> tuple[int, ...]:
    return tuple(int(part) for part in build.split(".") if part.isdigit())


def load_cases(path: Path, shown: str | None = None) -> tuple[Case, ...]:
    """Return the cases of a file; `shown` is its path for messages.

    Raises:
        RuleSyntaxError: the file cannot be read or does not follow the grammar.
    """
    name = path.as_posix() if shown is None else shown
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleSyntaxError(f"cannot be read: {error}", where=Location(path=name)) from error
    return tuple(read_model(text, Path(name), Cases, RuleSyntaxError).root)


def load_all_cases(book: Rulebook) -> tuple[Mapping[str, tuple[Case, ...]], tuple[Fault, ...]]:
    """Return the cases of each rule that has a cases file, by rule id, and the files that are broken or belong to no rule."""
    cases: dict[str, tuple[Case, ...]] = {}
    faults: list[Fault] = []
    owners = {loaded.cases_path: loaded.rule.id for loaded in book.rules}
    broken = {fault.path.removesuffix(".yaml") + CASES_SUFFIX for fault in book.faults}
    for path in sorted(book.root.glob(f"*/*{CASES_SUFFIX}")):
        shown = path.relative_to(book.root).as_posix()
        try:
            if shown in owners:
                cases[owners[shown]] = load_cases(path, shown)
            elif shown not in broken:
                faults.append(Fault(path=shown, message="no rule of that name lies beside these cases", where=Location(path=shown)))
        except RuleSyntaxError as error:
            faults.append(Fault(path=shown, message=error.message, where=error.where, rule_id=owners[shown]))
    return cases, tuple(faults)
