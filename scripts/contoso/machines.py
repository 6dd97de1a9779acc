"""The machines of Contoso: five Exchange servers and two domain controllers."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.contoso.names import AD_DOMAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """One machine. `version` is the Exchange generation, `setup` the file version of ExSetup.exe; empty on a domain controller."""

    name: str
    address: str
    caption: str
    windows: str
    ubr: int | None
    version: str = ""
    display: str = ""
    setup: str = ""
    roles: tuple[str, ...] = ()
    installed: str = "2019-05-14T08:12:31Z"
    booted: str = "2026-08-12T03:04:11Z"

    @property
    def fqdn(self) -> str:
        return f"{self.name.lower()}.{AD_DOMAIN}"

    @property
    def is_edge(self) -> bool:
        return "Edge" in self.roles

    @property
    def is_old(self) -> bool:
        """Whether it runs Exchange 2010 and Windows 2008 R2."""
        return self.version == "2010"

    @property
    def path(self) -> str:
        """Return the folder that Exchange is installed in."""
        return rf"C:\Program Files\Microsoft\Exchange Server\{'V14' if self.is_old else 'V15'}"

    @property
    def build(self) -> int:
        """Return the build number of Windows."""
        return int(self.windows.split(".")[2])


SERVER_2022, SERVER_2019, SERVER_2016, SERVER_2008 = (
    "Microsoft Windows Server 2022 Standard",
    "Microsoft Windows Server 2019 Standard",
    "Microsoft Windows Server 2016 Standard",
    "Microsoft Windows Server 2008 R2 Standard ",
)
EX19A = Machine(
    name="EX19A",
    address="10.20.1.11",
    caption=SERVER_2022,
    windows="10.0.20348",
    ubr=4171,
    version="2019",
    display="15.2.1748.10",
    setup="15.2.1748.49",
    roles=("Mailbox",),
)
EX19B = Machine(
    name="EX19B",
    address="10.20.1.12",
    caption=SERVER_2022,
    windows="10.0.20348",
    ubr=4171,
    version="2019",
    display="15.2.1748.10",
    setup="15.2.1748.26",
    roles=("Mailbox",),
    booted="2026-06-13T02:51:40Z",
)
EX16 = Machine(
    name="EX16",
    address="10.20.1.13",
    caption=SERVER_2016,
    windows="10.0.14393",
    ubr=8330,
    version="2016",
    display="15.1.2507.6",
    setup="15.1.2507.61",
    roles=("Mailbox",),
    installed="2017-03-02T09:30:10Z",
    booted="2026-07-19T22:15:02Z",
)
EX10 = Machine(
    name="EX10",
    address="10.20.1.10",
    caption=SERVER_2008,
    windows="6.1.7601",
    ubr=None,
    version="2010",
    display="14.3.123.4",
    setup="14.3.513.0",
    roles=("Mailbox", "ClientAccess", "HubTransport"),
    installed="2011-09-20T11:05:42Z",
    booted="2025-12-01T04:40:19Z",
)
EDGE1 = Machine(
    name="EDGE1",
    address="10.20.9.5",
    caption=SERVER_2022,
    windows="10.0.20348",
    ubr=4171,
    version="2019",
    display="15.2.1748.10",
    setup="15.2.1748.49",
    roles=("Edge",),
    installed="2020-02-11T10:00:00Z",
)
DC1 = Machine(name="DC1", address="10.20.1.2", caption=SERVER_2022, windows="10.0.20348", ubr=4171)
DC2 = Machine(name="DC2", address="10.20.1.3", caption=SERVER_2019, windows="10.0.17763", ubr=7792)

MAILBOX_SERVERS = (EX19A, EX19B, EX16, EX10)
MODERN = (EX19A, EX19B, EX16)
SERVERS = (*MAILBOX_SERVERS, EDGE1)
CONTROLLERS = (DC1, DC2)
