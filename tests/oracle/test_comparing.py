"""The engine against the naive one, on a fixed number of invented cases. Many more: `python -m tests.oracle`."""

from typing import Any

import pytest

from tests.oracle.comparing import differences, first_difference, smaller
from tests.oracle.inventing import invent
from tests.oracle.naive import judge

BLOCK = 75


@pytest.mark.parametrize("first", range(1, 601, BLOCK))
def test_both_engines_give_the_same_verdicts(first: int) -> None:
    differing = [found for found in map(first_difference, range(first, first + BLOCK)) if found]

    assert not differing, differing[0]


def test_a_difference_is_noticed_and_made_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the naive engine to call what is broken kept, one promise without its neighbours would show it."""

    def flatter(*asked: Any) -> list[dict[str, Any]]:
        return [{**one, "standing": one["standing"].replace("broken", "kept")} for one in judge(*asked)]

    monkeypatch.setattr("tests.oracle.comparing.judge", flatter)
    case, found = next((case, found) for case in map(invent, range(1, 50)) if (found := differences(case)))

    small = smaller(case, found[0])

    assert {line.partition(": ")[2] for line in differences(small)} == {"engine 'broken', naive 'kept'"}
    assert [len(clause["commitment"]) for clause in small.agreement["clause"]] == [1]
