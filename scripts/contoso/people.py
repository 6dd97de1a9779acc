"""Who works at Contoso: the people, rooms and shared mailboxes, and where their mailboxes lie."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.contoso.names import MAIL_DOMAIN, USERS_DN


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """One mailbox and the account behind it. `kind` is the RecipientTypeDetails."""

    name: str
    rid: int
    server: str
    database: str
    kind: str = "UserMailbox"
    is_disabled: bool = False

    @property
    def alias(self) -> str:
        words = self.name.casefold().split()
        return ".".join(words) if self.kind == "UserMailbox" else "-".join(words)

    @property
    def address(self) -> str:
        return f"{self.alias}@{MAIL_DOMAIN}"

    @property
    def dn(self) -> str:
        return f"CN={self.name},{USERS_DN}"


def _people(names: str, first_rid: int, server: str, database: str) -> tuple[Mailbox, ...]:
    listed = (name.strip() for name in names.split(","))
    return tuple(Mailbox(name=name, rid=first_rid + place, server=server, database=database) for place, name in enumerate(listed))


SALES = _people("Anna Keller, Tomas Novak, Ines Duarte, Marek Wolf, Sofia Lindqvist, Peter Brandt, Mei Tanaka", 2101, "EX19A", "DB01")
FINANCE = _people("Clara Hoffmann, Daniel Osei, Ruth Abrams, Luca Ferri, Hanna Virtanen, Oskar Nilsson", 2201, "EX19B", "DB02")
WORKS = _people("Piet van Dam, Elif Demir, Jonas Weber, Nadia Petrova, Samuel Okoro", 2301, "EX16", "DB16")
ARCHIVE = _people("Greta Stein, Otto Busch", 2401, "EX10", "Mailbox Database EX10")
BOARD = (
    Mailbox(name="Viktor Sand", rid=2001, server="EX19A", database="DB01"),
    Mailbox(name="Lena Maurer", rid=2002, server="EX19A", database="DB01"),
)
LEAVER = Mailbox(name="Robert Falk", rid=1612, server="EX19B", database="DB02", is_disabled=True)
ROOMS = (
    Mailbox(name="Room Danube", rid=3001, server="EX19A", database="DB01", kind="RoomMailbox", is_disabled=True),
    Mailbox(name="Room Rhine", rid=3002, server="EX19A", database="DB01", kind="RoomMailbox", is_disabled=True),
    Mailbox(name="Room Elbe", rid=3003, server="EX16", database="DB16", kind="RoomMailbox", is_disabled=True),
)
PROJECTOR = Mailbox(name="Projector Two", rid=3101, server="EX16", database="DB16", kind="EquipmentMailbox", is_disabled=True)
FINANCE_SHARED = Mailbox(name="Finance Shared", rid=3201, server="EX19B", database="DB02", kind="SharedMailbox", is_disabled=True)
SUPPORT = Mailbox(name="Support Desk", rid=3202, server="EX19A", database="DB01", kind="SharedMailbox", is_disabled=True)
USERS = (*BOARD, *SALES, *FINANCE, *WORKS, *ARCHIVE, LEAVER)
RESOURCES = (*ROOMS, PROJECTOR)
MAILBOXES = (*USERS, *RESOURCES, FINANCE_SHARED, SUPPORT)
