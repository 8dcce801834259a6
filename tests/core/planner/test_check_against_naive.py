"""`faults` against the rules read straight off the description."""

from datetime import timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner.check import faults
from politikontakt.core.planner.crew import Lost
from tests.core.planner.inventing import DAYS, FIRST, any_placement, scene, sound_plan, wild_plan
from tests.core.planner.naive_rules import allowed

seeds = st.integers(0, 10**9)


def a_problem(random: Random):
    replan = random.random() < 0.5
    first = FIRST + timedelta(days=random.choice((0, 3, 9)))
    lost_day = first + timedelta(days=random.randrange(20))
    lost = [Lost("anna", DayRange(lost_day, lost_day + timedelta(days=1)))] if replan else []
    last = FIRST + timedelta(days=random.choice((DAYS, DAYS - 12)))
    return scene(random, planned=replan).problem(first, last, lost=lost, replan=replan)


@settings(max_examples=150, deadline=None)
@given(seeds)
def test_a_plan_laid_without_a_look_at_the_rules_is_faulty_exactly_where_it_breaks_one(seed):
    random = Random(seed)
    problem = a_problem(random)

    plan = wild_plan(random, problem)

    assert (not faults(problem, plan)) == allowed(problem, plan)


@settings(max_examples=100, deadline=None)
@given(seeds)
def test_one_more_row_in_a_sound_plan_is_a_fault_exactly_where_it_breaks_a_rule(seed):
    random = Random(seed)
    problem = a_problem(random)
    plan = sound_plan(random, problem)
    left = [item for item in problem.items if item.key not in {each.item for each in plan}]

    assert allowed(problem, plan)
    for item in left:
        placement = any_placement(random, problem, item, wild=random.random() < 0.3)
        if placement is not None:
            more = (*plan, placement)
            assert (not faults(problem, more)) == allowed(problem, more)
