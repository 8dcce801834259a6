"""Evenings balanced between parts that share no contact, against every plan there is."""

from dataclasses import replace
from functools import cache

import pytest

from politikontakt.core.planner.check import faults
from politikontakt.core.planner.model import Group, Problem
from politikontakt.core.planner.objective import layers, points
from politikontakt.core.planner.solve import plan
from politikontakt.core.planner.solve.counts import NOTHING
from politikontakt.core.planner.solve.evenings import Fewest, fewest
from politikontakt.core.planner.solve.first import first_state
from politikontakt.core.planner.solve.parts import charges, split
from politikontakt.core.planner.stopping import never
from tests.core.planner.solve.posing import any_problem, every_plan, group, in_towns, problem


def apart(posed: Problem) -> Problem:
    """The problem as one of two municipalities without a shared contact; groups belong to them by turns."""
    towns = ("east", "west") * len(posed.groups)
    return in_towns(posed, towns[: len(posed.groups)], {"east": ("anna",), "west": ("bjorn",)})


def visits(town: str, *, blocks: tuple[str, ...], wanted: int = 3) -> Group:
    return group(f"{town}-visits", f"{town}-school", days=20, wanted=wanted, minutes=90, blocks=blocks, zone=None)


@cache
def evening_work() -> Problem:
    """In the east everything is in the evening; in the west it may as well be in the afternoon."""
    return apart(problem(visits("e", blocks=("evening",)), visits("w", blocks=("afternoon", "evening")), days=21))


@pytest.mark.parametrize("seed", [0, 4, 5, 7, 8, 9])
def test_no_plan_of_two_parts_has_fewer_points_than_their_bounds_together(seed):
    posed = any_problem(seed)
    two = apart(replace(posed, groups=tuple(replace(each, people=1) for each in posed.groups)))

    found = plan(two)

    best = min(layers(two, each) for each in every_plan(two))
    assert faults(two, found.plan) == ()
    assert layers(two, found.plan)[:2] == best[:2]
    assert found.bound is not None
    assert found.bound <= best.points <= layers(two, found.plan).points


def test_evenings_that_cost_nothing_are_taken_so_that_all_have_as_many():
    found = plan(evening_work())

    assert points(evening_work(), found.plan).evening_balance == 0
    assert found.bound == layers(evening_work(), found.plan).points


def test_evenings_pay_up_to_what_the_most_have():
    states = [first_state(part, never) for part in split(evening_work())]

    assert fewest(states, 3, never) == Fewest(3, (0.0, 0.0))


def test_when_time_is_up_nobody_pays():
    states = [first_state(part, never) for part in split(evening_work())]

    assert fewest(states, 3, lambda: True) is None


def test_the_shares_of_the_least_make_one_and_whoever_has_most_pays_the_rest():
    states = [first_state(part, never) for part in split(evening_work())]

    paid = charges(states, [0.0, 0.25])

    assert [each.most_evenings for each in paid] == [1, 0]
    assert [each.least_evenings for each in paid] == [0.75, 0.25]


def test_without_shares_nobody_pays_for_evenings():
    states = [first_state(part, never) for part in split(evening_work())]

    assert [(each.most_evenings, each.least_evenings) for each in charges(states)] == [(0, 0), (0, 0)]


def test_one_contact_alone_pays_for_no_balance():
    alone = problem(visits("e", blocks=("evening",)), people=("anna",), days=21)

    assert charges([first_state(part, never) for part in split(alone)]) == [NOTHING]
