from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from exposture.errors import ProfileError, RuleSyntaxError
from exposture.model.outcome import Severity
from exposture.rulebook.profiles import load_profiles, parameters_for, profile_named, severity_for, values_in_use
from tests.unit.rulebook.factories import PROFILES, bent, rule


def write(path: Path, **changes: object) -> Path:
    path.write_text(yaml.safe_dump(bent(PROFILES, changes), sort_keys=False))
    return path


def test_profile_without_a_value_gets_the_default() -> None:
    assert parameters_for(rule(), "stig")["wanted"] == "mtls"
    assert parameters_for(rule(), "cis2016") == {"wanted": "tls", "modes": [{"mode": "tls", "rank": 1}]}


def test_value_of_another_type_is_an_error() -> None:
    with pytest.raises(RuleSyntaxError, match="parameter wanted: 3 is no string"):
        parameters_for(rule(parameters__wanted__default=3), "default")


def test_values_in_use_count_the_rows_of_tables() -> None:
    assert values_in_use([rule(), rule(parameters={})], "default") == {"RCV-006": {"wanted": "tls", "modes": 1}}
    assert values_in_use([rule(parameters={"words": {"type": "list<string>", "default": ["a"]}})], "default") == {"RCV-006": {"words": ["a"]}}


def test_profile_may_weigh_a_rule(tmp_path: Path) -> None:
    text = {"RCV-006": {"to": "low", "why": "the standard says so"}}

    profiles = load_profiles(write(tmp_path / "p.yaml", **{"stig.severity": text}), "p.yaml")

    assert severity_for(rule(), profiles["stig"]) is Severity.LOW
    assert severity_for(rule(), profiles["default"]) is Severity.MEDIUM


@pytest.mark.parametrize("changes", [{"nist": {"title": "a", "source": "b"}}, {"stig": ...}, {"stig.colour": "red"}, {"stig.off": {"rcv": "a"}}])
def test_list_of_profiles_is_closed(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(ProfileError, match=r"p\.yaml"):
        load_profiles(write(tmp_path / "p.yaml", **changes), "p.yaml")


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="cannot be read"):
        load_profiles(tmp_path / "p.yaml", "p.yaml")


def test_unknown_profile_names_those_there_are(tmp_path: Path) -> None:
    profiles = load_profiles(write(tmp_path / "p.yaml"), "p.yaml")

    assert profile_named("stig", profiles).title == "The profile stig"
    with pytest.raises(ProfileError, match="choose one of default, microsoft"):
        profile_named("nist", profiles)
