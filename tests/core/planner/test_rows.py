"""A plan as rows of activities.csv: ids, hours, and what a replan changes."""

from dataclasses import replace
from datetime import date, time

import pytest

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner.crew import Lost
from politikontakt.core.planner.model import ItemKey
from politikontakt.core.planner.moves import moves
from politikontakt.core.planner.rows import NoTimes, changed_rows, new_rows, row_id, timed
from tests.core.planner.scenes import PLACES, TWO_CONTACTS, Scene, at, series, terms

SEPTEMBER = (date(2016, 9, 1), date(2016, 9, 30))
ACTIVITIES = "id,kind,status,date,start,minutes,place,people,confirmed,partner,themes\n"


def september(day: int) -> date:
    return date(2016, 9, day)


def test_a_new_row_says_everything_that_the_promise_asks_for():
    scene = Scene(
        commitments={
            "P1": terms(activity='["school_visit", "walk"]', purpose='"preventive"', audience='["pupils", "staff"]')
        }
    )
    problem = scene.problem(*SEPTEMBER)
    plan = timed(problem, (at(problem.items[1], september(13), "afternoon"),))

    (row,) = new_rows(problem, plan, scene.records())

    assert (row.id, row.kind, row.status) == ("visits.sveberg.2016-09-01.2", "school_visit", "planned")
    assert (row.on, row.start, row.minutes, row.place) == (september(13), time(12, 0), 60, "sveberg")
    assert (row.people, row.purpose, row.audience) == (("anna",), "preventive", ("pupils", "staff"))
    assert (row.series, row.period, row.ordinal, row.recorded_at) == ("visits", september(1), 2, None)


def test_an_id_that_is_in_use_gets_a_number_more():
    key = ItemKey("visits", "sveberg", september(1), 2)
    plain = "visits.sveberg.2016-09-01.2"

    assert row_id(key, set()) == plain
    assert row_id(key, {plain}) == f"{plain}.2"
    assert row_id(key, {plain, f"{plain}.2"}) == f"{plain}.3"


def test_visits_in_one_block_follow_each_other_and_those_in_one_zone_stay_together():
    places = PLACES + "".join(
        f"{name},{name},school,1,7,,,,{zone}\n" for name, zone in (("a", "west"), ("b", "east"), ("c", "west"))
    )
    scene = Scene().with_files(places=places)
    problem = scene.problem(*SEPTEMBER)
    firsts = [item for item in problem.items if item.key.ordinal == 1]

    plan = timed(problem, tuple(at(item, september(5)) for item in firsts))

    assert [(row.start, row.place) for row in new_rows(problem, plan, scene.records())] == [
        (time(8, 0), "b"),
        (time(9, 0), "a"),
        (time(10, 0), "c"),
    ]


def test_visits_go_around_a_meeting_at_fixed_hours():
    meetings = "id,kind,status,date,people,start,minutes\nm,council,planned,2016-09-05,anna,08:30,60\n"
    scene = TWO_CONTACTS.with_series(series(id='"visits"', commitment='"P1"', minutes=60, people=2)).with_files(
        meetings=meetings
    )
    problem = scene.problem(*SEPTEMBER)

    (placement,) = timed(problem, (at(problem.items[0], september(5), "morning", "anna", "bjorn"),))

    assert placement.start == 9 * 60 + 30


def test_a_plan_that_breaks_a_rule_gets_no_hours():
    scene = Scene().with_series(series(id='"visits"', commitment='"P1"', minutes=240))
    problem = scene.problem(*SEPTEMBER)

    with pytest.raises(NoTimes):
        timed(problem, (at(problem.items[0], september(5)),))


OLD = ACTIVITIES + (
    "a,school_visit,planned,2016-09-05,09:00,60,sveberg,anna,,FAU,net\n"
    "b,school_visit,planned,2016-09-13,09:00,60,sveberg,anna,yes,,\n"
    "c,school_visit,planned,2016-09-20,09:00,60,sveberg,anna,,,\n"
    "d,school_visit,planned,2016-09-28,09:00,60,sveberg,anna,,,\n"
)


def replanned(scene: Scene = TWO_CONTACTS):
    scene = scene.with_files(activities=OLD)
    lost = [Lost("anna", DayRange(september(5), september(13)))]
    problem = scene.problem(*SEPTEMBER, lost=lost, replan=True)
    return scene, problem, {item.old.id: item for item in problem.items if item.old}


def test_rows_that_change_keep_their_ids_and_all_else_they_say():
    scene, problem, rows = replanned()
    before = {row.id: row for row in scene.records().activities}
    plan = (
        at(rows["a"], september(2), "afternoon", "bjorn"),
        at(rows["b"], september(14)),
        at(rows["c"], september(20), start=540),
    )

    changed = {row.id: row for row in changed_rows(problem, timed(problem, plan), scene.records())}

    assert sorted(changed) == ["a", "b", "d"]
    assert changed["a"] == replace(
        before["a"],
        on=september(2),
        start=time(12, 0),
        people=("bjorn",),
        series="visits",
        period=september(1),
        ordinal=1,
    )
    assert changed["d"] == replace(before["d"], status="cancelled")


def test_the_new_day_of_a_confirmed_row_is_not_confirmed():
    scene, problem, rows = replanned()

    (changed, *_) = changed_rows(problem, timed(problem, (at(rows["b"], september(14)),)), scene.records())[1:]

    assert (changed.id, changed.confirmed) == ("b", False)


def test_moves_tell_from_where_to_where_and_who_must_hear():
    _, problem, rows = replanned()
    plan = (
        at(rows["a"], september(2), "afternoon", "bjorn"),
        at(rows["c"], september(20), "morning", "anna", start=600),  # another start alone
        at(rows["d"], september(28), start=540),
    )

    assert moves(problem, plan) == [
        {
            "id": "a",
            "from": {"date": "2016-09-05", "block": "morning", "people": ["anna"]},
            "to": {"date": "2016-09-02", "block": "afternoon", "people": ["bjorn"]},
            "notify": ["anna", "bjorn", "sveberg"],
        },
        {
            "id": "b",
            "from": {"date": "2016-09-13", "block": "morning", "people": ["anna"]},
            "to": None,
            "notify": ["anna", "sveberg"],
        },
    ]


def test_rows_that_stay_keep_their_hours_where_that_leaves_room():
    _, problem, rows = replanned()

    (kept,) = timed(problem, (at(rows["c"], september(20)),))

    assert kept.start == 540


def test_rows_that_stay_begin_at_another_hour_where_only_that_makes_room():
    places = PLACES + "sveberg,Sveberg,school,1,7,,,,west\nsaksvik,Saksvik,school,1,7,,,,west\n"
    scene = TWO_CONTACTS.with_files(places=places).with_series(series(id='"visits"', commitment='"P1"', minutes=95))
    scene = scene.with_files(activities=ACTIVITIES + "c,school_visit,planned,2016-09-20,08:50,95,sveberg,anna,,,\n")
    problem = scene.problem(*SEPTEMBER, replan=True)
    old = next(item for item in problem.items if item.old)
    other = next(item for item in problem.items if item.key.place == "saksvik" and item.key.ordinal == 3)

    plan = timed(problem, (at(old, september(20)), at(other, september(20))))

    assert sorted(each.start for each in plan) == [480, 575]
    assert [row.id for row in changed_rows(problem, plan, scene.records())] == ["c"]
    assert moves(problem, plan) == []
