"""What a dataset declaration says; the grammar of `catalog/datasets/<name>.yaml`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

SnakeName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
Versions = Literal["all"] | list[Literal["2010", "2013", "2016", "2019", "SE"]]
Roles = Literal["any"] | list[Literal["Mailbox", "ClientAccess", "HubTransport", "Edge", "UnifiedMessaging"]]
READS = ("cmdlet", "wmi", "registry", "ldap", "program", "file")


class Target(StrEnum):
    """Where a source is read: once for the organization, on each server, on each domain controller, in the directory."""

    ORG = "org"
    SERVER = "server"
    DC = "dc"
    LDAP = "ldap"


class ColumnClass(StrEnum):
    """What a column's value is, which decides redaction, comparison and display."""

    CONFIG = "config"
    IDENTITY = "identity"
    SECURITY = "security"
    VOLATILE = "volatile"
    COUNTER = "counter"
    DERIVED = "derived"
    SECRET = "secret"


class Declaration(BaseModel):
    """Strict base: unknown words are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Source(Declaration):
    """One way to read a dataset: exactly one of `cmdlet wmi registry ldap program file` says how.

    `parameters` is the literal parameter list of a cmdlet; `files` are name patterns of another tool's
    export, `rows` the path inside one object that yields the rows.
    """

    id: SnakeName
    cmdlet: str | None = None
    wmi: str | None = None
    registry: list[str] | None = None
    ldap: str | None = None
    program: str | None = None
    file: str | None = None
    parameters: dict[str, str | bool | list[str]] = {}
    target: Target
    versions: Versions = "all"
    roles: Roles = "any"
    tier: Literal["core", "extended", "deep", "usage"] = "core"
    recognise: Recognition | None = None
    rows: str | None = None

    @model_validator(mode="after")
    def _reads_one_thing(self) -> Source:
        named = [word for word in READS if getattr(self, word) is not None]
        if len(named) != 1:
            raise ValueError(f"a source names exactly one of {', '.join(READS)}; this one names {named or 'none'}")
        return self


class Recognition(Declaration):
    """How an export without a manifest is recognised: type names first, file name patterns, properties that must be there."""

    types: list[str] = []
    files: list[str] = []
    requires: list[str] = []


class Column(Declaration):
    """One typed column; `from` is a path or a list of paths, `from_<source id>` the same for one source."""

    name: SnakeName
    paths: list[str] = Field(default=[], alias="from")
    source_paths: dict[str, list[str]] = {}
    type: str
    column_class: ColumnClass = Field(alias="class")
    nullable: bool = False
    dates_collection: bool = False
    note: str = ""

    @model_validator(mode="before")
    @classmethod
    def _gather_source_paths(cls, data: Any) -> Any:  # pydantic hands over the untyped mapping
        if not isinstance(data, dict):
            return data
        plain = {key: value for key, value in data.items() if not key.startswith("from_")}
        own = {key.removeprefix("from_"): value for key, value in data.items() if key.startswith("from_")}
        return plain | {"source_paths": {key: [value] if isinstance(value, str) else value for key, value in own.items()}} if own else plain

    @field_validator("paths", mode="before")
    @classmethod
    def _one_path_is_a_list(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value

    def paths_of(self, source_id: str) -> list[str]:
        """Return the paths that hold for one source."""
        return self.source_paths.get(source_id, self.paths)


class DerivedFrom(Declaration):
    """Inputs of a derived table; `a|b` means the better of two."""

    required: list[str] = []
    optional: list[str] = []


class Dataset(Declaration):
    """One dataset: its sources (the first that matches wins), how it is recognised, its key and its columns.

    `key` entries are paths (names of columns in a derived table), best first; an entry may be a list (composite).
    `server` is the path that names the server in server-scope data. `target` and `derived_from` stand in derived tables only.
    """

    name: SnakeName
    title: str
    sources: list[Source] = []
    recognise: Recognition = Recognition()
    key: list[str | list[str]]
    server: str | None = None
    target: Target | None = None
    roles: Roles = "any"
    derived_from: DerivedFrom | None = None
    columns: list[Column]

    @property
    def is_derived(self) -> bool:
        return self.derived_from is not None

    @model_validator(mode="after")
    def _is_read_or_derived(self) -> Dataset:
        if self.is_derived == bool(self.sources) or self.is_derived != (self.target is not None):
            raise ValueError("a dataset has either `sources`, or `derived_from` and `target`")
        names = [column.name for column in self.columns]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"columns declared twice: {', '.join(twice)}")
        return self


Source.model_rebuild()
