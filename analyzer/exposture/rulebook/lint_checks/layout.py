"""Files, ids and titles of rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from exposture.rulebook.areas import AREAS, area_of
from exposture.rulebook.load import Fault
from exposture.rulebook.pack import Pack, Problem, error, of

SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
TITLE_WORDS = 3
TITLE_LENGTH = 120


def _of_fault(fault: Fault) -> Problem:
    line = None if fault.where is None else fault.where.line
    return Problem(message=fault.message, path=fault.path, rule_id=fault.rule_id, line=line)


def broken_files(pack: Pack) -> Iterator[Problem]:
    yield from (_of_fault(fault) for fault in (*pack.book.faults, *pack.case_faults))


def file_names(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.book.rules:
        stem = PurePosixPath(loaded.path).stem
        head, slug = stem[: len(loaded.rule.id) + 1], stem[len(loaded.rule.id) + 1 :]
        if head != f"{loaded.rule.id}-" or not SLUG.match(slug):
            yield of(loaded, f"the file is called {stem}.yaml; expected {loaded.rule.id}-<slug>.yaml with a slug of lower-case words and hyphens")


def areas(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.book.rules:
        if loaded.rule.id[:3] not in AREAS[loaded.area]:
            yield of(loaded, f"{loaded.rule.id} lies in {loaded.area}; its prefix belongs to {area_of(loaded.rule.id) or 'no area'}")


def titles_differ(pack: Pack) -> Iterator[Problem]:
    owners: dict[str, list[str]] = defaultdict(list)
    for loaded in pack.rules:
        others = owners[loaded.rule.title.casefold()]
        if others:
            yield of(loaded, f"{others[0]} has the same title")
        others.append(loaded.rule.id)


def titles_are_sentences(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.rules:
        if fault := _title_fault(loaded.rule.title):
            yield of(loaded, f"the title {fault}")


def _title_fault(title: str) -> str | None:
    faults = {
        "does not begin with a capital letter or a number": not title[:1].isupper() and not title[:1].isdigit(),
        "ends with a full stop": title.endswith((".", "!", "?")),
        f"has fewer than {TITLE_WORDS} words": len(title.split()) < TITLE_WORDS,
        f"is longer than {TITLE_LENGTH} characters": len(title) > TITLE_LENGTH,
        "demands or asks, and does not say the good state": bool(
            re.search(r"\b(should|must|shall|ensure|check that|verify that)\b", title, re.IGNORECASE)
        ),
    }
    return next((fault for fault, holds in faults.items() if holds), None)


CHECKS = (
    error("L001", "Every file of the pack can be read", "mend the file", broken_files),
    error("L002", "A rule's file is named after it", "rename the file and its cases file", file_names),
    error("L003", "A rule lies in the folder of its area", "move the file, or take an id of the area", areas),
    error("L004", "No two rules have one title", "say what sets the two apart", titles_differ),
    error("L005", "A title is a sentence that says the good state", "write what holds where everything is right", titles_are_sentences),
)
