"""Words that redaction leaves as they are, because they are the product's and everybody's and not a customer's.

They travel in the collector's script too: `exposture datasets collector-vectors` writes both. Everything is in lower
case; patterns are read by Python and by .NET alike, without regard to case.
"""

from __future__ import annotations

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in text.split(";"))


LABELS = _words(
    """
    organization management; view-only organization management; recipient management; records management; server management;
    discovery management; public folder management; delegated setup; help desk; hygiene management; compliance management; security reader;
    security administrator; um management; exchange servers; exchange trusted subsystem; exchange windows permissions;
    exchange install domain servers; exchange organization administrators; exchange recipient administrators;
    exchange view-only administrators; exchange public folder administrators; exchange enterprise servers; exchange domain servers;
    exchangelegacyinterop; managed availability servers; domain admins; domain users; domain guests; domain computers; domain controllers;
    enterprise admins; schema admins; enterprise domain controllers; enterprise read-only domain controllers; read-only domain controllers;
    group policy creator owners; cert publishers; key admins; enterprise key admins; protected users; cloneable domain controllers;
    ras and ias servers; allowed rodc password replication group; denied rodc password replication group; dnsadmins; dnsupdateproxy;
    administrators; administrator; users; guests; guest; krbtgt; account operators; server operators; print operators; backup operators;
    replicator; remote desktop users; remote management users; network configuration operators; performance log users;
    performance monitor users; distributed com users; event log readers; cryptographic operators; iis_iusrs;
    certificate service dcom access; pre-windows 2000 compatible access; windows authorization access group;
    terminal server license servers; incoming forest trust builders; hyper-v administrators; access control assistance operators;
    storage replica administrators; nt authority; nt service; builtin; ms exchange; nt virtual machine; iis apppool; window manager;
    font driver host; system; local system; localsystem; local service; localservice; network service; networkservice; anonymous logon;
    authenticated users; everyone; self; creator owner; creator group; interactive; network; service; batch; principal self;
    this organization; other organization; restricted; edge transport servers; externally secured servers; hub transport servers;
    legacy exchange servers; partner servers; sitemailbox granted access members; default; anonymous; default policy;
    default global address list; default offline address book; default offline address list; default role assignment policy;
    default sharing policy; default retention policy; default mrm policy; default archive and retention policy;
    default address book policy; default throttling policy; default web site; exchange back end; default-first-site-name;
    defaultipsitelink; first administrative group; first organization; exchange administrative group (fydibohf23spdlt);
    exchange routing group (dwbgzmfd01qnbjr); all address lists; all users; all contacts; all groups; all rooms; all distribution lists;
    public folders; offline global address list; arbitrationmailboxdefaultpolicy; global throttling policy; globalthrottlingpolicy;
    wildcard; tnef; microsoft exchange; microsoft exchange server auth certificate; microsoft exchange certificate;
    microsoft exchange hosted services; wmsvc; wmsvc-sha2; in-place archive; journaling; postmaster; abuse; mailer-daemon; inbox; calendar;
    contacts; tasks; sent items; deleted items; ips internal; non_ipm_subtree; ipm_subtree
    """
)
LABEL_PATTERNS = (
    r"^(?:owa|ecp|ews|oab|rpc|rpcwithcert|mapi|autodiscover|powershell|microsoft-server-activesync) \((?:default web site|exchange back end)\)$",
    r"^(?:exchange|exchweb|public|exadmin) \(default web site\)$",
    r"^mailbox database [0-9]{10}$",
    r"^public folder database [0-9]{10}$",
    r"^(?:inbound from|outbound to) office 365(?: - [0-9a-f-]{36})?$",
    r"^on-premises to office 365(?: - [0-9a-f-]{36})?$",
    r"^edgesync - (?:inbound to )?default-first-site-name(?: to internet)?$",
    r"^defaultthrottlingpolicy_[0-9a-f-]{36}$",
    r"^health ?mailbox-?[0-9a-f-]{32,36}$",
    r"^(?:systemmailbox|discoverysearchmailbox ?)\{[0-9a-f-]{36}\}$",
    r"^(?:federatedemail|migration|healthmailbox)\.[0-9a-f-]{36}$",
    r"^microsoftexchange[0-9a-f]{32}$",
    r"^(?:sm_|healthmailbox)[0-9a-f]{7,17}$",
)
SERVER_PATTERN = (
    r"^((?:default|client|default frontend|client frontend|client proxy|outbound proxy frontend|default internal receive connector"
    r"|internal receive connector|anonymous relay|windows sbs internet receive|windows sbs fax sharepoint receive) )([^ ]+)()$"
)
"""Groups: the product's words, the server's name, the end."""

CONTAINERS = LABELS | _words(
    """
    builtin; computers; configuration; services; schema; sites; subnets; inter-site transports; ip; smtp; ntds settings; servers;
    partitions; extended-rights; displayspecifiers; wellknown security principals; forestupdates; lostandfound; lostandfoundconfig;
    ntds quotas; physical locations; windows nt; windows; microsoft windows; microsoft corporation; directory service;
    foreignsecurityprincipals; managed service accounts; program data; microsoft; system; adminsdholder; policies;
    password settings container; microsoft exchange security groups; microsoft exchange system objects; microsoft exchange autodiscover;
    monitoring mailboxes; administrative groups; routing groups; connections; databases; database availability groups; information store;
    informationstore; microsoft mta; microsoft system attendant; microsoft dsa; protocols; http; imap4; pop3; nntp; autodiscover;
    smtp receive connectors; smtp send connectors; transport settings; transport; frontend; rules; transportversioned; dlppolicies;
    message hygiene; message classifications; message delivery restrictions; accepted domains; internet message formats; domains;
    delivery restrictions; journaling; global settings; recipient policies; system policies; client access; outlook web access;
    mobile mailbox settings; mobile mailbox policies; owa mailbox policies; elc folders container; elc mailbox policies;
    retention policies container; retention policy tag container; um dialplan container; um mailbox policies; um autoattendant container;
    um hunt groups container; address lists container; address-templates; addressing; offline address lists; all global address lists;
    all system address lists; display-templates; email address policies; federation; federation trusts; organization relationships;
    availability configuration; auth configuration; partner applications; hybrid configuration; rbac; roles; role assignments; scopes;
    role assignment policies; default exchange migration; exchange assistance; exchange settings; active directory connections; arrays;
    client access arrays; folder hierarchies; public folders; monitoring settings; workload management settings; throttling policies;
    resource policies; address book mailbox policies; address book routing; hosted content filter; remote accounts policies container;
    intra-organization connectors; sharing policies; provisioning policy container; approval applications; chat networks; conferencing
    """
)
SUFFIXES = _words(
    """
    com; net; org; info; biz; name; pro; edu; gov; mil; int; arpa; aero; asia; cat; coop; jobs; mobi; museum; post; tel; travel; xyz; app;
    cloud; dev; online; shop; site; store; tech; top; club; group; company; email; agency; services; solutions; systems; technology;
    network; digital; global; world; health; care; bank; berlin; hamburg; london; local; localdomain; localhost; lan; internal; intern;
    intra; intranet; private; corp; home; home.arpa; example; test; invalid; onmicrosoft.com; mail.onmicrosoft.com; protection.outlook.com;
    mail.protection.outlook.com; outlook.com; office.com; office365.com; microsoft.com; microsoftonline.com; windows.com; windows.net;
    time.windows.com; pool.ntp.org; ntp.org; time.nist.gov
    """
)
"""Endings of DNS names that stay. Every two letters at the end are a country and stay too."""

SECOND_LEVELS = frozenset({"ac", "co", "com", "edu", "gob", "gov", "gv", "ne", "net", "nom", "or", "org"})
"""What may stand in front of a country's two letters and stays with them."""

NO_TERMS = _words(
    """
    access; active; administrator; client; default; edge; exchange; frontend; hub; local; localhost; mail; mailbox; microsoft; none; null;
    org; owa; server; smtp; system; test; transport; true; false; users; windows; workgroup
    """
)
"""Names of servers or organizations that are words of the product: in text they point to nobody, and the product's words stay what they are."""

SPECIAL_UNITS: Mapping[str, tuple[int, ...]] = {
    "169": (254,),
    "192": (0, 31, 52, 88, 168, 175),
    "198": (18, 19, 51),
    "203": (0,),
    "192.0": (0, 2),
    "192.31": (196,),
    "192.52": (193,),
    "192.88": (99,),
    "192.175": (48,),
    "198.51": (100,),
    "203.0": (113,),
}
"""Octets after a prefix that belong to special-purpose networks (rules/data/special_networks.csv) inside of public ones."""

TEXT_PATTERNS = (
    r"S-1-[0-9]+(?:-[0-9]+)+",
    r"""[^ \t\r\n@<>"'(),;:=\[\]\\/]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+""",
    r"(?:CN|OU|DC|O|L)=(?:\\.|[^,\\=\r\n])+(?:, ?(?:CN|OU|DC|O|L)=(?:\\.|[^,\\=\r\n])+)*, ?DC=[A-Za-z0-9_-]+",
    r"""\\Users\\[^\\/:*?"<>|\r\n]+""",
    r"(?<![A-Za-z0-9:\\])\\\\[A-Za-z0-9_.-]+",
    r"(?<![A-Za-z0-9:.])(?:[0-9A-Fa-f]{0,4}:){2,7}(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9A-Fa-f]{0,4})(?![A-Za-z0-9:]|\.[0-9])",
    r"(?<![A-Za-z0-9.])(?<!ersion )[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?:/[0-9]{1,2}|-[0-9]{1,3}(?:\.[0-9]{1,3}){3})?(?![A-Za-z0-9]|\.[0-9])",
)
"""What is replaced in any text: SID, mail address, distinguished name, user's folder, share, IPv6, IPv4."""
