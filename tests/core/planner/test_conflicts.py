"""What stands in the way of an item that found no place."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politikontakt.core.planner.conflicts import explain, explained
from politikontakt.core.planner.conflicts.filter import least
from politikontakt.core.planner.conflicts.quickly import least_of_many
from politikontakt.core.planner.model import Solution
from politikontakt.web.ui.wording.plans import conflict_words
from politikontakt.web.ui.wording.subjects import Names
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


@given(st.lists(st.sets(st.integers(0, 40), min_size=1, max_size=5), min_size=1, max_size=4))
def test_of_many_the_least_is_found_in_few_questions_the_first_kept_first(obstacles):
    impossible = [frozenset(f"{number:02}" for number in each) for each in obstacles]
    asked: list[frozenset[str]] = []

    def possible(standing: frozenset[str]) -> bool:
        asked.append(standing)
        return not any(each <= standing for each in impossible)

    found = least_of_many([f"{number:02}" for number in range(41)], possible)

    assert frozenset(found) in impossible
    assert not any(each < frozenset(found) for each in impossible)
    assert sorted(found, reverse=True) == min(sorted(each, reverse=True) for each in impossible)
    assert len(asked) <= 12 * len(found)


def test_two_contacts_who_are_away_are_both_named():
    scene_ = replace(TWO_CONTACTS, commitments=ONE_A_MONTH, planning=visits().planning).with_files(
        availability="person,first,last\nanna,2016-09-01,2016-09-30\nbjorn,2016-08-01,2016-10-30\n"
    )

    assert conflicts(scene_) == [("availability:anna/2016-09-01", "availability:bjorn/2016-08-01")]


def test_what_could_make_room_by_moving_is_not_named():
    """Sveberg can only be visited on the 14th. Saksvik's visit lies there, but could lie on any other day."""
    places = PLACES + "sveberg,Sveberg,school,1,7,,,,west\nsaksvik,Saksvik,school,1,7,,,,west\n"
    scene_ = visits(minutes=100).with_files(places=places, closed_days=ONE_DAY)
    problem = scene_.problem(*SEPTEMBER)
    saksvik = next(item for item in problem.items if item.key.place == "saksvik")
    away = scene_.with_files(
        places=places,
        closed_days=ONE_DAY,
        availability="person,first,last,blocks\nanna,2016-09-14,2016-09-14,morning\n",
    )

    there = conflicts(scene_, at(saksvik, date(2016, 9, 14)))
    without_her = conflicts(away, at(saksvik, date(2016, 9, 15)))

    assert there == [("series:visits/saksvik/2016-09-01",)]  # the plan's fault: with all else movable there is room
    assert without_her == [("availability:anna/2016-09-14",)]


def test_a_series_that_can_lie_nowhere_else_is_named_with_what_keeps_it_there():
    """Both schools are open on the 14th alone. A morning holds one visit; the meeting takes the afternoon."""
    places = PLACES + "sveberg,Sveberg,school,1,7,,,,west\nsaksvik,Saksvik,school,1,7,,,,west\n"
    closed = ONE_DAY + ONE_DAY.split("\n", 1)[1].replace("sveberg", "saksvik")
    scene_ = visits(minutes=100, blocks='["morning", "afternoon"]').with_files(
        places=places, closed_days=closed, meetings=MEETINGS + "m,council,planned,2016-09-14,anna,12:00,200\n"
    )
    sveberg = next(item for item in scene_.problem(*SEPTEMBER).items if item.key.place == "sveberg")

    found = conflicts(scene_, at(sveberg, date(2016, 9, 14)))

    assert found == [("series:visits/sveberg/2016-09-01", "meeting:m")]


def test_a_place_that_closed_for_good_before_the_first_day_leaves_no_window():
    places = PLACES + "sveberg,Sveberg,school,1,7,,,2016-09-10,west\n"

    scene_ = Scene(commitments={"P1": terms(at_least="3", part_year='"round_up"')}).with_files(places=places)

    assert set(conflicts(scene_, first=date(2016, 9, 20))) == {("window",)}


def test_a_wish_for_any_contact_names_the_roles_that_nobody_holds():
    wish = series(id='"wish"', activity='"presence"', places='["sveberg"]', at_least=1, per='"month"', minutes=60)
    promise = series(id='"visits"', commitment='"P1"', minutes=60, between='["01-10", "02-10"]')
    nobody = Scene(commitments=ONE_A_MONTH).with_series(wish, promise).with_files(roles="role,person,from\n")

    assert conflicts(nobody) == [("role:contact",)]


def test_once_told_to_stop_others_are_taken_where_they_lie():
    scene_ = visits().with_files(availability="person,first,last\nanna,2016-09-01,2016-09-30\n")
    problem = scene_.problem(*SEPTEMBER)

    assert list(explain(problem, (), stop=lambda: True).values()) == [("availability:anna/2016-09-01",)]
    assert explained(problem, Solution(plan=()), stop=lambda: True).stopped
    assert not explained(problem, Solution(plan=())).stopped


def test_where_the_only_day_left_is_closed_and_nobody_holds_the_role_the_role_is_named():
    scene_ = visits().with_files(
        roles="role,person,from\n", closed_days="place,first,last\nsveberg,2016-09-30,2016-09-30\n"
    )
    monthly = replace(scene_, commitments={"P1": terms(at_least="1", per='"month"')})

    assert conflicts(monthly, first=date(2016, 9, 30)) == [("role:contact",)]
