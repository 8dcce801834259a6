"""Whole runs: nothing is lost or doubled, and planted faults are found."""

import os
from collections import Counter

import pytest

from tests.simulator.__main__ import FAULTS
from tests.simulator.planting import PLANTED, planted
from tests.simulator.playing import improvise, play
from tests.simulator.reducing import reduced
from tests.simulator.tallying import tally
from tests.simulator.town import Town

pytestmark = pytest.mark.xdist_group("simulator")

RUNS = int(os.environ.get("SIMULATOR_RUNS", "2000"))
"""About two minutes of one processor; `make simulate` plays 20,000 on all of them."""
SOON = 1000
ANSWERS = {
    (200, ""), (201, ""), (404, "no_such_row"), (409, "key_conflict"), (409, "overtaken"), (422, "in_future"),
    (422, "nobody_took_part"), (400, "unknown_format"), (401, "signed_out"), (403, "other_user"), (503, ""),
}  # fmt: skip
"""Everything a phone can hear, but for what is only heard by one that speaks another language."""


def test_nothing_is_lost_and_nothing_is_doubled(town: Town) -> None:
    counted = tally(town, range(1, RUNS + 1))

    assert (counted.wrong, str(counted)) == (0, f"{RUNS} runs, 0 lost, 0 doubled"), counted.first


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found_within_a_thousand_runs(town: Town, name: str) -> None:
    kind = PLANTED[name][1]

    counted = tally(town, range(1, SOON + 1), breaking=name, until=kind)

    assert counted.first
    assert counted.first.kind == kind
    assert counted.first.wrong


def test_without_its_fault_the_same_run_is_sound(town: Town) -> None:
    with_fault = tally(town, range(1, SOON + 1), breaking="key", until="doubled")
    assert with_fault.first

    assert improvise(town, with_fault.first.seed).findings == ()


def test_a_seed_gives_the_same_run_each_time(town: Town) -> None:
    assert improvise(town, 7) == improvise(town, 7)


def test_the_steps_of_a_run_played_again_tell_the_same(town: Town) -> None:
    first = improvise(town, 11)

    assert play(town, first.run) == first


def test_what_is_told_of_a_fault_is_as_short_as_can_be(town: Town) -> None:
    with planted("phone"):
        found = next(each for each in (improvise(town, seed) for seed in range(1, SOON)) if each.has("lost"))

        shortest = reduced(town, found.run, "lost")

        assert shortest.has("lost")
        assert len(shortest.run.steps) < len(found.run.steps)
        assert [len(reduced(town, shortest.run, "lost").run.steps)] == [len(shortest.run.steps)]


def test_runs_meet_every_answer_of_the_server(town: Town) -> None:
    heard: Counter[tuple[int, str]] = Counter()
    for seed in range(1, SOON):
        heard += improvise(town, seed).answers
        if heard.keys() >= ANSWERS:
            break

    assert ANSWERS - heard.keys() == set()


def test_the_command_offers_the_faults_there_are() -> None:
    assert tuple(PLANTED) == FAULTS
