from __future__ import annotations

import importlib
import sys
import tomllib
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import ModuleType

import pytest

from exposture.errors import PackageDataError, ReportError
from exposture.report.pdf import PdfOutput
from exposture.workflows import doctor, proofs
from exposture.workflows.doctor import AGAIN, PACKAGES, Check, examine

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proofs, "make_pdf", lambda assessment, *, seconds: PdfOutput(data=b"%PDF-", warnings=("untagged",)))


def lacking(checks: list[Check]) -> list[tuple[str, str, str]]:
    return [(check.what, check.found, check.cure) for check in checks if not check.is_fine]


def test_every_dependency_of_the_project_is_looked_at() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert list(PACKAGES) == [line.partition(">=")[0] for line in project["dependencies"]]


def test_everything_is_looked_at_in_a_fixed_order() -> None:
    checks = examine()

    assert [check.what for check in checks] == ["Python", *PACKAGES, "PDF output", "rules", "tables of facts"]
    assert lacking(checks) == []
    assert checks[-3].found == "a report was made; untagged"


def test_package_that_is_missing_is_named_and_what_needs_it_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "lxml":
            raise PackageNotFoundError(name)
        return "1.0"

    monkeypatch.setattr(doctor, "version", version)

    checks = examine()

    assert lacking(checks) == [("lxml", "not installed", AGAIN)]
    assert checks[-1].what == "cabarchive"


def test_package_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.import_module

    def broken(name: str) -> ModuleType:
        if name == "duckdb":
            raise ImportError("wrong ELF class")
        return real(name)

    monkeypatch.setattr(doctor.importlib, "import_module", broken)

    assert [(what, found.partition(", ")[2]) for what, found, _ in lacking(examine())] == [("duckdb", "cannot be loaded: wrong ELF class")]


def test_python_that_is_too_old_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 1))

    assert [(what, cure) for what, _, cure in lacking(examine())] == [("Python", "install Python 3.11 or newer")]


def test_pdf_that_cannot_be_made_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> PdfOutput:
        raise ReportError("install Pango")

    monkeypatch.setattr(proofs, "make_pdf", refuse)

    assert lacking(examine()) == [("PDF output", "cannot be used", "install Pango")]


def test_broken_installation_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> str:
        raise PackageDataError("no rules folder beside the package; install it again")

    monkeypatch.setattr(proofs, "load_rulebook", refuse)
    monkeypatch.setattr(proofs, "load_facts", refuse)

    assert [what for what, _, _ in lacking(examine())] == ["rules", "tables of facts"]
