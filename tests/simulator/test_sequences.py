"""The figure: twenty thousand sequences, none of which loses or doubles anything. In parts, which workers share."""

import os

import pytest

from tests.simulator.tallying import tally
from tests.simulator.town import Town

RUNS = int(os.environ.get("SIMULATOR_RUNS", "20000"))
"""Some two minutes of two processors; SIMULATOR_RUNS=500 for a quick look."""
PARTS = 40
EACH = -(-RUNS // PARTS)


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_is_lost_and_nothing_is_doubled(town: Town, part: int) -> None:
    first = 1 + part * EACH
    seeds = range(first, min(first + EACH, RUNS + 1))

    counted = tally(town, seeds)

    assert (counted.wrong, str(counted)) == (0, f"{len(seeds)} runs, 0 lost, 0 doubled"), counted.first
