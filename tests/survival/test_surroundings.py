"""Full disks, read-only places, small limits, odd clocks and languages: the same reports, or a clear error and what else could be written."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.survival.runs import ANALYZER, LONGEST, Place, place_in

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="mounts, limits and users of Linux")]
NOBODY = "65534"
LIMITED = """
import os, resource, sys
resource.setrlimit(getattr(resource, sys.argv[1]), (int(sys.argv[2]),) * 2)
os.execv(sys.argv[3], sys.argv[3:])
"""
CLOCK_WORDS = ("datetime.now(", "utcnow(", "date.today(", "datetime.today(", "time.time(", "time_ns(", "localtime(", "gmtime(")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return place_in(tmp_path)


def text_formats(place: Place, *before: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Audit without a PDF, behind another command and in another environment."""
    command = [*before, *place.audit("new", "html", "json")]
    return subprocess.run(command, env=place.environment | environment, capture_output=True, timeout=LONGEST, check=False)


def usual(place: Place) -> dict[str, bytes]:
    """Return what a run in ordinary surroundings writes, and take it away."""
    assert text_formats(place).returncode == 0
    reports = place.reports()
    shutil.rmtree(place.out)
    return reports


@contextlib.contextmanager
def mounted(target: Path, *options: str) -> Iterator[None]:
    """Mount something, or skip where the machine refuses."""
    done = subprocess.run(["mount", *options, str(target)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"the machine refuses to mount: {done.stderr.strip()[:200]}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(target)], check=True)


def tmpfs(target: Path, size: str) -> contextlib.AbstractContextManager[None]:
    return mounted(target, "-t", "tmpfs", "-o", f"size={size}", "none")


def test_full_disk_is_named_and_leaves_nothing(place: Place) -> None:
    with tmpfs(place.out.parent, "64k"):
        done = text_formats(place)
        left = list(place.out.parent.iterdir())

    assert done.returncode == 5
    for name in ("report.html", "results.json"):
        assert f"exposture: not written: {place.out / name}: No space left on device\n".encode() in done.stderr
    assert b"Traceback" not in done.stderr
    assert [path.name for path in left] in ([], ["out"])


def test_full_disk_does_not_keep_smaller_outputs_from_being_written(place: Place) -> None:
    """The HTML fits, the JSON no longer, the Parquet is small."""
    with tmpfs(place.out.parent, "512k"):
        done = text_formats(place)
        written = sorted(place.reports())

    assert done.returncode == 5
    assert done.stderr == f"exposture: not written: {place.out / 'results.json'}: No space left on device\n".encode()
    assert written == ["report.html", "results.parquet"]


def test_full_disk_keeps_the_old_set_where_no_output_fits(place: Place) -> None:
    with tmpfs(place.out.parent, "64k"):
        place.out.mkdir()
        (place.out / "report.html").write_bytes(b"old")
        done = subprocess.run(place.audit("new", "html"), env=place.environment, capture_output=True, timeout=LONGEST, check=False)

        assert done.returncode == 5
        assert place.reports() == {"report.html": b"old"}
        assert place.left_lying() == []


def test_disk_without_room_for_temporary_files_costs_the_pdf_only(place: Place) -> None:
    with tmpfs(place.folder / "tmp", "8k"):
        done = place.finish(place.audit("new", "pdf", "json"))

    assert done.returncode == 5
    assert done.stderr.startswith(b"exposture: not written: report.pdf: ")
    assert b"Traceback" not in done.stderr
    assert sorted(place.reports()) == ["results.json", "results.parquet"]


def test_read_only_input_is_no_matter(place: Place) -> None:
    expected = usual(place)

    with mounted(place.folder / "new", "--bind", str(place.folder / "new")):
        subprocess.run(["mount", "-o", "remount,ro,bind", str(place.folder / "new")], check=True)
        done = text_formats(place)

    assert done.returncode == 0
    assert place.reports() == expected


def test_read_only_place_is_named(place: Place) -> None:
    with tmpfs(place.out.parent, "64k"):
        subprocess.run(["mount", "-o", "remount,ro", str(place.out.parent)], check=True)
        done = text_formats(place)

    assert done.returncode == 5
    assert done.stderr == f"exposture: not written: {place.out}: Read-only file system\n".encode()


def test_read_only_home_and_current_folder_are_no_matter(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    home = place.folder / "home"
    expected = _with_pdf(place)
    shutil.rmtree(place.out)

    with tmpfs(home, "64k"):
        subprocess.run(["mount", "-o", "remount,ro", str(home)], check=True)
        monkeypatch.chdir(home)
        found = _with_pdf(place)
        monkeypatch.chdir(place.folder)

    assert found == expected


def _with_pdf(place: Place) -> dict[str, bytes]:
    done = place.finish(place.audit("new"))
    assert (done.returncode, done.stderr) == (0, b"")
    return place.reports()


def test_user_without_rights_gets_the_same_reports_or_the_name_of_the_place(place: Place) -> None:
    """Everything is read-only for this user, home and current folder included, but one folder."""
    drop = ["setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"]
    if shutil.which("setpriv") is None or subprocess.run([*drop, sys.executable, "-c", ""], capture_output=True, check=False).returncode != 0:
        pytest.skip("the machine refuses another user")
    _open_to_all(place.folder)
    if subprocess.run([*drop, "ls", str(place.folder), str(ANALYZER)], capture_output=True, check=False).returncode != 0:
        pytest.skip("another user cannot read the folder of the tests")

    refused = text_formats(place, *drop)
    os.chown(place.out.parent, int(NOBODY), int(NOBODY))
    done = text_formats(place, *drop)
    found = place.reports()
    shutil.rmtree(place.out)

    assert (refused.returncode, refused.stderr) == (5, f"exposture: not written: {place.out}: Permission denied\n".encode())
    assert done.returncode == 0
    assert found == usual(place)


def _open_to_all(folder: Path) -> None:
    for path in [folder, *folder.parents]:
        if path.is_relative_to(folder.parents[1]) and path.owner() == folder.owner():
            path.chmod(0o755)


@pytest.mark.parametrize(("kind", "most"), [("RLIMIT_NOFILE", 64), ("RLIMIT_AS", 2 * 1024**3)])
def test_small_limits_give_the_same_reports(place: Place, kind: str, most: int) -> None:
    expected = _with_pdf(place)
    shutil.rmtree(place.out)

    done = place.finish([sys.executable, "-c", LIMITED, kind, str(most), *place.audit("new")])

    assert (done.returncode, done.stderr) == (0, b"")
    assert place.reports() == expected


def test_largest_file_that_a_limit_allows_is_an_error_of_that_output(place: Place) -> None:
    done = text_formats(place, sys.executable, "-c", LIMITED, "RLIMIT_FSIZE", str(300_000))

    assert done.returncode == 5
    assert f"exposture: not written: {place.out / 'report.html'}: File too large".encode() in done.stderr
    assert "results.parquet" in place.reports()


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Asia/Kathmandu"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
        {"PYTHONHASHSEED": "1", "COLUMNS": "20", "TERM": "dumb"},
        {"HOME": ""},
        {"HOME": "/nowhere", "XDG_CACHE_HOME": "/nowhere", "XDG_CONFIG_HOME": "/nowhere"},
        {"SOURCE_DATE_EPOCH": "1"},
    ],
    ids=lambda environment: next(iter(environment)) + "=" + next(iter(environment.values())),
)
def test_surroundings_do_not_show(place: Place, environment: dict[str, str]) -> None:
    expected = usual(place)

    done = text_formats(place, **environment)

    assert (done.returncode, done.stderr) == (0, b"")
    assert place.reports() == expected


CLOCK = """
#include <stddef.h>
#include <sys/time.h>
#include <time.h>
time_t time(time_t *at) { if (at) *at = NOW; return NOW; }
int gettimeofday(struct timeval *at, void *zone) { at->tv_sec = NOW; at->tv_usec = 0; return 0; }
#include <sys/syscall.h>
#include <unistd.h>
long syscall(long number, ...);
int clock_gettime(clockid_t clock, struct timespec *at) {
    if (clock == CLOCK_REALTIME) { at->tv_sec = NOW; at->tv_nsec = 0; return 0; }
    return syscall(SYS_clock_gettime, clock, at);
}
"""


@pytest.mark.parametrize("now", [0, 4_086_000_000], ids=["1970", "2099"])
def test_clock_of_the_machine_does_not_show(place: Place, now: int) -> None:
    """`faketime` is not among the packages here, so a library in front of the system's says what time it is."""
    expected = _with_pdf(place)
    shutil.rmtree(place.out)

    done = subprocess.run(place.audit("new"), env=place.environment | _clock(place.folder, now), capture_output=True, timeout=LONGEST, check=False)

    assert (done.returncode, done.stderr) == (0, b"")
    assert place.reports() == expected


def _clock(folder: Path, now: int) -> dict[str, str]:
    """Return what gives a process another time, or skip where no compiler is."""
    if shutil.which("cc") is None:
        pytest.skip("no C compiler")
    (folder / "clock.c").write_text(CLOCK, encoding="utf-8")
    library = folder / "clock.so"
    subprocess.run(["cc", "-w", "-shared", "-fPIC", f"-DNOW={now}L", "-o", str(library), str(folder / "clock.c")], check=True)
    environment = {"LD_PRELOAD": str(library)}
    told = subprocess.run(
        [sys.executable, "-c", "import time; print(int(time.time()))"], env=os.environ | environment, capture_output=True, check=True
    )
    assert int(told.stdout) == now
    return environment


def test_no_module_of_the_package_reads_the_clock() -> None:
    found = [f"{path.name}: {word}" for path in sorted(ANALYZER.rglob("*.py")) for word in CLOCK_WORDS if word in path.read_text(encoding="utf-8")]

    assert found == []
