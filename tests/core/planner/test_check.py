"""The hard rules by hand: what a plan may not do, and what is only a warning about the input."""

from dataclasses import replace
from datetime import date

import pytest

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner.check import faults, warnings
from politikontakt.core.planner.crew import Lost
from politikontakt.core.planner.model import ItemKey, Placement, Problem
from politikontakt.web.ui.wording.plans import fault_sentence
from politikontakt.web.ui.wording.subjects import Names
from tests.core.planner.scenes import PLACES, TWO_CONTACTS, Scene, at, series, terms

SEPTEMBER = (date(2016, 9, 1), date(2016, 9, 30))
MEETINGS = "id,kind,status,date,people,start,block,minutes,place\n"
ACTIVITIES = "id,kind,status,date,start,minutes,place,people,confirmed\n"


def september(day: int) -> date:
    return date(2016, 9, day)


def codes(problem: Problem, *plan: Placement) -> list[str]:
    """The codes of what is wrong with a plan, each of which has its sentence."""
    found = faults(problem, plan)
    assert all(fault_sentence(fault, Names()) for fault in found)
    return sorted(fault.code for fault in found)


def visits(**keys: object) -> Scene:
    """Two contacts, one school, and the visits' series with other keys."""
    return TWO_CONTACTS.with_series(series(**{"id": '"visits"', "commitment": '"P1"', "minutes": 60, **keys}))


def test_a_visit_in_its_window_by_a_contact_is_well_laid():
    problem = Scene().problem(*SEPTEMBER)

    assert codes(problem, at(problem.items[0], september(5))) == []


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (8, "outside_window"),
        (3, "wrong_weekday"),  # a Saturday
        (12, "place_closed"),
        (4, "wrong_weekday"),  # a Sunday
    ],
)
def test_a_visit_lies_in_its_window_while_the_place_is_open(day, code):
    scene = Scene().with_files(closed_days="place,first,last\nsveberg,2016-09-12,2016-09-12\n")
    problem = scene.problem(*SEPTEMBER)

    assert codes(problem, at(problem.items[0], september(day))) == [code]


def test_nothing_is_laid_before_the_first_day_of_the_plan():
    problem = Scene().problem(september(5), september(30))

    assert codes(problem, at(problem.items[0], september(2))) == ["before_from"]


def test_a_day_that_is_no_visiting_day_is_told_apart():
    problem = Scene().problem(date(2017, 5, 1), date(2017, 5, 31))

    assert codes(problem, at(problem.items[2], date(2017, 5, 17))) == ["not_a_visiting_day"]


def test_a_visit_lies_in_a_block_of_its_series():
    problem = visits(blocks='["morning"]').problem(*SEPTEMBER)

    assert codes(problem, at(problem.items[0], september(5), "evening")) == ["wrong_block"]


@pytest.mark.parametrize(
    ("people", "found"),
    [
        (("anna", "bjorn"), []),
        (("anna",), ["wrong_number_of_people"]),
        (("anna", "anna"), ["wrong_number_of_people"]),
        (("anna", "cecilie"), ["not_in_role"]),
    ],
)
def test_exactly_as_many_as_needed_take_part_and_all_hold_the_role(people, found):
    problem = visits(people=2).problem(*SEPTEMBER)

    assert codes(problem, at(problem.items[0], september(5), "morning", *people)) == found


def test_all_means_everyone_who_holds_the_role_that_day():
    scene = visits(people='"all"').with_files(
        roles="role,person,from,to\ncontact,anna,2016-01-01,\ncontact,bjorn,2016-09-06,\n"
    )
    problem = scene.problem(*SEPTEMBER)
    first = problem.items[0]

    assert codes(problem, at(first, september(5), "morning", "anna")) == []
    assert codes(problem, at(first, september(6), "morning", "anna")) == ["wrong_number_of_people"]
    assert codes(problem, at(first, september(6), "morning", "anna", "bjorn")) == []


def test_who_is_away_takes_no_part():
    scene = Scene().with_files(availability="person,first,last,blocks,kind\nanna,2016-09-05,2016-09-05,morning,duty\n")
    problem = scene.problem(*SEPTEMBER)

    assert codes(problem, at(problem.items[0], september(5), "morning")) == ["away"]
    assert codes(problem, at(problem.items[0], september(5), "afternoon")) == []


TWO_SCHOOLS = PLACES + "sveberg,Sveberg,school,1,7,,,,west\nsaksvik,Saksvik,school,1,7,,,,%s\n"


@pytest.mark.parametrize(
    ("minutes", "zone", "found"),
    [
        (95, "west", []),  # 190 and 20 of travel, once: the block is full to the minute
        (96, "west", ["block_full", "block_full"]),
        (87, "east", []),  # 174 and 20 and 15
        (88, "east", ["block_full", "block_full"]),
        (95, "", []),  # no zone, no travel: 190 and 20
    ],
)
def test_two_visits_and_each_zone_once_fit_in_a_block(minutes, zone, found):
    scene = visits(minutes=minutes, people=2).with_files(places=TWO_SCHOOLS % zone)
    problem = scene.problem(*SEPTEMBER)
    saksvik, sveberg = (group.key.place for group in problem.groups)
    firsts = [next(item for item in problem.items if item.key.place == place) for place in (saksvik, sveberg)]

    assert codes(problem, *(at(item, september(5), "morning", "anna", "bjorn") for item in firsts)) == found


def test_a_meeting_in_the_block_takes_its_minutes_and_its_travel():
    scene = visits(minutes=120).with_files(meetings=MEETINGS + "m,council,planned,2016-09-05,anna,08:00,,71,sveberg\n")
    problem = scene.problem(*SEPTEMBER)
    visit = at(problem.items[0], september(5))

    assert codes(problem, visit) == ["block_full"]


def test_a_meeting_in_the_middle_of_a_block_leaves_no_hours_for_a_long_visit():
    scene = visits(minutes=100).with_files(meetings=MEETINGS + "m,council,planned,2016-09-05,anna,09:30,,30,\n")
    problem = scene.problem(*SEPTEMBER)

    assert codes(problem, at(problem.items[0], september(5))) == ["no_times"]


def test_hours_that_are_given_must_lie_in_the_block_and_not_overlap():
    problem = TWO_CONTACTS.with_files(places=TWO_SCHOOLS % "west").problem(*SEPTEMBER)
    first, other = problem.items[0], next(item for item in problem.items if item.key.place == "sveberg")
    five = september(5)

    assert codes(problem, at(first, five, start=480), at(other, five, start=540)) == []
    assert codes(problem, at(first, five, start=480), at(other, five, start=539)) == ["overlap"]
    assert codes(problem, at(first, five, start=631)) == ["outside_block"]
    assert codes(problem, at(first, five, start=720)) == ["outside_block"]


def test_a_week_holds_no_more_than_its_minutes_travel_included():
    scene = visits(minutes=120)
    scene = replace(scene, planning=scene.planning.replace("1350", "300")).with_files(
        activities=ACTIVITIES + "a,office,planned,2016-09-08,,160,,anna,\n"
    )
    problem = scene.problem(*SEPTEMBER)

    assert codes(problem, at(problem.items[0], september(5))) == []
    assert codes(problem, at(problem.items[0], september(5), "morning", "bjorn")) == []

    fuller = scene.with_files(activities=ACTIVITIES + "a,office,planned,2016-09-08,,161,,anna,\n").problem(*SEPTEMBER)
    assert codes(fuller, at(fuller.items[0], september(5))) == ["week_full"]


def test_evenings_of_a_week_count_by_days_saturdays_too():
    rows = (
        "a,office,planned,2016-09-06,17:00,30,,anna,\n"
        "b,office,planned,2016-09-06,19:00,30,,anna,\n"
        "c,office,planned,2016-09-10,17:00,30,,anna,\n"
    )
    problem = TWO_CONTACTS.with_files(activities=ACTIVITIES + rows).problem(*SEPTEMBER)
    second = problem.items[1]

    assert codes(problem, at(problem.items[0], september(6), "evening")) == []
    assert codes(problem, at(problem.items[0], september(7), "evening")) == ["evenings_full"]
    assert codes(problem, at(second, september(12), "evening")) == []


def test_three_weeks_hold_so_many_saturdays_whatever_day_they_begin_on():
    scene = visits(weekdays='["sat"]').with_files(activities=ACTIVITIES + "a,office,planned,2016-09-03,,30,,anna,\n")
    problem = scene.problem(*SEPTEMBER)
    _first, second, third, fourth = problem.items

    assert codes(problem, at(second, september(10))) == ["saturdays_full"]
    assert codes(problem, at(third, september(17))) == ["saturdays_full"]
    assert codes(problem, at(fourth, september(24))) == []


def test_after_an_evening_the_next_morning_is_off():
    problem = TWO_CONTACTS.with_files(places=TWO_SCHOOLS % "west").problem(*SEPTEMBER)
    one, other = problem.items[0], next(item for item in problem.items if item.key.place == "sveberg")

    assert codes(problem, at(one, september(5), "evening"), at(other, september(6), "morning")) == [
        "morning_after_evening"
    ]
    assert codes(problem, at(one, september(5), "evening"), at(other, september(6), "afternoon")) == []
    assert codes(problem, at(one, september(5), "evening"), at(other, september(6), "morning", "bjorn")) == []


def test_two_visits_to_one_school_are_never_on_one_day_those_that_stand_included():
    scene = visits(reserve=26).with_files(
        activities=ACTIVITIES + "a,school_visit,planned,2016-09-29,09:00,60,sveberg,bjorn,\n"
    )
    problem = scene.problem(*SEPTEMBER)
    taken = next(item for item in problem.items if september(29) in [item.group.axis[day] for day in item.days])

    assert codes(problem, at(taken, september(29), "afternoon")) == ["same_day"]


def test_what_nobody_asked_for_and_what_is_laid_twice_is_told():
    problem = Scene().problem(*SEPTEMBER)
    first = at(problem.items[0], september(5))
    stranger = replace(first, item=ItemKey("visits", "moon", september(1), 1))

    assert codes(problem, stranger) == ["unknown_item"]
    assert "placed_twice" in codes(problem, first, replace(first, day=september(6)))


OLD = ACTIVITIES + (
    "a,school_visit,planned,2016-09-05,09:00,60,sveberg,anna,\n"
    "b,school_visit,planned,2016-09-13,09:00,60,sveberg,anna,\n"
)


def replan(scene: Scene, lost: int) -> Problem:
    days = DayRange(september(lost), september(lost))
    return scene.with_files(activities=OLD).problem(*SEPTEMBER, lost=[Lost("anna", days)], replan=True)


def test_a_row_on_a_lost_day_may_not_stay():
    problem = replan(TWO_CONTACTS, 13)
    row = next(item for item in problem.items if item.old and item.old.id == "b")

    assert codes(problem, at(row, september(13), "morning", "anna", start=540)) == ["hit_row_stays"]
    assert codes(problem, at(row, september(13), "morning", "bjorn")) == []
    assert codes(problem, at(row, september(13), "afternoon", "anna")) == ["away"]


def test_a_row_that_stays_is_never_out_of_its_window_and_one_that_moves_obeys_it():
    scene = TWO_CONTACTS.with_files(activities=OLD.replace("2016-09-05", "2016-09-08"))
    problem = scene.problem(*SEPTEMBER, replan=True)
    row = next(item for item in problem.items if item.old and item.old.id == "a")

    assert september(8) not in [row.group.axis[day] for day in row.days]
    assert codes(problem, at(row, september(8), "morning", "anna", start=540)) == []
    assert codes(problem, at(row, september(8), "afternoon", "anna")) == ["outside_window"]


def test_breaches_among_rows_that_were_there_are_warnings_and_not_the_plans_fault():
    rows = ACTIVITIES + (
        "a,office,planned,2016-09-05,18:00,30,,anna,\n"
        "b,office,planned,2016-09-06,08:00,120,,anna,\n"
        "c,office,planned,2016-09-06,09:00,60,,anna,\n"
    )
    problem = Scene().with_files(activities=rows).problem(*SEPTEMBER)

    assert faults(problem, ()) == ()
    assert sorted(each.code for each in warnings(problem)) == ["morning_after_evening", "overlap"]


def test_nobody_is_warned_of_what_is_done():
    rows = ACTIVITIES + "b,office,done,2016-09-06,08:00,120,,anna,\nc,office,done,2016-09-06,09:00,60,,anna,\n"
    problem = Scene().with_files(activities=rows).problem(*SEPTEMBER)

    assert warnings(problem) == ()


def test_two_meetings_without_a_start_in_one_block_are_a_warning():
    meetings = MEETINGS + "m,council,planned,2016-09-05,anna,,morning,60,\nn,slt,planned,2016-09-05,anna,,morning,45,\n"
    problem = Scene().with_files(meetings=meetings).problem(*SEPTEMBER)

    (warning,) = warnings(problem)
    assert (warning.code, warning.rows, warning.person) == ("overlap", ("meeting:m", "meeting:n"), "anna")


def test_a_new_row_in_a_week_that_was_too_full_already_is_the_plans_fault():
    rows = ACTIVITIES + "a,office,planned,2016-09-06,,1400,,anna,\n"
    problem = Scene().with_files(activities=rows).problem(*SEPTEMBER)

    assert [each.code for each in warnings(problem)] == ["week_full"]
    assert codes(problem, at(problem.items[0], september(5))) == ["week_full"]


def test_a_fault_says_who_when_and_by_how_much():
    scene = visits(minutes=300)
    problem = scene.problem(*SEPTEMBER)

    (fault,) = [each for each in faults(problem, (at(problem.items[0], september(5)),)) if each.code == "block_full"]

    assert (fault.person, fault.day, fault.rows) == ("anna", september(5), ("item:visits/sveberg/2016-09-01/1",))
    assert fault.values == {"block": "morning", "minutes": 320, "most": 210}


def test_rows_without_a_block_count_in_the_week_and_travel_by_themselves():
    scene = visits(minutes=100)
    scene = replace(scene, planning=scene.planning.replace("1350", "260"))
    rows = ACTIVITIES + "a,office,planned,2016-09-05,,50,sveberg,anna,\nb,office,planned,2016-09-05,,50,sveberg,anna,\n"
    problem = scene.with_files(activities=rows).problem(*SEPTEMBER)

    assert codes(problem, at(problem.items[0], september(5))) == []  # 100 + 20, 50 + 20 and 50 + 20: 260
    tighter = replace(scene, planning=scene.planning.replace("260", "259")).with_files(activities=rows)
    problem = tighter.problem(*SEPTEMBER)
    assert codes(problem, at(problem.items[0], september(5))) == ["week_full"]


def test_a_promise_of_another_role_is_kept_by_those_who_hold_that():
    scene = Scene(commitments={"P1": terms(by_role='"chief"')}).with_files(
        people="id,name\nanna,Anna\nbjorn,Bjørn\n",
        roles="role,person,from\nchief,bjorn,2016-01-01\ncontact,anna,2016-01-01\n",
    )
    problem = scene.problem(*SEPTEMBER)

    assert problem.contacts == ("bjorn",)
    assert codes(problem, at(problem.items[0], september(5), "morning", "anna")) == ["not_in_role"]
