"""What holds for every search: the same answer again, an answer at once when stopped, progress, one bound for parts."""

import pickle
from dataclasses import replace
from datetime import date
from time import sleep

import pytest

from politikontakt.core.planner.check import faults
from politikontakt.core.planner.model import Problem
from politikontakt.core.planner.objective import layers
from politikontakt.core.planner.solve import plan
from politikontakt.core.planner.solve.first import first_plan
from politikontakt.core.planner.solve.parts import split
from politikontakt.core.planner.solve.process import SolverFailed, Solving
from politikontakt.core.planner.solve.run import Progress
from tests.core.planner.scenes import Scene
from tests.core.planner.solve.posing import any_problem, group, in_towns, problem


def a_month(**settings: object) -> Problem:
    groups = [
        group(series, place, days=27, wanted=wanted, minutes=minutes, zone=zone, weight=weight)
        for series, place, wanted, minutes, zone, weight in (
            ("visits", "school", 4, 120, "near", 3),
            ("visits", "other", 3, 90, "far", 2),
            ("yard", "school", 5, 60, "near", 1),
            ("mall", "centre", 5, 90, "near", 1),
        )
    ]
    return problem(*groups, days=28, **settings)


def test_the_same_problem_and_seed_give_the_same_bytes():
    first, second = plan(a_month(), seed=3), plan(a_month(), seed=3)

    assert pickle.dumps(first) == pickle.dumps(second)


def test_a_row_of_the_series_takes_its_day_whoever_does_it():
    head = "id,kind,status,date,start,minutes,place,people,series\n"
    nobody_there = [f"r{day},walk,planned,2016-09-{day:02},,,sveberg,,visits\n" for day in (2, 5, 6, 7)]
    scene = Scene().with_files(activities=head + "".join(nobody_there))
    september = scene.problem(date(2016, 9, 1), date(2016, 9, 30))

    found = plan(september)

    assert faults(september, found.plan) == ()
    assert min(each.day for each in found.plan) == date(2016, 9, 1)


def test_a_search_that_is_told_to_stop_still_gives_a_plan_and_a_bound():
    found = plan(a_month(), stop=lambda: True)

    assert found.stopped
    assert faults(a_month(), found.plan) == ()
    assert len(found.plan) == len(a_month().items)
    assert found.bound == 0


def test_a_search_that_ends_by_itself_was_not_stopped():
    assert not plan(a_month()).stopped


@pytest.mark.parametrize("asked", [1, 3, 30, 300])
def test_whenever_it_is_stopped_the_bound_holds(asked):
    best = layers(a_month(), plan(a_month()).plan).points
    left = iter(range(asked))

    found = plan(a_month(), stop=lambda: next(left, None) is None)

    assert found.bound is not None
    assert found.bound <= best
    assert faults(a_month(), found.plan) == ()


def test_progress_tells_of_better_plans_and_higher_bounds():
    told: list[Progress] = []

    found = plan(a_month(), tell=lambda progress: told.append(progress()))

    points = [each.points for each in told]
    assert points == sorted(points, reverse=True)
    assert [each.bound for each in told] == sorted(each.bound for each in told)
    assert points[-1] == layers(a_month(), found.plan).points


def test_nothing_to_plan_is_a_plan():
    found = plan(problem())

    assert (found.plan, found.bound, found.not_placed_proven) == ((), 0, True)


def test_nobody_to_do_it_leaves_everything_out_and_says_so():
    alone = replace(a_month(), contacts=(), steady=(), holders={}, limits={})

    found = plan(alone)

    assert (found.plan, found.not_placed_proven) == ((), True)


def test_roles_that_share_nobody_are_parts_of_their_own():
    towns = ("east", "west")
    groups = [group(f"visits-{town}", f"school-{town}", days=20, wanted=4) for town in towns]
    shared = problem(*groups, people=("anna", "bjorn", "cato"), days=21)
    region = in_towns(shared, towns, {"east": ("anna",), "west": ("bjorn", "cato")})

    found = plan(region)

    assert [part.contacts for part in split(region)] == [("anna",), ("bjorn", "cato")]
    assert faults(region, found.plan) == ()
    assert found.bound is not None
    assert 0 < found.bound <= layers(region, found.plan).points


def test_the_first_plan_leaves_no_promise_out_that_moving_another_makes_room_for():
    """The long visit fits in one block only, where the short one would go by itself."""
    short = group("short", days=2, wanted=1, minutes=60, blocks=("morning", "afternoon"))
    long = group("long", "mall", days=1, wanted=1, minutes=150, blocks=("morning",))
    tight = problem(short, long, people=("anna",), weekly=400)

    assert layers(tight, first_plan(tight)).short == 0


def test_a_process_of_its_own_gives_the_same_answer():
    solving = Solving.start(any_problem(3), seconds=60)

    assert solving.answer(wait=60) == plan(any_problem(3))


def test_a_cancelled_process_hands_in_what_it_has():
    solving = Solving.start(a_month(), seconds=60)
    while solving.running and solving.far() is None:
        sleep(0.05)

    solving.cancel()

    found = solving.answer(wait=60)
    assert found is not None
    assert faults(a_month(), found.plan) == ()
    assert len(found.plan) == len(a_month().items)


def test_a_process_with_too_little_memory_says_so():
    solving = Solving.start(a_month(), seconds=60, memory=40)

    with pytest.raises(SolverFailed):
        solving.answer(wait=60)
