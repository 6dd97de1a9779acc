"""What the usage tier counts from logs that lie in a folder: run in the evaluator, streamed and with plain cmdlets."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from exposture.catalog.dataset import Dataset
from exposture.catalog.load import load_catalog
from tests.collector import shell
from tests.collector.windows import SCRIPT, SHELLS, STATE, needed, plain

BEGIN, END = "# Usage: who uses which protocol", "\n# Core: settings"
DOCS = SCRIPT.parent.parent / "docs" / "collector.md"
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SMTP = "date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context"
MAIL = "dateTime,sessionId,seqNumber,sIp,cIp,user,duration,rqsize,rpsize,command,parameters,context,puid"
PROXY = "DateTime,RequestId,Protocol,UrlHost,AuthenticationType,IsAuthenticated,AuthenticatedUser,Organization,UserAgent,ClientIpAddress"
RPC = "date-time,session-id,seq-number,client-name,organization-info,client-software,client-software-version,client-mode,client-ip,protocol"
FRONT = "TransportRoles/Logs/FrontEnd/ProtocolLog/SmtpReceive/RECV2026112411-1.LOG"
SUMMARY = {"is_summary": True, "is_cap_hit": False}


def write(root: Path, name: str, *lines: str, age: timedelta = timedelta(hours=1)) -> Path:
    """Write a log that was last written to some time ago."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\r\n" for line in lines), encoding="utf-8", newline="")
    stamp = (NOW - age).timestamp()
    os.utime(path, (stamp, stamp))
    return path


def smtp_log(*lines: str) -> tuple[str, ...]:
    return ("#Software: Microsoft Exchange Server", "#Log-type: SMTP Receive Protocol Log", f"#Fields: {SMTP}", *lines)


def smtp(second: int, session: str, event: str, data: str, *, connector: str = "EX1\\Default Frontend EX1", remote: str = "10.1.1.7:50001") -> str:
    return f"2026-11-24T10:00:{second:02}.000Z,{connector},{session},{second},10.0.0.1:25,{remote},{event},{data},"


def section() -> str:
    whole = SCRIPT.read_text(encoding="ascii")
    return whole[whole.index(BEGIN) : whole.index(END)]


def counted(root: Path, dataset: str, before: str = "") -> tuple[list[Any], list[str]]:
    """Return the rows and the warnings of a count; every shell, constrained or not, must say the same."""
    found = [_counted(root, dataset, before, options) for options in SHELLS]
    assert found[0] == found[1] == found[2]
    return found[0]


def _counted(root: Path, dataset: str, before: str, options: dict[str, Any]) -> tuple[list[Any], list[str]]:
    usage = section()
    code = f"""
$State.IsConstrained = ${options.get("constrained", False)}
function Stop-WithoutExchange {{
    param([string]$Target)
    return 'EX'
}}
{before}
try {{
    Read-UsageSource -Dataset @{{ Name = '{dataset}' }} -Source @{{ Read = @('logs') }} -Target 'EX1'
}} catch {{
    $State.ReadStatus + ': ' + $State.ReadMessage
}}
'warnings'
$State.Warnings
"""
    result = shell.run(needed(usage) + usage + STATE + code, environment={"windir": "C:\\Windows", "SystemDrive": "C:"}, cwd=root, **options)
    assert result.error is None, str(result.error)
    values = [plain(one) for one in result.output]
    assert [str(error) for error in result.errors] == [] or isinstance(values[0], str)
    return values[: values.index("warnings")], values[values.index("warnings") + 1 :]


def rows_of(values: list[Any]) -> list[dict[str, Any]]:
    """Return the rows without the one that says what was read, and without their times."""
    return [
        {name: held for name, held in row.items() if name not in {"first_time", "last_time", "is_summary"}} for row in values if not row["is_summary"]
    ]


def summary_of(values: list[Any]) -> dict[str, Any]:
    (row,) = [row for row in values if row["is_summary"]]
    return dict(row)


def test_smtp_sessions_are_counted_by_connector_and_client(tmp_path: Path) -> None:
    write(
        tmp_path / "EX",
        FRONT,
        *smtp_log(
            smtp(1, "A", "+", ""),
            smtp(2, "A", "<", "STARTTLS"),
            smtp(3, "A", ">", "235 <authentication response>"),
            smtp(4, "A", "<", "MAIL FROM:<a@contoso.example> SIZE=1"),
            smtp(5, "A", "<", "MAIL FROM:<a@contoso.example>"),
            smtp(6, "B", "+", ""),
            smtp(7, "B", "<", '"X, quoted"'),
            smtp(8, "B", "-", ""),
            smtp(9, "C", "+", "", connector="EX1\\Relay", remote="[fe80::1]:25"),
        ),
    )

    values, warnings = counted(tmp_path, "usage_smtp_clients")

    assert rows_of(values) == [
        {
            "connector": "EX1\\Default Frontend EX1",
            "client_address": "10.1.1.7",
            "sessions": 2,
            "authenticated_sessions": 1,
            "tls_sessions": 1,
            "messages": 2,
        },
        {"connector": "EX1\\Relay", "client_address": "fe80::1", "sessions": 1, "authenticated_sessions": 0, "tls_sessions": 0, "messages": 0},
    ]
    assert warnings == []


def test_the_summary_says_what_was_read(tmp_path: Path) -> None:
    path = write(tmp_path / "EX", FRONT, *smtp_log(smtp(1, "A", "+", ""), smtp(30, "A", "<", "MAIL FROM:<>")))
    write(tmp_path / "EX", FRONT.replace("-1", "-2"), *smtp_log(smtp(1, "Z", "+", "")), age=timedelta(days=8))

    values, _ = counted(tmp_path, "usage_smtp_clients")

    assert summary_of(values)["log_files"] == 1
    assert summary_of(values)["log_bytes"] in {path.stat().st_size, path.stat().st_size - 2}
    assert summary_of(values)["first_time"] == "2026-11-24T10:00:01.000Z"
    assert summary_of(values)["last_time"] == "2026-11-24T10:00:30.000Z"
    assert summary_of(values)["is_cap_hit"] is False


def test_a_connection_between_exchange_servers_is_encrypted_too(tmp_path: Path) -> None:
    write(
        tmp_path / "EX",
        FRONT,
        *smtp_log(smtp(1, "A", "+", ""), smtp(2, "A", "<", "X-ANONYMOUSTLS"), smtp(3, "A", ">", '"235 <authentication, response>"')),
    )

    values, _ = counted(tmp_path, "usage_smtp_clients")

    assert [(row["tls_sessions"], row["authenticated_sessions"]) for row in rows_of(values)] == [(1, 1)]


def test_the_folder_that_the_transport_service_names_is_read_instead(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/RECV1-1.LOG", *smtp_log(smtp(1, "A", "+", "", remote="10.9.9.9:1")))
    write(tmp_path / "EX", FRONT, *smtp_log(smtp(1, "A", "+", "")))
    kept = "$State.Kept['frontend_transport_services'] = @(New-Object PSObject -Property @{ Name = 'EX1'; ReceiveProtocolLogPath = 'elsewhere' })"

    values, _ = counted(tmp_path, "usage_smtp_clients", kept)

    assert [row["client_address"] for row in rows_of(values)] == ["10.9.9.9"]


def test_mail_sessions_are_counted_by_user_and_client(tmp_path: Path) -> None:
    def line(session: str, user: str, command: str, port: int) -> str:
        return f"2026-11-24T10:00:01.000Z,{session},1,10.0.0.1:{port},10.1.1.70:5000,{user},1,10,5,{command},x,R=ok,"

    write(
        tmp_path / "EX",
        "Logging/Imap4/IMAP42026112411-1.LOG",
        MAIL,
        "#Software: Microsoft Exchange Server",
        f"#Fields: {MAIL}",
        line("1", "", "OpenSession", 993),
        line("1", "alice", "login", 993),
        line("1", "alice", "select", 993),
        line("2", "", "starttls", 143),
        line("2", "alice", "login", 143),
        line("3", "alice", "login", 143),
    )
    write(tmp_path / "EX", "Logging/Pop3/POP32026112411-1.LOG", MAIL, line("1", "bob", "pass", 110))

    values, _ = counted(tmp_path, "usage_mail_protocols")

    assert rows_of(values) == [
        {"protocol": "Imap4", "user": "alice", "client_address": "10.1.1.70", "logins": 3, "tls_logins": 2},
        {"protocol": "Pop3", "user": "bob", "client_address": "10.1.1.70", "logins": 1, "tls_logins": 0},
    ]


def proxy(user: str, agent: str, authentication: str = "Negotiate", second: int = 1) -> str:
    return f'2026-11-24T10:00:{second:02}.000Z,id,Ews,mail.contoso.example,{authentication},true,{user},,"{agent}",10.1.1.1'


def test_web_requests_are_counted_by_application_sign_in_agent_and_user(tmp_path: Path) -> None:
    agent = 'Microsoft Office/16.0 (Windows NT 10.0; ""x, y""; Pro)'
    write(
        tmp_path / "EX",
        "Logging/HttpProxy/Ews/HttpProxy_1-1.LOG",
        PROXY,
        f"#Fields: {PROXY}",
        proxy("CONTOSO\\alice", agent),
        proxy("CONTOSO\\Alice", agent),
    )
    write(tmp_path / "EX", "Logging/HttpProxy/Eas/HttpProxy_1-1.LOG", PROXY, proxy("CONTOSO\\bob", "Apple-iPhone12C1/1707.64", "Basic"))

    values, _ = counted(tmp_path, "usage_http_clients")

    assert rows_of(values) == [
        {"application": "ActiveSync", "authentication": "Basic", "agent": "Apple-iPhone", "user": "CONTOSO\\bob", "requests": 1},
        {"application": "EWS", "authentication": "Negotiate", "agent": "Microsoft Office", "user": "CONTOSO\\alice", "requests": 2},
    ]


def test_iis_logs_are_counted_where_there_are_no_logs_of_the_proxy(tmp_path: Path) -> None:
    fields = "date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status"
    write(
        tmp_path,
        "C:/inetpub/logs/LogFiles/W3SVC1/u_ex261124.log",
        f"#Fields: {fields}",
        "2026-11-24 10:00:00 10.0.0.1 POST /EWS/Exchange.asmx - 443 CONTOSO\\alice 10.1.1.1 Microsoft+Office/14.0 200",
        "2026-11-24 10:00:01 10.0.0.1 GET /healthcheck.htm - 443 - 10.1.1.1 probe 200",
        "2026-11-24 10:00:02 10.0.0.1 GET /owa - 443 - 10.1.1.1 Mozilla/5.0+(Windows) 302",
    )

    values, _ = counted(tmp_path, "usage_http_clients")

    assert rows_of(values) == [
        {"application": "EWS", "authentication": None, "agent": "Microsoft Office", "user": "CONTOSO\\alice", "requests": 1},
        {"application": "OWA", "authentication": None, "agent": "Mozilla", "user": "", "requests": 1},
    ]
    assert summary_of(values)["last_time"] == "2026-11-24T10:00:02Z"


def test_builds_of_outlook_have_a_number_of_users_and_no_name(tmp_path: Path) -> None:
    agent = "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.14326; Pro)"
    lines = [proxy(user, agent) for user in ("CONTOSO\\alice", "CONTOSO\\ALICE", "count", "keys")]
    write(tmp_path / "EX", "Logging/HttpProxy/Mapi/HttpProxy_1-1.LOG", PROXY, *lines)
    write(tmp_path / "EX", "Logging/HttpProxy/RpcHttp/HttpProxy_1-1.LOG", PROXY, proxy("CONTOSO\\carol", "MSRPC"))

    values, _ = counted(tmp_path, "usage_outlook_builds")

    assert rows_of(values) == [
        {"application": "MAPI", "client_build": "16.0.14326", "users": 3, "requests": 4},
        {"application": "RPC", "client_build": None, "users": 1, "requests": 1},
    ]


def test_builds_of_outlook_come_from_rpc_client_access_on_old_servers(tmp_path: Path) -> None:
    def line(name: str, software: str, build: str) -> str:
        return f"2026-11-24T10:00:01.000Z,1,0,/o=Contoso/cn={name},,{software},{build},Cached,10.1.1.1,ncacn_ip_tcp"

    write(
        tmp_path / "EX",
        "Logging/RPC Client Access/RCA_20261124-1.LOG",
        f"#Fields: {RPC}",
        line("alice", "OUTLOOK.EXE", "14.0.6109.5000"),
        line("bob", "OUTLOOK.EXE", "14.0.6109.5000"),
        line("mover", "MSExchangeMailboxReplication.exe", "14.3.123.0"),
    )

    values, _ = counted(tmp_path, "usage_outlook_builds")

    assert rows_of(values) == [{"application": "RPC", "client_build": "14.0.6109.5000", "users": 2, "requests": 2}]


def test_a_log_with_other_columns_is_said_and_not_counted(tmp_path: Path) -> None:
    write(tmp_path / "EX", "Logging/Pop3/POP3-1.LOG", "dateTime,session,user", "2026-11-24T10:00:01.000Z,1,alice")
    write(tmp_path / "EX", "Logging/Imap4/IMAP4-1.LOG", MAIL)

    values, warnings = counted(tmp_path, "usage_mail_protocols")

    assert rows_of(values) == []
    assert warnings == ["1 logs could not be opened or have other columns than this script knows"]


def test_without_a_log_the_count_says_so_and_has_no_row(tmp_path: Path) -> None:
    (tmp_path / "EX").mkdir()

    values, _ = counted(tmp_path, "usage_mail_protocols")

    assert values == ["not-available: no log of the last 7 days was found: protocol logging is off, or the logs lie elsewhere"]


@pytest.mark.parametrize("limit", ["Files = 1", "Bytes = [long]400", "Rows = 1", "Seconds = 0"])
def test_each_limit_ends_the_count_and_is_said(tmp_path: Path, limit: str) -> None:
    name = limit.split(maxsplit=1)[0]
    for hours, address in ((1, "10.1.1.1:1"), (2, "10.1.1.2:1")):
        write(tmp_path / "EX", FRONT.replace("-1", f"-{hours}"), *smtp_log(smtp(1, "A", "+", "", remote=address)), age=timedelta(hours=hours))
    change = f"$UsageLimit['{name}'] ={limit.partition('=')[2]}"

    values, _ = counted(tmp_path, "usage_smtp_clients", change)

    if name == "Seconds":
        assert values == ["not-available: the logs are larger than this count may read, or the time was over before the first"]
    else:
        assert [row["client_address"] for row in rows_of(values)] == ["10.1.1.1"]
        assert summary_of(values)["is_cap_hit"] is True


def test_one_application_leaves_time_and_bytes_to_the_others(tmp_path: Path) -> None:
    for number in range(8):
        write(tmp_path / "EX", f"Logging/HttpProxy/Autodiscover/HttpProxy_1-{number}.LOG", PROXY, proxy("CONTOSO\\alice", "a"))
    write(tmp_path / "EX", "Logging/HttpProxy/RpcHttp/HttpProxy_1-1.LOG", PROXY, proxy("CONTOSO\\bob", "MSRPC"))

    values, _ = counted(tmp_path, "usage_http_clients", "$UsageLimit['Files'] = 9")

    assert [(row["application"], row["requests"]) for row in rows_of(values)] == [("Autodiscover", 1), ("RPC", 1)]
    assert summary_of(values)["is_cap_hit"] is True


@pytest.mark.parametrize("dataset", [one for one in load_catalog().values() if one.name.startswith("usage_")], ids=lambda one: str(one.name))
def test_the_catalog_names_the_columns_of_the_logs_that_the_script_reads(dataset: Dataset) -> None:
    kinds = {
        "usage_smtp_clients": ("Smtp",),
        "usage_mail_protocols": ("Mail",),
        "usage_http_clients": ("Proxy", "Iis"),
        "usage_outlook_builds": ("Outlook", "Rpc"),
    }
    fields = {kind: re.findall(r"'([^']+)'", found) for kind, found in re.findall(r"^    (\w+) += @\((.*)\)$", section(), flags=re.MULTILINE)}

    wanted = {name for kind in kinds[dataset.name] for name in fields[kind]}

    said = {name for part in str(dataset.sources[0].file).split(";") for name in part.partition(": ")[2].split(", ")}
    assert said == wanted
    assert sorted(name for name in wanted if f"`{name}`" not in DOCS.read_text(encoding="utf-8")) == []
