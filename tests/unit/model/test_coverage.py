from __future__ import annotations

from itertools import pairwise, product

import pytest

from exposture.model.coverage import CERTAIN, INCOMPLETE, STATUS_RANK, Status, better, worse


@pytest.mark.parametrize(("first", "second"), list(pairwise(Status)))
def test_states_are_declared_best_first(first: Status, second: Status) -> None:
    assert worse(first, second) is worse(second, first) is second
    assert better(first, second) is better(second, first) is first


@pytest.mark.parametrize("status", Status)
def test_state_with_itself_stays(status: Status) -> None:
    assert worse(status, status) is better(status, status) is status


def test_every_state_has_a_rank_of_its_own() -> None:
    assert sorted(STATUS_RANK.values()) == list(range(len(Status)))


def test_missing_is_the_worst_and_certain_states_are_better_than_incomplete_ones() -> None:
    assert worse(Status.MISSING, Status.UNREADABLE) is Status.MISSING
    assert all(better(certain, incomplete) is certain for certain, incomplete in product(CERTAIN, INCOMPLETE))
    assert not CERTAIN & INCOMPLETE
