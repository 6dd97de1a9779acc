"""What an analyst may write into `site.yaml`; the grammar of the file.

One class per table, without its `site_` prefix. A boolean that is left out is unknown, never false.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, StrictBool, StringConstraints, field_validator, model_validator

NONE = "none"
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Sid = Annotated[str, StringConstraints(pattern=r"^S-1(-\d+)+$")]
Domain = Annotated[str, StringConstraints(strip_whitespace=True, to_lower=True, pattern=r"^(\*\.)?[a-z0-9_]([a-z0-9._-]*[a-z0-9])?$")]


def netbios(name: str) -> str:
    """Return a server's name as tables spell it: the NetBIOS part in upper case."""
    return name.strip().partition(".")[0].upper()


ServerName = Annotated[Text, AfterValidator(netbios)]


class Row(BaseModel):
    """Strict base of a row; `KEY` names the columns that no two rows share."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    KEY: ClassVar[tuple[str, ...]] = ()


class Gateway(Row):
    """A host in front of Exchange; the name `none` declares that there is none."""

    KEY = ("name",)
    name: Text
    ranges: list[Text] = []
    direction: Literal["inbound", "outbound", "both"] | None = None
    filters_spam: StrictBool | None = None
    removes_attachments: StrictBool | None = None
    rewrites_headers: StrictBool | None = None
    checks_recipients: StrictBool | None = None
    does_spf: StrictBool | None = None
    signs_dkim: StrictBool | None = None
    anti_spoof: StrictBool | None = None

    @model_validator(mode="after")
    def _none_says_nothing_else(self) -> Gateway:
        if self.name == NONE and self.model_fields_set != {"name"}:
            raise ValueError("a row named none declares that nothing stands in front; it has no other column")
        return self


class InternetFacing(Row):
    KEY = ("server", "connector")
    server: ServerName
    connector: Text
    is_internet_facing: StrictBool


class AllowedForwarding(Row):
    """A domain, a mailbox, or both: mail may go to that domain, from that mailbox."""

    KEY = ("domain", "mailbox")
    domain: Domain | None = None
    mailbox: Text | None = None
    reason: Text

    @model_validator(mode="after")
    def _names_something(self) -> AllowedForwarding:
        if self.domain is None and self.mailbox is None:
            raise ValueError("name a domain, a mailbox, or both")
        return self


class ServiceAccount(Row):
    KEY = ("sid", "name")
    sid: Sid | None = None
    name: Text | None = None
    purpose: Text | None = None

    @model_validator(mode="after")
    def _names_somebody(self) -> ServiceAccount:
        if self.sid is None and self.name is None:
            raise ValueError("name the account by sid, by name, or both; only the sid is never ambiguous")
        return self


class OwnDomain(Row):
    KEY = ("domain",)
    domain: Domain
    kind: Literal["internal", "partner", "tenant"] | None = None


class InternalNetwork(Row):
    KEY = ("range",)
    range: Text
    note: Text | None = None


class PublishedPath(Row):
    KEY = ("path",)
    path: Annotated[str, StringConstraints(strip_whitespace=True, to_lower=True, pattern=r"^/\S+$")]
    is_published: StrictBool


class TimeSource(Row):
    """A host and what kind of source it is; the host `none` declares that there is no source outside the forest."""

    KEY = ("host",)
    host: Annotated[str, StringConstraints(strip_whitespace=True, to_lower=True, min_length=1)]
    kind: Literal["internal", "public", "hardware", "hypervisor"] | None = None

    @model_validator(mode="after")
    def _a_host_has_a_kind(self) -> TimeSource:
        if (self.host == NONE) != (self.kind is None):
            raise ValueError("a source has a kind (internal, public, hardware, hypervisor); the host none has none")
        return self


class ServerAnswer(Row):
    KEY = ("server",)
    server: ServerName
    purpose: Text | None = None
    internet_reachable: StrictBool | None = None
    has_internet: StrictBool | None = None


class EdgeSubscription(Row):
    KEY = ("edge_server",)
    edge_server: ServerName
    organization: Text


class Answers(BaseModel):
    """The file: one key per table; a key that is left out, or an empty list, declares nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    gateways: list[Gateway] = []
    internet_facing: list[InternetFacing] = []
    allowed_forwarding: list[AllowedForwarding] = []
    service_accounts: list[ServiceAccount] = []
    own_domains: list[OwnDomain] = []
    internal_networks: list[InternalNetwork] = []
    published_paths: list[PublishedPath] = []
    time_sources: list[TimeSource] = []
    servers: list[ServerAnswer] = []
    edge_subscriptions: list[EdgeSubscription] = []
    choices: dict[str, Text] = {}

    @field_validator("*", mode="before")
    @classmethod
    def _an_empty_key_declares_nothing(cls, value: Any, info: Any) -> Any:  # pydantic hands over untyped values
        return ({} if info.field_name == "choices" else []) if value is None else value

    @field_validator("choices", mode="before")
    @classmethod
    def _truth_values_are_words(cls, value: Any) -> Any:  # YAML reads a bare yes as true
        if not isinstance(value, dict):
            return value
        return {name: {True: "yes", False: "no"}[answer] if isinstance(answer, bool) else answer for name, answer in value.items()}
