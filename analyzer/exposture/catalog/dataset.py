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


class Holds(StrEnum):
    """What a column's text is, which decides what redaction does to it: docs/redaction.md has the table.

    `words` are the product's own (a service, a registry key, an enum), `label` what a customer called a thing or a person,
    `account` DOMAIN\\name or a UPN, `text` free text, `plain` no text at all (numbers, flags, times, GUIDs).
    """

    PLAIN = "plain"
    WORDS = "words"
    LABEL = "label"
    ACCOUNT = "account"
    HOST = "host"
    URL = "url"
    SMTP = "smtp"
    DN = "dn"
    SID = "sid"
    SDDL = "sddl"
    ADDRESS = "address"
    PATH = "path"
    TEXT = "text"
    X509 = "x509"
    SECRET = "secret"


HOLDS_OF_TYPE = {
    "smtp_address": Holds.SMTP,
    "adobject": Holds.DN,
    "sid": Holds.SID,
    "ip": Holds.ADDRESS,
    "iprange": Holds.ADDRESS,
    "binding": Holds.ADDRESS,
    "x509": Holds.X509,
}
TEXTUAL = frozenset({"string", "name"})


class Declaration(BaseModel):
    """Strict base: unknown words are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Each(Declaration):
    """Call the cmdlet once for each row of a dataset that the same run has read before.

    `path` is the property whose value goes to `parameter`; `where` keeps only rows whose property has one of the values;
    `add` are properties that the collector adds to each object it gets: new name to property of the row.
    """

    dataset: SnakeName
    path: str
    parameter: str
    where: dict[str, list[str]] = {}
    add: dict[str, str] = {}


class Source(Declaration):
    """One way to read a dataset: exactly one of `cmdlet wmi registry ldap program file` says how.

    `parameters` is the literal parameter list of a cmdlet, `again` further lists for more calls whose objects are added (a call
    whose own parameter the server does not know is left out); `server_by` names the parameter that takes the server's name, `local` that the
    cmdlet answers for its own computer only. `namespace` and `filter` belong to `wmi`; `base` and `scope` to `ldap`: a search without
    `base` has a reader of its own in the script. `seconds` is the estimated time of one call, `rights` what a reader needs beyond its kind's.
    `rows` is the path inside one object that yields the rows, `server` the path of the name of the server that the object is about (in place of
    the dataset's). `part` says why another tool's file never holds all rows: the pair is then `partial`, unless another file gives the whole.
    """

    id: SnakeName
    cmdlet: str | None = None
    wmi: str | None = None
    registry: list[str] | None = None
    ldap: str | None = None
    program: str | None = None
    file: str | None = None
    parameters: dict[str, str | bool | list[str]] = {}
    again: list[dict[str, str | bool | list[str]]] = []
    server_by: str | None = None
    each: list[Each] = []
    namespace: str | None = None
    filter: str | None = None
    base: Literal["rootdse", "schema", "configuration", "exchange", "organization", "sites", "partitions", "domains"] | None = None
    scope: Literal["base", "one", "subtree"] = "subtree"
    seconds: float = 2.0
    rights: str | None = None
    target: Target
    versions: Versions = "all"
    roles: Roles = "any"
    tier: Literal["core", "extended", "deep", "usage"] = "core"
    recognise: Recognition | None = None
    rows: str | None = None
    server: str | None = None
    part: str | None = None

    @field_validator("each", mode="before")
    @classmethod
    def _one_each_is_a_list(cls, value: object) -> object:
        return [value] if isinstance(value, dict) else value

    @model_validator(mode="after")
    def _reads_one_thing(self) -> Source:
        named = [word for word in READS if getattr(self, word) is not None]
        if len(named) != 1:
            raise ValueError(f"a source names exactly one of {', '.join(READS)}; this one names {named or 'none'}")
        return self

    @property
    def is_of_another_tool(self) -> bool:
        """Return whether it reads what another tool wrote about the thing, and not an export of the thing itself."""
        return self.file is not None and self.recognise is not None


class Recognition(Declaration):
    """How an export without a manifest is recognised: type names first, file name patterns, properties that must be there."""

    types: list[str] = []
    files: list[str] = []
    requires: list[str] = []


class Column(Declaration):
    """One typed column; `from` is a path or a list of paths, `from_<source id>` the same for one source.

    `made_of` stands in derived tables: the input columns (`dataset.column`) whose content decides this one, beside those of its whole table.
    """

    name: SnakeName
    paths: list[str] = Field(default=[], alias="from")
    source_paths: dict[str, list[str]] = {}
    type: str
    column_class: ColumnClass = Field(alias="class")
    nullable: bool = False
    dates_collection: bool = False
    text_holds: Holds | None = Field(default=None, alias="holds")
    made_of: list[str] = []
    note: str = ""

    @property
    def holds(self) -> Holds:
        """Return what the column's text is: as declared, else by class and type."""
        kind = self.type.removeprefix("list<").removesuffix(">")
        if self.column_class is ColumnClass.SECRET:
            return Holds.SECRET
        if self.text_holds is not None:
            return self.text_holds
        if kind in TEXTUAL:
            return Holds.LABEL if self.column_class is ColumnClass.IDENTITY else Holds.WORDS
        return HOLDS_OF_TYPE.get(kind, Holds.PLAIN)

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
    """Inputs of a derived table; `a|b` means the better of two.

    `compares` are the input columns (`dataset.column`) whose content decides its rows, so that pseudonyms there spoil it;
    `joins` those by which its inputs find each other, which pseudonyms may do and nulls may not. Redaction asks both; without
    `compares` it takes every column of every input for compared.
    """

    required: list[str] = []
    optional: list[str] = []
    compares: list[str] | None = None
    joins: list[str] = []


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
