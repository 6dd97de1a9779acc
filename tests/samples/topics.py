"""Each topic of the founding article as a change to Contoso: the mistake, the repair, and the data that show it.

`place` is a server ("" for the organization) and a subject that pass in the sample, `broken` a place that fails in it.
`also` are the verdicts of other places or rules that the mistake changes as well, each with the reason beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from scripts.contoso.contents import Contents

Place = tuple[str, str]


class Topic:
    """One topic; the subclasses are the parameters of the tests."""

    rule: str
    place: Place
    broken: Place
    mended: Place | None = None  # where the pass is to be seen after the repair, if it is not the broken place
    well: str = "pass"  # what the rule says where all is well
    is_gone: bool = False  # the repair takes the object away, and the rule has no fail left there
    shows: Sequence[str | tuple[str, str]] = ()  # datasets that show the fact, at all targets or at one
    also: frozenset[tuple[str, str, str]] = frozenset()
    site: str = ""

    @staticmethod
    def prepare(contoso: Contents) -> None:
        """Change the sample first, where nothing of this rule passes in it."""

    @staticmethod
    def mistake(contoso: Contents) -> None:
        """Make the article's mistake at `place`."""
        raise NotImplementedError

    @staticmethod
    def repair(contoso: Contents) -> None:
        """Repair what is wrong at `broken`."""
        raise NotImplementedError
