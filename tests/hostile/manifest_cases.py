"""Manifests that lie: what a compromised server could write into a bundle around its files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.small import seal

PAYLOAD = "org/receive_connectors.clixml"
Change = Callable[[Path], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lie:
    """One change to a bundle that held: the exit code and what standard error has to say."""

    name: str
    change: Change
    code: int
    says: str = ""


def edit(file: str, old: str, new: str, *, sealed: bool = True) -> Change:
    """Return a change of text in one file; the hashes are made right again unless told otherwise."""

    def change(folder: Path) -> None:
        path = folder / file
        before = path.read_bytes()
        assert old.encode() in before, f"{file} does not hold {old!r}"
        path.write_bytes(before.replace(old.encode(), new.encode(), 1))
        if sealed:
            seal(folder)

    return change


def more(file: str, text: str, *, sealed: bool = True) -> Change:
    """Return a change that adds text to the end of a file."""

    def change(folder: Path) -> None:
        with (folder / file).open("ab") as stream:
            stream.write(text.encode("utf-8", "surrogateescape"))
        if sealed and file != "SHA256SUMS":
            seal(folder)

    return change


def place(file: str, content: bytes = b"x", *, sealed: bool = False) -> Change:
    def change(folder: Path) -> None:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        if sealed:
            seal(folder)

    return change


def without(file: str, *, sealed: bool = False) -> Change:
    def change(folder: Path) -> None:
        (folder / file).unlink()
        if sealed:
            seal(folder)

    return change


def line(dataset: str = "receive_connectors", target: str = "org", status: str = "ok", rows: str = "1", attempt: str = "2") -> str:
    """Return one more line of datasets.csv."""
    cells = [dataset, target, attempt, "core", status, rows, "1", "2026-08-14T08:00:00Z", "1", "", "", "", "0", "", ""]
    return ",".join(f'"{cell}"' for cell in cells) + "\r\n"


def listed(path: str, *, digest: str = "0" * 64) -> Change:
    return more("SHA256SUMS", f"{digest}  {path}\n")


def _only_header(folder: Path) -> None:
    path = folder / "datasets.csv"
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    seal(folder)


def _folder(folder: Path) -> None:
    (folder / PAYLOAD).unlink()
    (folder / PAYLOAD).mkdir()


def _line_twice(folder: Path) -> None:
    more("files.csv", (folder / "files.csv").read_text("utf-8-sig").splitlines()[1] + "\r\n")(folder)


def _bundle_inside(folder: Path) -> None:
    place("org/inner/run.csv", (folder / "run.csv").read_bytes(), sealed=True)(folder)


HASHES = [
    Lie(name="file-changed", change=edit(PAYLOAD, "Scanner", "Printer", sealed=False), code=4, says=PAYLOAD),
    Lie(name="file-with-one-byte-more", change=more(PAYLOAD, "\n", sealed=False), code=4, says=PAYLOAD),
    Lie(name="file-deleted", change=without(PAYLOAD), code=4, says=PAYLOAD),
    Lie(name="file-deleted-and-sealed", change=without(PAYLOAD, sealed=True), code=4, says="datasets.csv"),
    Lie(name="file-not-listed", change=place("org/accepted_domains.clixml", b"<x/>"), code=4, says="SHA256SUMS does not list it"),
    Lie(name="stranger-not-listed", change=place("notes.txt"), code=0),
    Lie(name="sums-of-another-file", change=listed(PAYLOAD), code=3, says="stands twice"),
    Lie(name="sums-with-a-path-upwards", change=listed("../../../etc/passwd"), code=4, says="etc/passwd"),
    Lie(name="sums-with-an-absolute-path", change=listed("/etc/passwd"), code=4, says="etc/passwd"),
    Lie(name="sums-with-a-windows-path", change=listed("C:\\Windows\\win.ini"), code=4, says="win.ini"),
    Lie(name="sums-with-an-address", change=listed("http://192.0.2.1/a"), code=4, says="192.0.2.1"),
    Lie(name="sums-with-control-characters", change=listed("a\x1b[2Jb"), code=4, says="SHA256SUMS lists it"),
    Lie(name="sums-of-words", change=more("SHA256SUMS", "all is well\n"), code=3, says="SHA256SUMS:"),
    Lie(name="sums-that-are-no-utf8", change=more("SHA256SUMS", "\udcff\udcfe\n"), code=3, says="is not UTF-8"),
    Lie(name="sums-with-nul", change=more("SHA256SUMS", "\0\n"), code=3, says="SHA256SUMS:"),
    Lie(name="sums-empty", change=lambda folder: (folder / "SHA256SUMS").write_bytes(b"") and None, code=4, says=PAYLOAD),
    Lie(
        name="sums-by-the-thousands",
        change=more("SHA256SUMS", "".join(f"{'0' * 64}  f{n}\n" for n in range(20_000))),
        code=4,
        says="more; the report lists them",
    ),
    Lie(name="sums-missing", change=without("SHA256SUMS"), code=0),
]

RUN = [
    Lie(name="run-missing", change=without("run.csv", sealed=True), code=3, says="run.csv"),
    Lie(name="run-empty", change=lambda folder: (folder / "run.csv").write_bytes(b"") and None, code=3, says="run.csv:1"),
    Lie(name="run-of-a-later-schema", change=edit("run.csv", '"schema_version","1"', '"schema_version","2"'), code=3, says="use a newer exposture"),
    Lie(name="run-of-a-huge-schema", change=edit("run.csv", '"schema_version","1"', f'"schema_version","{"9" * 5_000}"'), code=3, says="run.csv"),
    Lie(
        name="run-of-schema-in-words",
        change=edit("run.csv", '"schema_version","1"', '"schema_version","one"'),
        code=3,
        says="schema_version is 'one'",
    ),
    Lie(
        name="run-of-schema-in-other-digits",
        change=edit("run.csv", '"schema_version","1"', '"schema_version","\u00b2"'),
        code=3,
        says="schema_version is",
    ),
    Lie(name="run-with-a-key-twice", change=more("run.csv", '"schema_version","1"\r\n'), code=3, says="stands twice"),
    Lie(name="run-with-three-cells", change=more("run.csv", '"a","b","c"\r\n'), code=3, says="run.csv:"),
    Lie(name="run-with-a-quote-never-closed", change=more("run.csv", '"a","b'), code=3, says="run.csv:"),
    Lie(name="run-with-nul", change=more("run.csv", '"a","\0"\r\n'), code=0),
    Lie(name="run-of-an-unknown-redaction", change=more("run.csv", '"redaction","some"\r\n'), code=3, says="redaction is 'some'"),
    Lie(name="run-that-ends-in-no-time", change=edit("run.csv", "2026-08-14T09:00:00Z", "soon"), code=3, says="ended_utc is 'soon'"),
    Lie(name="run-that-ends-in-the-year-9999", change=edit("run.csv", "2026-08-14T09:00:00Z", "9999-12-31T23:59:59-14:00"), code=3, says="ended_utc"),
    Lie(name="run-that-ends-in-the-year-1", change=edit("run.csv", "2026-08-14T09:00:00Z", "0001-01-01T00:00:00+14:00"), code=3, says="ended_utc"),
    Lie(name="run-by-a-hostile-name", change=edit("run.csv", '"Contoso"', '"<script>alert(1)</script>\u202e\x1b[2J"'), code=0),
    Lie(name="run-on-a-computer-of-another-place", change=edit("run.csv", '"computer","EX1"', '"computer","../../EX1"'), code=0),
    Lie(name="run-with-a-value-of-200-kb", change=more("run.csv", f'"note","{"x" * 200_000}"\r\n'), code=3, says="run.csv"),
    Lie(
        name="run-with-keys-by-the-thousands",
        change=more("run.csv", "".join(f'"k{n}","v"\r\n' for n in range(20_000))),
        code=0,
    ),
]

DATASETS = [
    Lie(name="datasets-missing", change=without("datasets.csv", sealed=True), code=3, says="datasets.csv"),
    Lie(name="datasets-with-a-header-alone", change=_only_header, code=4, says="datasets.csv"),
    Lie(name="datasets-with-a-column-twice", change=edit("datasets.csv", '"tier"', '"status"'), code=3, says="names a column twice"),
    Lie(name="datasets-without-a-column", change=edit("datasets.csv", '"status"', '"state"'), code=3, says="the header lacks status"),
    Lie(name="datasets-ragged", change=more("datasets.csv", '"a","b"\r\n'), code=3, says="datasets.csv:"),
    Lie(name="datasets-with-another-word", change=more("datasets.csv", line(status="splendid")), code=3, says="'splendid' is no status"),
    Lie(name="datasets-with-a-word-of-ours", change=more("datasets.csv", line(status="missing")), code=3, says="'missing' is no status"),
    Lie(name="datasets-named-like-a-path", change=more("datasets.csv", line("../../etc")), code=3, says="is no name of a dataset"),
    Lie(name="datasets-named-like-a-query", change=more("datasets.csv", line("a; DROP TABLE b")), code=3, says="is no name of a dataset"),
    Lie(name="datasets-that-nobody-knows", change=more("datasets.csv", line("things_of_tomorrow")), code=0),
    Lie(name="datasets-that-are-derived", change=more("datasets.csv", line("servers")), code=0),
    Lie(name="datasets-of-a-target-like-a-path", change=more("datasets.csv", line(target="../../../etc")), code=4, says="datasets.csv"),
    Lie(name="datasets-without-a-target", change=more("datasets.csv", line(target="")), code=3, says="the target is empty"),
    Lie(name="datasets-that-counts-in-words", change=more("datasets.csv", line(rows="many")), code=3, says="rows is 'many'"),
    Lie(name="datasets-that-counts-below-zero", change=more("datasets.csv", line(rows="-1")), code=3, says="rows is '-1'"),
    Lie(name="datasets-that-counts-hugely", change=more("datasets.csv", line(rows="9" * 5_000)), code=3, says="rows is"),
    Lie(name="datasets-that-counts-too-much", change=more("datasets.csv", line(rows="999999999999999999")), code=4, says="datasets.csv"),
    Lie(name="datasets-that-counts-too-little", change=more("datasets.csv", line(rows="0")), code=4, says="datasets.csv"),
    Lie(name="datasets-that-hides-rows", change=more("datasets.csv", line(status="empty", rows="0")), code=4, says="datasets.csv"),
    Lie(name="datasets-that-denies-rows", change=more("datasets.csv", line(status="not-applicable", rows="0")), code=4, says="datasets.csv"),
    Lie(name="datasets-of-another-attempt", change=more("datasets.csv", line(attempt="0", status="error")), code=0),
    Lie(name="datasets-cut-in-the-last-line", change=more("datasets.csv", '"receive_conn'), code=0),
    Lie(
        name="datasets-of-200-servers-that-nobody-has",
        change=more("datasets.csv", "".join(line(target=f"EX{n}") for n in range(200))),
        code=4,
        says="datasets.csv",
    ),
    Lie(
        name="datasets-with-hostile-messages",
        change=more("datasets.csv", line(status="error").replace('"","",""', '"","<img src=x>\x1b[2J\u202e",""')),
        code=0,
    ),
]

OTHERS = [
    Lie(
        name="files-with-a-path-upwards",
        change=more("files.csv", '"../../../etc/passwd","1","1","clixml","utf-8","accepted_domains","org"\r\n'),
        code=0,
    ),
    Lie(name="files-that-claim-another-dataset", change=edit("files.csv", '"receive_connectors"', '"send_connectors"'), code=4, says="datasets.csv"),
    Lie(name="files-that-claim-a-derived-table", change=edit("files.csv", '"receive_connectors"', '"servers"'), code=4, says="datasets.csv"),
    Lie(name="files-that-claim-the-manifest", change=more("files.csv", '"run.csv","1","1","clixml","utf-8","accepted_domains","org"\r\n'), code=0),
    Lie(
        name="files-twice",
        change=_line_twice,
        code=0,
    ),
    Lie(
        name="errors-with-hostile-messages",
        change=more("errors.csv", '"accepted_domains","org","1","a","b","c","<img src=x>\x1b[2J\u202e","d"\r\n'),
        code=0,
    ),
    Lie(name="errors-ragged", change=more("errors.csv", '"a"\r\n'), code=3, says="errors.csv:"),
    Lie(
        name="payload-that-is-text",
        change=place(PAYLOAD, b"hello", sealed=True),
        code=4,
        says="neither CLIXML nor CSV but text",
    ),
    Lie(name="payload-that-is-empty", change=place(PAYLOAD, b"", sealed=True), code=4, says="neither CLIXML nor CSV but empty"),
    Lie(name="payload-of-another-format", change=place(PAYLOAD, b'"name"\r\n"a"\r\n', sealed=True), code=0),
    Lie(name="payload-that-is-a-folder", change=_folder, code=4, says="receive_connectors"),
    Lie(
        name="payload-in-parts-with-a-gap",
        change=lambda folder: (folder / PAYLOAD).rename(folder / "org/receive_connectors.0007.clixml") and seal(folder),
        code=0,
    ),
    Lie(
        name="bundle-inside-a-bundle",
        change=_bundle_inside,
        code=0,
    ),
]


LIES = [*HASHES, *RUN, *DATASETS, *OTHERS]
