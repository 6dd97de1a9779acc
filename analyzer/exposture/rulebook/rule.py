"""What a rule file says; the grammar of `rules/<area>/<ID>-<slug>.yaml`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from exposture.catalog.dataset import Roles, SnakeName, Versions
from exposture.model.outcome import Need, Severity

RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}-\d{3}$")]
ColumnKind = Literal["bool", "int", "float", "string", "date"]
ParameterType = Literal["bool", "int", "float", "string", "duration", "size", "list<string>", "table"]
Cell = str | int | float | bool | date | None
ParameterValue = bool | int | float | str | list[str] | list[dict[str, Cell]] | None


class Predicate(StrEnum):
    """The closed list of facts that a rule may own about a column."""

    GRANTS = "grants"
    VALUE = "value"
    PRESENT = "present"
    ABSENT = "absent"
    COUNT = "count"
    AGE = "age"
    EXPIRY = "expiry"
    STRENGTH = "strength"
    STATE = "state"
    MEMBERS = "members"
    DIFFERS = "differs"


class Declaration(BaseModel):
    """Strict base: unknown words are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ProductDefault(Declaration):
    """Whether an untouched installation fails the rule, and of which versions (none named: all)."""

    fails: bool
    versions: list[str] = []


class AppliesTo(Declaration):
    versions: Versions = "all"
    roles: Roles = "any"
    subject: Literal["server", "organization", "domain_controller"] = "server"


class DatasetNeed(Declaration):
    """What a rule asks of one dataset (design, section 4)."""

    need: Need
    over: Literal["organization"] | None = None
    optional: bool = False


class Cause(Declaration):
    """The fact that a rule owns; `value` tells rules apart that ask the same of one column (a right, a protocol, a service)."""

    dataset: SnakeName
    column: str
    predicate: Predicate
    value: str = ""


class Parameter(Declaration):
    """A number or list that a profile or site may set; `profiles` and `why` have the same keys.

    A default of null is a value that nobody demands; `columns` types a table (needed where it may be empty).
    """

    type: ParameterType
    default: ParameterValue
    columns: dict[SnakeName, ColumnKind] = {}
    profiles: dict[str, ParameterValue] = {}
    why: dict[str, str] = {}


class Remediation(Declaration):
    """How to repair; every text is static: values reach PowerShell as `$in.<name>` from `inputs` (name -> result column)."""

    kind: Literal["powershell", "manual", "none"]
    per: Literal["object", "server", "organization"] = "server"
    effort: Literal["minutes", "hours", "days", "project"]
    restarts: list[str] = []
    inputs: dict[str, str] = {}
    precheck: str = ""
    change: str
    verify: str
    rollback: str
    impact: str


class Reference(Declaration):
    title: str
    url: str = ""
    read: date | None = None


class Rule(Declaration):
    """One rule; `kind: manual` has a `question` and no query, `status: alias` only `alias_of`."""

    id: RuleId
    title: str
    kind: Literal["query", "manual"] = "query"
    status: Literal["draft", "stable", "deprecated", "alias"]
    alias_of: RuleId | None = None
    scope: Literal["exchange", "platform"]
    topics: list[str] = []
    product_default: ProductDefault = ProductDefault(fails=False)
    since: str
    severity: Severity
    severity_reason: str
    applies_to: AppliesTo = AppliesTo()
    datasets: dict[SnakeName, DatasetNeed] = {}
    cause: list[Cause] = []
    because_of: list[RuleId] = []
    parameters: dict[SnakeName, Parameter] = {}
    when_empty: Literal["pass", "fail", "not_applicable"] = "not_applicable"
    rationale: str
    question: str = ""
    query: str = ""
    evidence: dict[str, str] = {}
    message: str = ""
    remediation: Remediation
    exceptions: list[str] = []
    references: list[Reference] = []
    mappings: dict[str, list[str]] = {}
    notes: str = Field(default="", description="what was corrected against the researched catalogue, and why")

    @field_validator("datasets", mode="before")
    @classmethod
    def _a_word_is_a_need(cls, value: Any) -> Any:  # pydantic hands over the untyped mapping
        if not isinstance(value, dict):
            return value
        return {name: {"need": need} if isinstance(need, str) else need for name, need in value.items()}

    @model_validator(mode="after")
    def _asks_one_way(self) -> Rule:
        if self.kind == "manual" and (self.query or not self.question):
            raise ValueError("a manual rule has a question and no query")
        if self.kind == "query" and self.status != "alias" and not (self.query and self.message):
            raise ValueError("a rule has a query and a message")
        if (self.status == "alias") != (self.alias_of is not None):
            raise ValueError("`alias_of` stands in a rule of status alias, and only there")
        return self
