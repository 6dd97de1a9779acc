from __future__ import annotations

from pathlib import Path

import pytest

from exposture import resources
from exposture.errors import PackageDataError


def test_checkout_is_found_without_packaged_data() -> None:
    assert (resources.rules_root() / "data" / "builds.csv").is_file()
    assert resources.datasets_root().is_dir()


def test_packaged_data_wins_over_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pkg" / "_data" / "rules").mkdir(parents=True)
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "pkg")

    assert resources.data_root() == tmp_path / "pkg" / "_data"


def test_missing_rules_are_an_incomplete_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "a" / "b")

    with pytest.raises(PackageDataError, match="install it again"):
        resources.data_root()
