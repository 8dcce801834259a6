"""Municipalities that share a contact, solved as one: against every plan there is, and against the plain search."""

import pickle
from fractions import Fraction
from functools import cache

import pytest

from politikontakt.core.planner.check import faults
from politikontakt.core.planner.model import Layers, Problem, Solution
from politikontakt.core.planner.objective import layers
from politikontakt.core.planner.solve import chain, plan
from politikontakt.core.planner.solve.chain import Chain, is_chain, links
from politikontakt.core.planner.solve.counts import NOTHING, Charged
from politikontakt.core.planner.solve.first import first_state
from politikontakt.core.planner.solve.part import Limits, Part
from politikontakt.core.planner.solve.parts import split
from politikontakt.core.planner.solve.proof import least_possible
from politikontakt.core.planner.solve.state import Outside
from politikontakt.core.planner.stopping import never
from tests.core.planner.solve.posing import any_problem, every_plan, in_towns
from tests.core.planner.solve.towns import three_towns

LIMITS = Limits(shakes=10, nodes=1)


@pytest.fixture(autouse=True)
def small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let small parts be solved as large ones are."""
    monkeypatch.setattr(chain, "LARGE", 0)


@cache
def solved() -> Solution:
    return plan(three_towns(), limits=LIMITS)


def neighbours(seed: int) -> Problem:
    """Some small problem in which bjorn serves two municipalities, and anna one of them."""
    served_by = {"east": ("anna", "bjorn"), "west": ("bjorn",)}
    return in_towns(any_problem(seed), ("east", "west", "east"), served_by)


@cache
def both(seed: int) -> tuple[Layers, Solution]:
    """The layers of the best plan there is, and what is found."""
    problem = neighbours(seed)
    return min(layers(problem, each) for each in every_plan(problem)), plan(problem)


SEEDS = [3, 5, 7, 9]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_plan_of_two_municipalities_has_fewer_points_than_the_bound(seed):
    best, found = both(seed)

    mine = layers(neighbours(seed), found.plan)
    assert faults(neighbours(seed), found.plan) == ()
    assert found.bound is not None
    assert mine[:2] == best[:2]
    assert Fraction(0) <= found.bound <= best.points


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_proven_to_be_least_is_least(seed):
    best, found = both(seed)

    assert layers(neighbours(seed), found.plan)[:2] == best[:2] or not found.not_placed_proven


def test_towns_that_share_contacts_are_one_part_of_several_links():
    parts = split(three_towns())

    assert [(len(links(part)), is_chain(part)) for part in parts] == [(3, True)]


def test_the_plan_of_three_towns_breaks_no_rule_and_is_near_its_bound():
    found = solved()

    points = layers(three_towns(), found.plan).points
    assert faults(three_towns(), found.plan) == ()
    assert found.bound is not None
    assert Fraction(97, 100) * points <= found.bound <= points


def test_the_bound_is_for_any_plan_also_for_those_of_the_plain_search():
    (part,) = split(three_towns())
    plain = Part(first_state(part, never), Limits(shakes=30, nodes=1), never)
    as_one = Chain(first_state(part, never), LIMITS, never)
    for search in (plain, as_one):
        search.improve(seed=1)
        search.prove(Outside(), Charged())

    assert (plain.best.short, plain.best.unplaced) == (as_one.best.short, as_one.best.unplaced)
    assert as_one.bound <= plain.points
    assert plain.bound <= as_one.points


def test_the_same_towns_give_the_same_bytes():
    assert pickle.dumps(plan(three_towns(), limits=LIMITS)) == pickle.dumps(solved())


@pytest.mark.parametrize("asked", [0, 10, 60, 200])
def test_whenever_it_is_stopped_there_is_a_plan_and_the_bound_holds(asked):
    left = iter(range(asked))

    found = plan(three_towns(), stop=lambda: next(left, None) is None, limits=LIMITS)

    mine, best = layers(three_towns(), found.plan), layers(three_towns(), solved().plan)
    assert faults(three_towns(), found.plan) == ()
    assert found.bound is not None
    assert found.bound <= (best.points if mine[:2] == best[:2] else mine.points)


def test_a_part_that_is_too_large_for_a_program_has_a_plan_all_the_same(monkeypatch):
    monkeypatch.setattr(chain, "TOO_LARGE", 10)
    (part,) = split(three_towns())
    search = Chain(first_state(part, never), LIMITS, never)

    search.improve(seed=1)
    search.prove(Outside(), NOTHING)

    assert search.bound == 0
    assert (search.best.short, search.best.unplaced) == least_possible(search.best)
