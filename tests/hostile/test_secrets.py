"""Secrets that an export should never have held are nowhere in what is made of it: outputs, log, messages, temporary files."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from pypdf import PdfReader

from exposture.ingest.clixml_writer import Shape, Typed, Writable, write_clixml
from tests.conftest import Ran
from tests.hostile.case import KIND
from tests.small import CONNECTORS, seal, small_bundle
from tests.unit.bundle.samples import loose

Run = Callable[..., Ran]
SEED = "S3cr3t-hunter2"
HEX = SEED.encode("utf-16-le").hex()
BLOB = SEED.encode()
FORMATS = ["-f", "json", "-f", "html", "-f", "pdf"]
CREDENTIAL = Shape(types=("System.Management.Automation.PSCredential",), adapted={"UserName": "u", "Password": Typed("SS", HEX)})
KEYS = f"""<machineKey validationKey="{SEED}" decryptionKey='{SEED}' />"""
CONFIG = f'<configuration><add key="a" password="{SEED}" />{KEYS}<password>{SEED}</password></configuration>'
PLANTED: dict[str, Writable] = {
    "Secure": Typed("SS", HEX),
    "Credential": CREDENTIAL,
    "ServicePassword": SEED,
    "ClientSecret": SEED,
    "AuthToken": SEED,
    "ApiKey": SEED,
    "PIN": SEED,
    "PrivateKey": BLOB,
    "SharedKey": [SEED, SEED],
    "WebConfig": CONFIG,
    "ApplicationHostConfig": Typed("XD", CONFIG),
    "Connection": f"<add connectionString='Server=a;Password={SEED};' />",
    "SerializationData": BLOB,
}


def planted(column: str) -> list[Writable]:
    """Return domains that hold every secret beside what the catalog reads, and in the place of what it reads."""
    base: dict[str, Writable] = {"DomainName": "contoso.com", "DomainType": "Authoritative"}
    secret = Typed("SS", HEX) if column == "secure" else CREDENTIAL if column == "credential" else CONFIG
    columns = dict.fromkeys(("Name", "Identity", "Guid", "Default", "WhenCreated"), secret)
    return [Shape(types=(KIND,), adapted={"Name": "contoso.com", **base, **PLANTED}), Shape(types=(KIND,), adapted={**base, **columns})]


def everything(ran: Ran, *folders: Path) -> bytes:
    """Return all bytes that a run made, the text of a PDF and the cells of a Parquet file included."""
    parts = [ran.out.encode(), ran.err.encode()]
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        parts.append(path.read_bytes())
        if path.suffix == ".pdf":
            parts += [page.extract_text().encode() for page in PdfReader(path).pages]
        if path.suffix == ".parquet":
            parts.append(str(pq.read_table(path).to_pylist()).encode())
    return b"\n".join(parts)


def assert_silent(found: bytes) -> None:
    squeezed = b"".join(found.split())  # a PDF breaks lines inside of words
    assert SEED.encode() not in squeezed
    assert HEX.encode() not in squeezed
    assert b"UzNjcjN0LWh1bnRlcjI" not in squeezed


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of temporary files and the working folder, both empty."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.chdir(folder)
    return folder


def csv_of_secrets() -> bytes:
    names = [name for name in PLANTED if isinstance(PLANTED[name], str) and "onfig" not in name and name != "Connection"]
    header = ",".join(f'"{name}"' for name in ("Name", "DomainName", "DomainType", *names))
    return (header + "\r\n" + ",".join(['"fabrikam.com"', '"fabrikam.com"', '"Authoritative"', *[f'"{SEED}"'] * len(names)]) + "\r\n").encode()


@pytest.mark.slow
def test_secrets_of_loose_exports_are_nowhere(run: Run, tmp_path: Path, scratch: Path) -> None:
    files = {f"{column}__Get-AcceptedDomain_xml": write_clixml(planted(column)) for column in ("secure", "credential", "config")}
    cut = write_clixml(planted("secure"))
    connector = write_clixml([Shape(types=(CONNECTORS,), adapted={"Name": "Scanner", "Server": "EX1", **PLANTED})])
    loose(
        tmp_path / "in",
        ReceiveConnectors_xml=connector,
        cut__AcceptedDomain_xml=cut[: len(cut) - 40],
        csv__AcceptedDomain_csv=csv_of_secrets(),
        **files,
    )

    ran = run("-v", "audit", tmp_path / "in", "-o", tmp_path / "out", *FORMATS)

    assert ran.code == 4, ran.err
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".html", ".json", ".parquet", ".pdf"]
    assert_silent(everything(ran, tmp_path / "out", scratch))
    assert list(scratch.rglob("*")) == []


@pytest.mark.slow
def test_secrets_of_a_bundle_are_nowhere(run: Run, tmp_path: Path, scratch: Path) -> None:
    folder = small_bundle(tmp_path / "in")
    (folder / "org" / "receive_connectors.clixml").write_bytes(write_clixml([Shape(extended={"Name": "Scanner", **PLANTED})]))
    seal(folder)

    ran = run("-v", "audit", folder, "-o", tmp_path / "out", *FORMATS)

    assert ran.code == 0, ran.err
    assert_silent(everything(ran, tmp_path / "out", scratch))


@pytest.mark.parametrize("command", ["inspect", "audit"])
def test_messages_about_damage_hold_no_secret(run: Run, tmp_path: Path, scratch: Path, command: str) -> None:
    text = f'<S N="ServicePassword">{SEED}<S>{SEED}</S></S>'
    head = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">'
    ragged = csv_of_secrets() + f'"{SEED}","b"\r\n'.encode()
    loose(tmp_path / "in", AcceptedDomain_xml=f"{head}<Obj><MS>{text}</MS></Obj></Objs>".encode(), More__AcceptedDomain_csv=ragged)

    ran = run("-v", command, tmp_path / "in", *(["-o", tmp_path / "out", "-f", "json"] if command == "audit" else []))

    assert ran.code == 4
    assert_silent(everything(ran, scratch, tmp_path / "out"))


def test_a_secret_that_is_kept_would_be_seen(run: Run, tmp_path: Path) -> None:
    loose(tmp_path / "in", ReceiveConnectors_xml=write_clixml([Shape(types=(CONNECTORS,), adapted={"Name": SEED, "Server": "EX1"})]))

    ran = run("audit", tmp_path / "in", "-o", tmp_path / "out", "-f", "json")

    with pytest.raises(AssertionError):
        assert_silent(everything(ran, tmp_path / "out"))
