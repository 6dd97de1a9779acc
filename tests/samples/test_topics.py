"""Each topic of the founding article in the sample: the mistake fails, its repair passes, and without the data nothing is known."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from scripts.contoso import Contents, estate

from exposture.rulebook.site import Site, load_site
from tests.samples import topics_hosts, topics_mail
from tests.samples.auditing import Verdicts, facts, judge
from tests.samples.topics import Topic

TOPICS = [
    each for module in (topics_mail, topics_hosts) for name, each in sorted(vars(module).items()) if name.startswith("M") and name[1:3].isdigit()
]
EVERY = pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: f"{topic.__name__}-{topic.rule}")


def declared(topic: type[Topic], folder: Path) -> Site | None:
    if not topic.site:
        return None
    file = folder / "site.yaml"
    file.write_text(topic.site, encoding="utf-8")
    return load_site(file, networks=facts().networks)


@lru_cache(maxsize=1)
def untouched() -> Verdicts:
    return judge(estate()).verdicts


def before(topic: type[Topic], site: Site | None) -> tuple[Contents, Verdicts]:
    """Return the state in which the mistake is made, with its verdicts."""
    contoso = estate()
    topic.prepare(contoso)
    if site is None and topic.prepare is Topic.prepare:
        return contoso, untouched()
    return contoso, judge(contoso, site=site).verdicts


def outcome(verdicts: Verdicts, rule: str, place: tuple[str, str]) -> str:
    return verdicts.get((rule, *place), ("nothing", ""))[0]


def without(topic: type[Topic]) -> Contents:
    contoso = estate()
    topic.prepare(contoso)
    for shown in topic.shows:
        dataset, target = shown if isinstance(shown, tuple) else (shown, None)
        contoso.drop(dataset, target)
    return contoso


def test_every_topic_of_the_article_that_an_export_can_show_is_here() -> None:
    assert {topic.__name__[:3] for topic in TOPICS} == {f"M{number:02}" for number in range(1, 29)}


@EVERY
def test_the_mistake_turns_its_rule_to_fail_and_nothing_else(topic: type[Topic], tmp_path: Path) -> None:
    site = declared(topic, tmp_path)
    contoso, first = before(topic, site)
    topic.mistake(contoso)

    second = judge(contoso, site=site).verdicts

    changed = {key for key in first.keys() | second.keys() if outcome(first, key[0], key[1:]) != outcome(second, key[0], key[1:])}
    assert outcome(first, topic.rule, topic.place) in (topic.well, "nothing")
    assert outcome(second, topic.rule, topic.place) == "fail"
    assert changed == {(topic.rule, *topic.place)} | topic.also


@EVERY
def test_the_repair_turns_its_rule_to_pass(topic: type[Topic], tmp_path: Path) -> None:
    site = declared(topic, tmp_path)
    contoso = estate()
    topic.repair(contoso)

    verdicts = judge(contoso, only=topic.rule, site=site).verdicts

    seen = topic.mended or topic.broken
    assert outcome(verdicts, topic.rule, seen) == ("nothing" if topic.is_gone else topic.well)
    assert outcome(verdicts, topic.rule, topic.broken) != "fail"


@EVERY
def test_what_is_repaired_is_broken_in_the_sample(topic: type[Topic]) -> None:
    is_made_here = topic.place == topic.broken and topic.prepare is Topic.prepare

    assert outcome(untouched(), topic.rule, topic.broken) == ("pass" if is_made_here else "fail")


@EVERY
def test_without_the_data_the_rule_knows_nothing(topic: type[Topic]) -> None:
    verdicts = judge(without(topic), only=topic.rule).verdicts

    outcomes = {verdict for verdict, _ in verdicts.values()}
    assert "unknown" in outcomes
    assert outcomes <= {"unknown", "not_applicable", "manual"}
