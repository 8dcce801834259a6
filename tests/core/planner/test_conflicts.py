"""What stands in the way of an item that found no place."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from politikontakt.core.planner.check import faults
from politikontakt.core.planner.conflicts import explain
from politikontakt.core.planner.conflicts.filter import least
from politikontakt.core.planner.conflicts.standing import Standing
from politikontakt.core.planner.laid import laid
from politikontakt.web.ui.wording.plans import conflict_words
from politikontakt.web.ui.wording.subjects import Names
from tests.core.planner.inventing import DAYS, FIRST, any_placement, scene, sound_plan
from tests.core.planner.scenes import PLACES, TWO_CONTACTS, Scene, at, series, terms

ONE_A_MONTH = {"P1": terms(at_least="1")}
SEPTEMBER = (date(2016, 9, 1), date(2016, 9, 30))
MEETINGS = "id,kind,status,date,people,start,minutes\n"


def conflicts(scene_: Scene, *plan, first: date = SEPTEMBER[0], last: date = SEPTEMBER[1]) -> list[tuple[str, ...]]:
    problem = scene_.problem(first, last)
    found = explain(problem, plan)
    assert all(conflict_words(code, Names()) for each in found.values() for code in each)
    return [found[item.key] for item in problem.items if item.key in found]


def visits(**keys: object) -> Scene:
    return Scene(commitments=ONE_A_MONTH).with_series(
        series(**{"id": '"visits"', "commitment": '"P1"', "minutes": 60, "blocks": '["morning"]', **keys})
    )


ONE_DAY = "place,first,last\nsveberg,2016-09-01,2016-09-13\nsveberg,2016-09-15,2016-09-30\n"
"""Only Wednesday 14 September is left."""


@pytest.mark.parametrize(
    ("scene_", "found"),
    [
        (visits().with_files(roles="role,person,from\n"), ("role:contact",)),
        (visits(people=2), ("role:contact",)),  # there is one
        (visits(minutes=191), ("block:morning",)),  # 20 of travel
        (visits(minutes=211, blocks='["morning", "evening"]'), ("block:morning", "block:evening")),
        (visits(weekdays='["sat"]').with_files(closed_days=ONE_DAY), ("window",)),
        (
            visits().with_files(availability="person,first,last\nanna,2016-09-01,2016-09-30\n"),
            ("availability:anna/2016-09-01",),
        ),
        (
            visits().with_files(closed_days=ONE_DAY, availability="person,first,last\nanna,2016-09-14,2016-09-14\n"),
            ("availability:anna/2016-09-14",),
        ),
        (
            visits().with_files(
                closed_days=ONE_DAY, meetings=MEETINGS + "m,council,planned,2016-09-14,anna,08:00,200\n"
            ),
            ("meeting:m",),
        ),
        (
            visits().with_files(
                closed_days=ONE_DAY,
                activities="id,kind,status,date,start,minutes,people\na,office,planned,2016-09-14,08:00,200,anna\n",
            ),
            ("activity:a",),
        ),
        (
            visits().with_files(
                closed_days=ONE_DAY,
                activities="id,kind,status,date,minutes,people\na,office,planned,2016-09-15,1300,anna\n",
            ),
            ("activity:a", "limit:weekly_minutes/anna/2016-W37"),
        ),
        (
            visits(blocks='["evening"]').with_files(
                closed_days=ONE_DAY,
                activities="id,kind,status,date,start,minutes,people\n"
                "a,office,planned,2016-09-13,17:00,30,anna\nb,office,planned,2016-09-16,17:00,30,anna\n",
            ),
            ("activity:a", "activity:b", "limit:evenings_per_week/anna/2016-W37"),
        ),
    ],
)
def test_what_stands_in_the_way_is_named(scene_, found):
    assert conflicts(scene_) == [found]


def test_closed_days_stand_in_the_way_of_what_is_late():
    scene_ = Scene(commitments={"P1": terms(at_least="1", per='"month"')}).with_files(
        closed_days="place,first,last\nsveberg,2016-09-27,2016-09-30\n"
    )

    assert conflicts(scene_, first=date(2016, 9, 27)) == [("closed:sveberg/2016-09-27",)]


def test_other_items_of_the_plan_stand_in_the_way_with_their_series():
    places = PLACES + "sveberg,Sveberg,school,1,7,,,,west\nsaksvik,Saksvik,school,1,7,,,,west\n"
    closed = ONE_DAY + ONE_DAY.split("\n", 1)[1].replace("sveberg", "saksvik")
    problem_scene = visits(minutes=100).with_files(places=places, closed_days=closed)
    problem = problem_scene.problem(*SEPTEMBER)
    sveberg = next(item for item in problem.items if item.key.place == "sveberg")

    found = explain(problem, (at(sveberg, date(2016, 9, 14)),))

    assert list(found.values()) == [("series:visits/sveberg/2016-09-01",)]


def test_saturdays_are_limited_over_three_weeks():
    scene_ = visits(weekdays='["sat"]').with_files(
        closed_days="place,first,last\nsveberg,2016-09-01,2016-09-16\nsveberg,2016-09-19,2016-09-30\n",
        activities="id,kind,status,date,minutes,people\na,office,planned,2016-09-10,30,anna\n",
    )

    assert conflicts(scene_) == [("activity:a", "limit:saturdays_per_three_weeks/anna/2016-W37")]


def test_what_would_find_room_has_no_conflict():
    assert conflicts(visits()) == [()]


def test_the_least_that_makes_something_impossible_is_found():
    impossible = [{"a", "c"}, {"b", "c", "d"}]

    found = least("abcd", lambda standing: not any(each <= standing for each in impossible))

    assert found == ("b", "c", "d")  # a goes first, and then b, c and d are all needed


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_a_conflict_is_minimal_and_without_one_there_is_room(seed):
    random = Random(seed)
    problem = scene(random).problem(FIRST, date.fromordinal(FIRST.toordinal() + DAYS))
    plan = sound_plan(random, problem)
    rows = laid(problem, plan)

    for key, codes in explain(problem, plan).items():
        item = next(each for each in problem.items if each.key == key)
        bounded = any(code.partition(":")[0] in ("role", "block", "window") for code in codes)
        standing = Standing(problem, item, rows)
        if codes and not bounded:
            assert not standing.possible(frozenset(codes))
            assert all(standing.possible(frozenset(codes) - {code}) for code in codes)
        if codes:
            tries = [any_placement(random, problem, item) for _ in range(5)]
            assert all(each is None or faults(problem, (*plan, each)) for each in tries)


def test_two_contacts_who_are_away_are_both_named():
    scene_ = replace(TWO_CONTACTS, commitments=ONE_A_MONTH, planning=visits().planning).with_files(
        availability="person,first,last\nanna,2016-09-01,2016-09-30\nbjorn,2016-08-01,2016-10-30\n"
    )

    assert conflicts(scene_) == [("availability:anna/2016-09-01", "availability:bjorn/2016-08-01")]
