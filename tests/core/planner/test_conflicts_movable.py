"""Conflicts against a search that tries everything: with all of it no room, without any one of its parts some."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from politikontakt.core.planner.check import faults
from politikontakt.core.planner.conflicts import explain
from politikontakt.core.planner.conflicts.bounds import window_days
from politikontakt.core.planner.conflicts.movable import Movable
from politikontakt.core.planner.conflicts.ways import Undecided
from politikontakt.core.planner.hard.breach import PlanFault
from politikontakt.core.planner.hard.diary import iso_week
from politikontakt.core.planner.model import Item, Placement, Plan, Problem
from tests.core.planner.inventing import DAYS, FIRST, scene, sound_plan
from tests.core.planner.solve.posing import MONDAY, group, planned, problem

PATIENCE = 250
LIMITS = {
    "week_full": "weekly_minutes",
    "evenings_full": "evenings_per_week",
    "saturdays_full": "saturdays_per_three_weeks",
}


class TooMuch(Exception):
    """More to try than there is patience for."""


class Everywhere:
    """Whether an item can be laid with the items of the series named, when only some codes stand in its way."""

    def __init__(self, problem: Problem, codes: frozenset[str]) -> None:
        self.codes = codes
        days = [problem.first + timedelta(days=number) for number in range((problem.last - problem.first).days + 1)]
        self.problem = replace(
            problem,
            kept=tuple(each for each in problem.kept if each.code in codes),
            absent=frozenset(
                (each.person, day, block)
                for each in problem.absences
                if each.code in codes
                for day in days
                for block in each.blocks
                if each.covers(each.person, day, block)
            ),
        )
        self.steps = 0

    def holds(self, items: Sequence[Item], plan: Plan = ()) -> bool:
        if not items:
            return True
        for way in self._ways(items[0]):
            self.steps += 1
            if self.steps > PATIENCE:
                raise TooMuch
            if self._sound((*plan, way)) and self.holds(items[1:], (*plan, way)):
                return True
        return False

    def _sound(self, plan: Plan) -> bool:
        return not any(self._counts(each, plan) for each in faults(self.problem, plan))

    def _counts(self, fault: PlanFault, plan: Plan) -> bool:
        """Limits only where they are named, and days are looked at elsewhere."""
        if fault.code in LIMITS:
            new = [each for each in plan if f"item:{'/'.join(map(str, each.item))}" in fault.rows]
            weeks = {iso_week(each.day) for each in new}
            return any(f"limit:{LIMITS[fault.code]}/{fault.person}/{week}" in self.codes for week in weeks)
        return fault.code not in ("place_closed", "not_a_visiting_day", "outside_window", "wrong_weekday")

    def _ways(self, item: Item) -> Iterator[Placement]:
        for day in window_days(self.problem, item):
            if not self._closed(item, day):
                crew = self.problem.in_role(item.group.role, day)
                many = len(crew) if item.group.people is None else item.group.people
                for block in item.group.blocks:
                    for people in combinations(crew, many) if many else ():
                        yield Placement(item=item.key, day=day, block=block, people=people)

    def _closed(self, item: Item, day: date) -> bool:
        return any(
            each.place == item.key.place and each.first <= day <= each.last and each.code in self.codes
            for each in self.problem.closures
        )


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_with_the_conflict_there_is_no_room_and_without_any_part_of_it_there_is(seed):
    random = Random(seed)
    case = scene(random).problem(FIRST, date.fromordinal(FIRST.toordinal() + DAYS))
    plan = sound_plan(random, case)
    placed = {each.item for each in plan}
    movable = Movable(case, plan)

    for item in case.items:
        codes = movable.conflict(item) if item.key not in placed and movable.ways(item) else None
        if not codes:
            continue
        others = [each for each in case.items if each.key in placed]

        def room(standing: frozenset[str], item: Item = item, others: list[Item] = others) -> bool | None:
            named = [each for each in others if f"series:{each.key.group}" in standing]
            try:
                return Everywhere(case, standing).holds([item, *named])
            except TooMuch:
                return None

        assert room(frozenset(codes)) is not True
        assert all(room(frozenset(codes) - {code}) is not False for code in codes)


def test_where_there_is_too_much_to_look_at_nothing_is_said():
    case = scene(Random(3)).problem(FIRST, date.fromordinal(FIRST.toordinal() + DAYS))
    movable = Movable(case, ())
    movable.left = 1

    with pytest.raises(Undecided):
        movable.spend(2)
    assert all(movable.conflict(item) is None for item in case.items)


def test_old_rows_over_a_limit_among_themselves_stand_in_nobodys_way():
    """Anna's two are over her week together, as they were before; Bjørn's week is free."""
    three = [group(name, name, days=4, wanted=1, minutes=90, zone=None) for name in ("first", "second", "third")]
    over = problem(*three, days=4, weekly=170)
    laid = tuple(
        Placement(item=item.key, day=MONDAY + timedelta(days=number), block="morning", people=("anna",))
        for number, item in enumerate(over.items[:2])
    )
    replan = planned(over, laid)

    assert Movable(replan, laid).conflict(replan.items[2]) is None
    alone = replace(replan, holders={None: dict.fromkeys(replan.holders[None], ("anna",))})
    assert Movable(alone, laid).conflict(alone.items[2]) == (
        "series:first/first/2027-02-01",
        "limit:weekly_minutes/anna/2027-W05",
    )


def test_an_old_row_that_is_dropped_could_stay_where_it_was_but_for_what_took_its_place():
    """It lies out of its window by now, where only staying is left to it."""
    both = problem(group("new", days=1, wanted=1), group("old", days=1, wanted=1), people=("anna",), days=1)
    first, second = both.items
    blocks = tuple(replace(each, group=replace(each.group, minutes=120, blocks=("morning",))) for each in both.items)
    there = Placement(item=first.key, day=MONDAY, block="morning", people=("anna",))
    replan = planned(replace(both, items=blocks), (replace(there, item=second.key),))
    out = replace(replan.items[1], days=(), minutes=120)
    replan = replace(replan, items=(replace(replan.items[0], minutes=120), out))

    assert explain(replan, (there,)) == {second.key: ("series:new/school/2027-02-01",)}
