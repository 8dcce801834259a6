"""A day is lost: what moves, what stays, and what is proven of it."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from politikontakt.core.planner.check import faults
from politikontakt.core.planner.laid import moved
from politikontakt.core.planner.model import ItemKey, Placement, Plan, Problem
from politikontakt.core.planner.objective import layers
from politikontakt.core.planner.solve import plan
from politikontakt.core.planner.solve.replan import first_answer
from tests.core.planner.solve.posing import MONDAY, group, planned, problem

TUESDAY = MONDAY + timedelta(days=1)


def a_month(**weights: object) -> Problem:
    groups = [
        group(series, place, days=27, wanted=wanted, minutes=minutes, zone=zone)
        for series, place, wanted, minutes, zone in (
            ("visits", "school", 4, 120, "near"),
            ("visits", "other", 3, 90, "far"),
            ("mall", "centre", 5, 90, "near"),
        )
    ]
    return problem(*(replace(each, **weights) for each in groups), days=28)


def moved_rows(replan: Problem, found: Plan) -> set[ItemKey]:
    old = {item.key: item.old for item in replan.items}
    return {each.item for each in found if (row := old[each.item]) is not None and moved(row, each)}


def hit_rows(replan: Problem) -> set[ItemKey]:
    return {item.key for item in replan.items if item.old is not None and item.old.hit}


@pytest.mark.parametrize("lost", range(0, 12, 3))
def test_where_there_is_room_a_lost_day_moves_the_hit_rows_and_nothing_else(lost):
    accepted = plan(a_month()).plan
    replan = planned(a_month(), accepted, lost=(accepted[lost].people[0], accepted[lost].day))

    found = plan(replan)

    assert moved_rows(replan, found.plan) == hit_rows(replan) != set()
    assert faults(replan, found.plan) == ()
    assert (found.not_placed_proven, found.moved_proven) == (True, True)
    assert found.bound == layers(replan, found.plan).points


def two_visits() -> tuple[Problem, Plan]:
    """Anna's long visit fits on Monday or Tuesday morning only; the short one may lie in the afternoon, too."""
    long = group("long", "mall", days=2, wanted=1, minutes=150, blocks=("morning",))
    short = group("short", days=2, wanted=1, minutes=60)
    tight = problem(long, short, people=("anna",), days=2, weekly=400)
    first, second = tight.items
    laid = (
        Placement(item=first.key, day=MONDAY, block="morning", people=("anna",)),
        Placement(item=second.key, day=TUESDAY, block="morning", people=("anna",)),
    )
    return tight, laid


def test_another_row_moves_where_a_hit_one_would_else_be_left_out():
    tight, accepted = two_visits()
    replan = planned(tight, accepted, lost=("anna", MONDAY))

    found = plan(replan)

    assert layers(replan, first_answer(replan)).short == 1
    assert layers(replan, found.plan)[:3] == (0, 0, 2)
    assert moved_rows(replan, found.plan) == {item.key for item in tight.items}
    assert (found.not_placed_proven, found.moved_proven) == (True, True)
    assert found.bound == layers(replan, found.plan).points


def test_weights_of_rows_that_stay_do_not_change_what_the_others_count():
    """The part that is searched has whole weights, the row that stays has not. One visit is longer than any block."""
    accepted = plan(a_month()).plan
    odd = replace(group("odd", "far-away", days=1, wanted=1, zone=None), weight=Fraction(5, 2))
    later = MONDAY + timedelta(days=14)
    nowhere = group("nowhere", "fjord", days=1, wanted=1, required=0, minutes=300, zone=None, first=later)
    both = problem(*a_month().groups, nowhere, odd, days=28)
    stays = Placement(item=both.items[-1].key, day=MONDAY, block="afternoon", people=("bjorn",))
    lost = next(each for each in accepted if each.day > MONDAY + timedelta(days=7))
    replan = planned(both, (*accepted, stays), lost=(lost.people[0], lost.day))

    found = plan(replan)

    assert moved_rows(replan, found.plan) == hit_rows(replan) != set()
    assert (found.not_placed_proven, found.moved_proven) == (True, True)
    assert found.bound == layers(replan, found.plan).points


def test_nothing_is_claimed_where_old_rows_break_a_rule_among_themselves():
    """Two rows that somebody laid on Tuesday and Wednesday are over the week's limit; Monday's is hit."""
    three = [group(name, name, days=4, wanted=1, minutes=90, zone=None) for name in ("first", "second", "third")]
    over = problem(*three, people=("anna",), days=4, weekly=170)
    laid = [
        Placement(item=item.key, day=MONDAY + timedelta(days=number), block="morning", people=("anna",))
        for number, item in enumerate(over.items)
    ]
    replan = planned(over, tuple(laid), lost=("anna", MONDAY))

    found = plan(replan)

    assert faults(replan, found.plan) == ()
    assert set(found.plan) == set(laid[1:])
    assert (found.bound, found.not_placed_proven, found.moved_proven) == (0, False, False)


def test_a_replan_that_is_told_to_stop_at_once_hands_in_the_first_answer_and_claims_nothing():
    tight, accepted = two_visits()
    replan = planned(tight, accepted, lost=("anna", MONDAY))

    found = plan(replan, stop=lambda: True)

    assert found.plan == first_answer(replan)
    assert (found.stopped, found.bound, found.not_placed_proven, found.moved_proven) == (True, 0, False, False)


def test_where_nothing_is_hit_and_nothing_missing_all_stays_and_that_is_proven():
    tight, accepted = two_visits()
    replan = planned(tight, accepted)

    found = plan(replan)

    assert set(found.plan) == set(accepted)
    assert (found.moved_proven, found.bound) == (True, layers(replan, found.plan).points)


def test_what_stands_stays_where_there_is_no_contact_left_at_all():
    tight, accepted = two_visits()
    replan = planned(tight, accepted)
    nobody = replace(replan, contacts=(), steady=(), holders={}, limits={})

    assert first_answer(nobody) == plan(nobody).plan == accepted
    assert plan(nobody).moved_proven
