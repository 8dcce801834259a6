"""Whole runs: nothing is lost or doubled, and planted faults are found."""

import gc
from unittest.mock import patch

import pytest

from tests.simulator.__main__ import FAULTS
from tests.simulator.machine import MANNERS
from tests.simulator.planting import PLANTED, planted
from tests.simulator.playing import improvise, play
from tests.simulator.reducing import reduced
from tests.simulator.scene import Scene
from tests.simulator.steps import STEPS
from tests.simulator.tallying import tally
from tests.simulator.town import Town

SOON = 1000
ANSWERS = (
    "200", "201", "404 no_such_row", "409 key_conflict", "409 overtaken", "422 in_future", "422 nobody_took_part",
    "422 already_out", "400 unknown_format", "401 signed_out", "403 other_user", "503", "0",
)  # fmt: skip
"""Everything a phone can hear, but for what is only heard by one that speaks another language; 0 is no answer."""
HAPPENINGS = (
    *(f"the database {manner}" for manner in MANNERS),
    "a request arrives again", "a request arrives after a newer one", "a reply is heard after a newer one",
    "a reply is lost after the commit", "two phones at one visit", "a visit by a clock that is a day or more wrong",
    "the clocks go forward", "the clocks go back", "the year ends",
)  # fmt: skip
OFTEN = 8
"""Times in a thousand runs."""


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


def test_runs_meet_every_step_every_fault_and_every_answer(town: Town) -> None:
    happened = tally(town, range(1, SOON + 1)).happened

    assert {each: happened[each] for each in (*STEPS, *HAPPENINGS) if happened[each] < OFTEN} == {}
    assert {each for each in ANSWERS if not happened[each]} == set()


def test_a_run_that_breaks_the_simulator_itself_is_told_by_its_seed(town: Town) -> None:
    with patch.object(Scene, "around", side_effect=ZeroDivisionError), pytest.raises(ZeroDivisionError) as broken:
        tally(town, [42])

    assert broken.value.__notes__ == ["in the run of seed 42"]
    assert gc.isenabled()


def test_the_command_offers_the_faults_there_are() -> None:
    assert tuple(PLANTED) == FAULTS
