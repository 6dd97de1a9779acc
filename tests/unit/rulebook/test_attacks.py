"""Files of a hostile rule pack: each is a fault with its place, and the rest of the pack stands."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from exposture.catalog.strict_yaml import MAX_CHARACTERS, read_yaml
from exposture.engine.words import filled, placeholders
from exposture.errors import CatalogError, ExpostureError, ProfileError, SiteError
from exposture.rulebook.lint import load_exclusions
from exposture.rulebook.load import load_rulebook
from exposture.rulebook.profiles import load_profiles
from exposture.rulebook.site import load_choices, load_site, load_site_tables
from tests.unit.rulebook.factories import RULE, RULE_PATH, bent, write_pack

OTHER = "connectors/RCV-007-another.yaml"
LAUGHS = "a: &a [x,x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]\n" for n in range(20))
TEXTS = {
    "laughs": (LAUGHS, "anchors and aliases"),
    "alias to itself": ("a: &a [*a]\n", "anchors and aliases"),
    "merge of an alias": ("base: &b {x: 1}\na:\n  <<: *b\n", "anchors and aliases"),
    "merge": ("a: 2\n<<: {a: 1}\n", "nothing is merged"),
    "merge of a list": ("<<: [{a: 1}, {a: 2}]\n", "nothing is merged"),
    "twice": ("id: A\nid: B\n", "stands twice"),
    "twice below": ("a:\n  b: 1\n  b: 2\n", "stands twice"),
    "twice in two styles": ("a: 1\n'a': 2\n", "stands twice"),
    "deep": ("[" * 60 + "]" * 60, "nested deeper than 50"),
    "very deep": ("- " * 100_000, "nested deeper than 50"),
    "deep mappings": ("{a: " * 5_000 + "1" + "}" * 5_000, "nested deeper than 50"),
    "object": ("a: !!python/object/apply:os.system ['id']\n", "tags are not allowed"),
    "name": ("a: !!python/name:os.system\n", "tags are not allowed"),
    "module": ("!!python/module:os {}\n", "tags are not allowed"),
    "own tag": ("a: !x y\n", "tags are not allowed"),
    "tagged key": ("!!binary YQ==: 1\n", "tags are not allowed"),
    "set": ("a: !!set {x, y}\n", "tags are not allowed"),
    "number of a word": ("a: !!int x\n", "tags are not allowed"),
    "list as key": ("? [a]\n: 1\n", "a key is one word"),
    "mapping as key": ("{{a: 1}: 2}\n", "a key is one word"),
    "octal": ("a: 012\n", "012 is no plain decimal number"),
    "octal of 1.2": ("a: 0o12\n", None),
    "hexadecimal": ("a: 0x1F\n", "no plain decimal number"),
    "binary": ("a: 0b101\n", "no plain decimal number"),
    "underscores": ("a: 1_000\n", "no plain decimal number"),
    "sexagesimal": ("a: 12:30:45\n", "12:30:45 is no plain decimal number"),
    "infinity": ("a: .inf\n", "no plain decimal number"),
    "not a number": ("a: .nan\n", "no plain decimal number"),
    "5,000 digits": (f"a: {'9' * 5_000}\n", "no plain decimal number"),
    "impossible date": ("a: 2026-13-45\n", "month must be in 1..12"),
    "impossible time": ("a: 2026-01-01 99:99:99\n", "hour must be in 0..23"),
    "null character": ("a: \x00\n", "not well-formed YAML"),
    "escape": ("a: \x1b\n", "not well-formed YAML"),
    "half a surrogate": ('a: "\\ud800"\n', "not well-formed YAML"),
    "two documents": ("a: 1\n---\nb: 2\n", "another document"),
    "directive": ("%YAML 9.9\n---\na: 1\n", "not well-formed YAML"),
    "tabs": ("a:\n\t- b\n", "not well-formed YAML"),
    "unclosed": ("a: [1, 2\n", "not well-formed YAML"),
    "too long": ("a: " + "x" * MAX_CHARACTERS, "longer than"),
}


@pytest.mark.parametrize("name", [name for name, (_, says) in TEXTS.items() if says])
def test_surprise_of_yaml_is_refused_with_its_place(name: str) -> None:
    text, says = TEXTS[name]

    with pytest.raises(CatalogError, match=says) as caught:
        read_yaml(text, Path("things.yaml"), CatalogError)
    assert "things.yaml" in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: x" + "y" * 1_000_000, "x" + "y" * 1_000_000),
        ("a: '012'", "012"),
        ("a: -7", -7),
        ("a: 0", 0),
        ("a: 1.50", 1.5),
        ("a: 0o12", "0o12"),
        ("a: 15.2.1748.10", "15.2.1748.10"),
        ('a: "12:30"', "12:30"),
        ("a: fe80::1", "fe80::1"),
    ],
)
def test_what_has_one_meaning_is_read(text: str, value: object) -> None:
    assert read_yaml(text, Path("x"), CatalogError)[0] == {"a": value}


@pytest.mark.parametrize("name", [name for name, (_, says) in TEXTS.items() if says])
def test_hostile_rule_is_one_fault_and_the_others_stand(name: str, tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / OTHER).write_text(TEXTS[name][0], encoding="utf-8")

    book = load_rulebook(root, strict=False)

    assert [fault.path for fault in book.faults] == [OTHER]
    assert [loaded.rule.id for loaded in book.rules] == ["RCV-006"]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00a", b"id: \xe4\n", b"\x00" * 100, b"", b"[]", b"just text", b"42"])
@pytest.mark.parametrize("path", [OTHER, "lib/another.sql"])
def test_file_that_is_no_rule_and_no_view_is_a_fault(path: str, content: bytes, tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / path).write_bytes(content)

    book = load_rulebook(root, strict=False)

    assert [fault.path for fault in book.faults] in ([path], ["lib"])


@pytest.mark.parametrize("content", [b"\xff\xfe\x00a", b"a: &a [*a]", b"[1]", b"- {}", b"!!python/name:os.system x", b"a: 2026-13-45"])
def test_every_other_file_of_a_pack_is_refused_by_name(content: bytes, tmp_path: Path) -> None:
    readers = {
        "profiles.yaml": lambda root: load_profiles(root / "profiles.yaml", "profiles.yaml"),
        "lint_exclusions.yaml": load_exclusions,
        "site_choices.yaml": load_choices,
        "site_tables.yaml": load_site_tables,
    }
    for name, read in readers.items():
        (tmp_path / name).write_bytes(content)

        with pytest.raises(ExpostureError, match=name):
            read(tmp_path)


@pytest.mark.parametrize("name", [name for name, (_, says) in TEXTS.items() if says])
def test_hostile_site_file_is_a_fault(name: str, tmp_path: Path) -> None:
    from exposture.catalog.facts import load_facts

    path = tmp_path / "site.yaml"
    path.write_text(TEXTS[name][0], encoding="utf-8")

    with pytest.raises(SiteError, match=r"site\.yaml"):
        load_site(path, networks=load_facts().networks)


@pytest.mark.parametrize("off", [{"RCV-006": ["x"]}, {"x" * 100: 1}, [1], "all"])
def test_hostile_profile_is_a_fault(off: object, tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    profiles = yaml.safe_load((root / "profiles.yaml").read_text(encoding="utf-8"))
    profiles["stig"]["off"] = off
    (root / "profiles.yaml").write_text(yaml.safe_dump(profiles), encoding="utf-8")

    with pytest.raises(ProfileError, match="profiles"):
        load_profiles(root / "profiles.yaml", "profiles.yaml")


@pytest.mark.parametrize(
    "message",
    [
        "{subject.__class__}",
        "{subject[0]}",
        "{0}",
        "{}",
        "{subject!r}",
        "{subject:>1000000000}",
        "%(subject)s",
        "$subject",
        "{{ 7 * 7 }}",
    ],
)
def test_message_of_a_rule_is_no_program(message: str) -> None:
    assert placeholders(message) == ()
    assert filled(message, {"subject": "x"}) == message


def test_value_that_looks_like_a_placeholder_stays_what_it_is() -> None:
    assert filled("{subject} and {reason}", {"subject": "{reason}", "reason": "{subject}"}) == "{reason} and {subject}"


@pytest.mark.parametrize("rule_id", ["../../evil", "RCV-006\nx", "<b>", "RCV-" + "9" * 500, ""])
def test_id_of_a_rule_is_an_id(rule_id: str, tmp_path: Path) -> None:
    root = write_pack(tmp_path, more={OTHER: bent(RULE, {"id": rule_id})})

    assert [fault.path for fault in load_rulebook(root, strict=False).faults] == [OTHER]
    assert (root / RULE_PATH).exists()
