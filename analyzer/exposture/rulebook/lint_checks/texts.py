"""What people read of a rule: message, severity, topics, references."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

from exposture.model.outcome import Severity
from exposture.rulebook.pack import Pack, Problem, error, of

TOPIC = re.compile(r"^M(0[1-9]|[12]\d|3[01])$")
GRAVE = frozenset({Severity.CRITICAL, Severity.HIGH})


def message_fields(message: str) -> list[str]:
    """Return the field names of a message in order.

    Raises:
        ValueError: a brace without its partner.
    """
    return [name for _, name, _, _ in string.Formatter().parse(message) if name is not None]


def messages_can_be_filled(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.asked:
        try:
            fields = message_fields(loaded.rule.message)
        except ValueError as fault:
            yield of(loaded, f"the message cannot be read: {fault}")
            continue
        for name in sorted(set(fields) - set(pack.columns_given(loaded.rule.id))):
            yield of(loaded, f"the message names {{{name}}}, which the query does not give")


def messages_name_the_subject(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.asked:
        if "{subject}" not in loaded.rule.message:
            yield of(loaded, "the message does not name {subject}")


def messages_are_sentences(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.asked:
        message = loaded.rule.message.strip()
        if not message.endswith(".") or not (message[:1].isupper() or message[:1] in "{0123456789"):
            yield of(loaded, "the message is no full sentence")


def questions_ask(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.rules:
        if loaded.rule.kind == "manual" and not loaded.rule.question.strip().endswith("?"):
            yield of(loaded, "the question ends without a question mark")


def reasons_are_given(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.rules:
        for word in ("severity_reason", "rationale"):
            if not getattr(loaded.rule, word).strip() and loaded.rule.status != "alias":
                yield of(loaded, f"`{word}` is empty")


def grave_defaults_are_explained(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.rules:
        rule = loaded.rule
        if rule.product_default.fails and rule.severity in GRAVE and "default" not in rule.severity_reason.casefold():
            yield of(loaded, f"an untouched installation fails with {rule.severity}, and `severity_reason` does not say why the default is dangerous")


def topics_exist(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.rules:
        for topic in (topic for topic in loaded.rule.topics if not TOPIC.match(topic)):
            yield of(loaded, f"the topic {topic!r} is none of M01 to M31")


def references_have_titles(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.rules:
        for reference in loaded.rule.references:
            if not reference.title.strip():
                yield of(loaded, f"the reference to {reference.url or 'nothing'} has no title")
            if reference.url and not reference.url.startswith("https://"):
                yield of(loaded, f"the reference {reference.title!r} leads to {reference.url!r}, no https address")


CHECKS = (
    error("L030", "A message uses only columns of the answer", "give the column in the query, or take it out of the message", messages_can_be_filled),
    error("L031", "A message names its subject", "write {subject} into the sentence", messages_name_the_subject),
    error("L032", "A message is a full sentence", "begin with a capital letter or a field and end with a full stop", messages_are_sentences),
    error("L033", "A manual rule asks", "end the question with a question mark", questions_ask),
    error("L034", "Severity and rationale have their reasons", "write two or three sentences", reasons_are_given),
    error(
        "L035",
        "A default is never high or critical without a reason",
        "say in `severity_reason` why the default is dangerous here",
        grave_defaults_are_explained,
    ),
    error("L036", "Topics are those of the founding article", "use M01 to M31", topics_exist),
    error("L037", "References have a title and a safe address", "name the document as its publisher does", references_have_titles),
)
