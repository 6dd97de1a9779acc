"""The mailboxes of a synthetic organization: each is one of the sample's under another name, in a database of some cell."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.organization_cells import LEFT_OUT, Cell, guid_of
from scripts.contoso.names import DATABASES_DN, DOMAIN_SID, guid
from scripts.contoso.people import MAILBOXES, Mailbox

TABLES = ("mailboxes", "cas_mailboxes", "users", "ad_mailbox_acls")
ACCOUNTS = "ad_accounts"
"""Has a row only for what is no person's mailbox, beside those of administrators."""
FIRST_RID = 100_000
GIVEN = ("Ana", "Boris", "Chloé", "Dana", "Emil", "Fatima", "Goran", "Hana", "Ivo", "Jürgen", "Kaja", "Liam", "Mira", "Nils", "Olga", "Paul")
FAMILY = (
    "Abate",
    "Bauer",
    "Costa",
    "Duval",
    "Eriks",
    "Fuchs",
    "Garcia",
    "Holm",
    "Ilić",
    "Jansen",
    "Kovač",
    "Lange",
    "Müller",
    "Novak",
    "Okoro",
    "Weiß",
)
PLAIN = str.maketrans({"é": "e", "ü": "ue", "ć": "c", "č": "c", "ß": "ss"})
USERS_IN_100 = 92
"""Of a hundred mailboxes; the others are rooms, equipment and shared ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A mailbox of the sample as templates, by dataset: each an object's text with `%(name)s` where a mailbox differs."""

    source: Mailbox
    texts: Mapping[str, str]


def kinds_in(sample: Mapping[str, Mapping[str, str]]) -> list[Kind]:
    """Return the kinds that the sample has on servers of today; `sample` holds each table's objects by distinguished name or SID."""
    return [Kind(source=source, texts=dict(_texts(source, sample))) for source in MAILBOXES if source.server not in LEFT_OUT]


def _texts(source: Mailbox, sample: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    for table, rows in sample.items():
        text = rows.get(source.dn, rows.get(_sid(source.rid)))
        if text is not None and (table != ACCOUNTS or source.kind != "UserMailbox"):
            yield table, _template(text, source)


def _sid(rid: int) -> str:
    return f"{DOMAIN_SID}-{rid}"


def _template(text: str, source: Mailbox) -> str:
    slots = {
        source.name: "name",
        source.alias: "alias",
        source.alias[:20]: "alias",
        source.server.lower(): "server",
        source.database: "database",
        _sid(source.rid): "sid",
        guid(source.dn): "guid",
        guid(f"mailbox of {source.name}"): "exchange_guid",
        _database_guid(source.database): "database_guid",
    }
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(slots, key=len, reverse=True)))
    return pattern.sub(lambda match: f"%({slots[match.group()]})s", text.replace("%", "%%"))


def _database_guid(name: str) -> str:
    return guid(f"CN={name},{DATABASES_DN}")


def people(kinds: Sequence[Kind], cells: Sequence[Cell], count: int, seed: int) -> Iterator[tuple[Kind, dict[str, str]]]:
    """Yield kind and facts of each mailbox: its names, SID, GUIDs, server and database."""
    rng = random.Random(seed)  # noqa: S311 - a seeded choice, no secret
    users = [kind for kind in kinds if kind.source.kind == "UserMailbox"]
    others = [kind for kind in kinds if kind.source.kind != "UserMailbox"]
    for number in range(count):
        kind = rng.choice(users if rng.randrange(100) < USERS_IN_100 else others)
        fitting = cells if kind.source.server == "EX16" else [cell for cell in cells if kind.source.server in cell.machines] or cells
        yield kind, _facts(kind, rng.choice(fitting), f"{rng.choice(GIVEN)} {rng.choice(FAMILY)} {number:06}", number)


def _facts(kind: Kind, cell: Cell, name: str, number: int) -> dict[str, str]:
    server, database = kind.source.server, kind.source.database
    if server not in cell.machines:
        server, database = "EX16", "DB16"
    return {
        "name": name,
        "alias": name.lower().translate(PLAIN).replace(" ", "."),
        "server": cell.name(server).lower(),
        "database": cell.replaced(database),
        "sid": _sid(FIRST_RID + number),
        "guid": guid_of(f"{cell.seed} mailbox {number}"),
        "exchange_guid": guid_of(f"{cell.seed} store {number}"),
        "database_guid": cell.guid(_database_guid(database)),
    }
