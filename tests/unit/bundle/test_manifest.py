from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import pytest

from exposture.bundle.manifest import Manifest, read_manifest
from exposture.errors import ManifestError
from exposture.model.coverage import Integrity, Status

RUN = b"key,value\r\nschema_version,1\r\n"
HEADER = "dataset,target,attempt,tier,status,rows,started_utc,message\r\n"
DIGEST = "ab" * 32


def manifest(*, run: bytes = RUN, datasets: str = HEADER, **more: bytes) -> Manifest:
    names = {"files": "files.csv", "errors": "errors.csv", "sums": "SHA256SUMS"}
    contents: Mapping[str, bytes] = {"run.csv": run, "datasets.csv": datasets.encode()} | {names[key]: value for key, value in more.items()}
    return read_manifest(contents.__getitem__, frozenset(contents))


def fault(**files: object) -> str:
    with pytest.raises(ManifestError) as caught:
        manifest(**files)  # type: ignore[arg-type]  # words of a test
    return str(caught.value)


def status_of(datasets: str) -> Status:
    return manifest(datasets=HEADER + datasets).lines["mailboxes", "org"].status


def test_run_is_typed_and_its_times_are_naive_utc() -> None:
    run = manifest(run=RUN + b'started_utc,2026-08-14T10:00:00+02:00\r\nended_utc,2026-08-14 09:00:00Z\r\ntiers,"core, extended"\r\n').run

    assert (run.started, run.ended) == (datetime(2026, 8, 14, 8), datetime(2026, 8, 14, 9))  # noqa: DTZ001
    assert (run.tiers, run.redaction, run.is_interrupted) == (frozenset({"core", "extended"}), "none", False)


def test_run_without_tiers_asked_for_core() -> None:
    assert manifest().run.tiers == {"core"}


def test_interrupted_run_is_said() -> None:
    assert manifest(run=RUN + b"status,interrupted\r\n").run.is_interrupted


def test_byte_order_mark_and_quotes_are_read() -> None:
    assert manifest(run=b'\xef\xbb\xbf"key","value"\r\n"schema_version","1"\r\n"org_name","a ""b"""\r\n').run.values["org_name"] == 'a "b"'


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (b"key,value\r\n", "schema_version is missing; expected 1 in run.csv"),
        (b"key,value\r\nschema_version,2\r\n", "schema_version is 2, this version of exposture reads 1; use a newer exposture in run.csv:2"),
        (b"key,value\r\nschema_version,one\r\n", "schema_version is 'one'; expected 1 in run.csv:2"),
        (b"key,value\r\nschema_version,0\r\n", "schema_version is '0'; expected 1 in run.csv:2"),
        (b"key,value\r\nschema_version,1\r\nredaction,lots\r\n", "redaction is 'lots'; expected one of none, names, strict in run.csv:3"),
        (RUN + b"a,b\r\na,c\r\n", "the key 'a' stands twice in run.csv:4"),
        (RUN + b"ended_utc,yesterday\r\n", "ended_utc is 'yesterday'; expected a UTC time like 2026-08-14T09:00:00Z in run.csv:3"),
        (RUN + b"a,b,c\r\n", "3 values, expected 2 as in the header in run.csv:3"),
        (RUN + b'"a,b\r\n', "is no CSV: unexpected end of data in run.csv:3"),
        (RUN + b"a,\xff\r\n", "is not UTF-8; expected what the collector wrote in run.csv:3"),
        (b"", "is empty; expected a header line in run.csv:1"),
        (b"name,value\r\n", "the header lacks key in run.csv:1"),
        (b"key,value,key\r\n", "the header names a column twice in run.csv:1"),
    ],
)
def test_faults_of_run_name_file_and_line(run: bytes, expected: str) -> None:
    assert fault(run=run) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Mailboxes,org,1,core,ok,1,,\r\n", "'Mailboxes' is no name of a dataset in datasets.csv:2"),
        ("mailboxes,,1,core,ok,1,,\r\n", "the target is empty in datasets.csv:2"),
        ("mailboxes,org,1,core,missing,1,,\r\n", "'missing' is no status"),
        ("mailboxes,org,1,core,ok,many,,\r\n", "rows is 'many'; expected a number of digits in datasets.csv:2"),
        ("mailboxes,org,1,core,ok,\u0661,,\r\n", "expected a number of digits in datasets.csv:2"),
    ],
)
def test_faults_of_datasets_name_file_and_line(line: str, expected: str) -> None:
    assert expected in fault(datasets=HEADER + line)


def test_line_of_a_record_is_where_it_begins() -> None:
    text = 'a,org,1,core,ok,1,,"two\r\nlines"\r\nb,,1,core,ok,1,,\r\n'

    assert fault(datasets=HEADER + text) == "the target is empty in datasets.csv:4"


def test_last_line_of_a_pair_holds() -> None:
    assert status_of("mailboxes,org,1,core,running,,,\r\nmailboxes,ORG,1,core,partial,7,,\r\n") is Status.PARTIAL


def test_last_line_running_is_an_interrupted_pair() -> None:
    assert status_of("mailboxes,org,1,core,running,,,\r\n") is Status.RUNNING


def test_last_attempt_holds_wherever_it_stands() -> None:
    assert status_of("mailboxes,org,2,core,ok,1,,\r\nmailboxes,org,1,core,error,,,\r\n") is Status.OK


def test_header_written_again_by_a_resumed_run_is_no_line() -> None:
    assert status_of("mailboxes,org,1,core,running,,,\r\n" + HEADER + "mailboxes,org,2,core,ok,1,,\r\n") is Status.OK


def test_targets_are_written_one_way() -> None:
    lines = manifest(datasets=HEADER + "a,ex1,,,ok,,,\r\nb,dc/dc1,,,ok,,,\r\nc,LDAP,,,ok,,,\r\n").lines

    assert sorted(target for _, target in lines) == ["EX1", "dc/DC1", "ldap"]


def test_line_that_was_cut_is_left_out_and_said() -> None:
    found = manifest(datasets=HEADER + 'mailboxes,org,1,core,running,,,\r\nmailboxes,org,1,core,ok,1,,"cut he')

    assert found.lines["mailboxes", "org"].status is Status.RUNNING
    assert found.remarks == ("datasets.csv:3 has no end: the run was cut while it wrote; the line of 34 bytes was left out",)


def test_whole_line_without_an_end_is_kept() -> None:
    assert status_of("mailboxes,org,1,core,ok,1,,") is Status.OK


def test_files_and_errors_are_typed() -> None:
    found = manifest(files=b"path,rows,dataset,target\r\norg\\a.csv,3,a,ORG\r\nrun.csv,,,\r\n", errors=b"dataset,target,fqid\r\na,ex1,X\r\n")

    assert (found.files["org/a.csv"].dataset, found.files["org/a.csv"].target, found.files["org/a.csv"].rows) == ("a", "org", 3)
    assert (found.errors[0].target, found.errors[0].fqid, found.errors[0].message) == ("EX1", "X", "")


@pytest.mark.parametrize("missing", ["run.csv", "datasets.csv"])
def test_missing_half_of_the_manifest_says_what_to_do(missing: str) -> None:
    contents = {"run.csv": RUN, "datasets.csv": HEADER.encode()}
    del contents[missing]

    with pytest.raises(ManifestError, match=f"the bundle lacks this file; .* in {missing}"):
        read_manifest(contents.__getitem__, frozenset(contents))


def test_hashes_are_compared_by_path() -> None:
    found = manifest(sums=f"{DIGEST.upper()}  org\\a.csv\r\n\r\n{DIGEST} *b.csv\n".encode())

    assert found.integrity("org/a.csv", DIGEST) is Integrity.MATCHES
    assert found.integrity("b.csv", "00") is Integrity.DIFFERS
    assert found.integrity("c.csv", DIGEST) is Integrity.DIFFERS


def test_without_sums_nothing_can_be_verified() -> None:
    assert manifest().integrity("a", DIGEST) is Integrity.NO_MANIFEST
    assert manifest().sha256 is None


@pytest.mark.parametrize(
    ("sums", "expected"), [(f"{DIGEST[:-1]}  a\n", "expected 64 hex digits"), (f"{DIGEST}  a\n{DIGEST}  a\n", "'a' stands twice")]
)
def test_faults_of_sums_name_the_line(sums: str, expected: str) -> None:
    assert expected in fault(sums=sums.encode())
    assert "SHA256SUMS:" in fault(sums=sums.encode())
