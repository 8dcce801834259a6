"""The plans found against every plan there is: on small problems the best one is known."""

from fractions import Fraction
from functools import cache

import pytest

from politikontakt.core.planner.check import faults
from politikontakt.core.planner.model import Layers, Problem
from politikontakt.core.planner.objective import layers
from politikontakt.core.planner.solve import plan
from tests.core.planner.solve.posing import MONDAY, any_problem, every_plan, planned

SEEDS = [seed for seed in range(16) if seed not in (1, 2, 13)]  # those have too many plans to look at all

HOURS = 6
"""In its replan an item fits by minutes but not by hours, which no linear program sees: right, but not proven."""


@cache
def best_of_all(seed: int) -> Layers:
    return best(any_problem(seed))


def best(problem: Problem) -> Layers:
    return min(layers(problem, each) for each in every_plan(problem))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_plan_breaks_no_rule_and_as_little_is_short_as_can_be(seed):
    problem = any_problem(seed)

    found = plan(problem)

    assert faults(problem, found.plan) == ()
    assert layers(problem, found.plan)[:2] == best_of_all(seed)[:2]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_plan_at_all_has_fewer_points_than_the_bound(seed):
    found = plan(any_problem(seed))

    assert found.bound is not None
    assert Fraction(0) <= found.bound <= best_of_all(seed).points


@pytest.mark.parametrize("seed", SEEDS)
def test_the_points_are_the_fewest_there_are(seed):
    problem = any_problem(seed)

    found = plan(problem)

    assert layers(problem, found.plan).points == best_of_all(seed).points


@pytest.mark.parametrize("seed", SEEDS)
def test_on_a_small_problem_the_bound_is_what_the_best_plan_has(seed):
    found = plan(any_problem(seed))

    assert (found.bound, found.not_placed_proven) == (best_of_all(seed).points, True)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_lost_day_moves_as_little_as_can_be(seed):
    problem = any_problem(seed)
    accepted = plan(problem).plan
    replan = planned(problem, accepted, lost=("anna", accepted[0].day if accepted else MONDAY))

    found = plan(replan)

    least = best(replan)
    assert faults(replan, found.plan) == ()
    assert layers(replan, found.plan)[:3] == least[:3]
    assert (found.not_placed_proven, found.moved_proven) == (seed != HOURS, seed != HOURS)
    assert found.bound is not None
    assert least.points - 1 <= found.bound <= least.points
