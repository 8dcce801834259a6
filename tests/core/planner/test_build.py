"""From files to the problem: items, what is taken, what is late, who may do it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner.crew import Lost
from tests.core.planner.scenes import (
    ANNA_BJORN,
    BLOCKS,
    LIMITS,
    PLACES,
    SCHOOL,
    TRAVEL,
    TWO_CONTACTS,
    WEIGHTS,
    Scene,
    series,
    terms,
)

SEPTEMBER = (date(2016, 9, 1), date(2016, 9, 30))
ACTIVITIES = "id,kind,status,date,start,minutes,place,people,confirmed,series,ordinal\n"


def lies(item):
    """The days an item may lie on, as days of the month."""
    return [item.group.axis[index].day for index in item.days]


def test_four_visits_in_september_lie_in_their_quarters():
    problem = Scene().problem(*SEPTEMBER)

    assert len(problem.groups[0].axis) == 22
    assert [item.group.axis[item.ideal].day for item in problem.items] == [5, 13, 20, 28]
    assert [(lies(item)[0], lies(item)[-1]) for item in problem.items] == [(1, 7), (9, 15), (16, 22), (26, 30)]


def test_a_reserve_is_planned_beside_what_is_promised():
    scene = Scene().with_series(series(id='"visits"', commitment='"P1"', minutes=60, reserve=2))

    problem = scene.problem(*SEPTEMBER)

    assert (problem.groups[0].required, problem.groups[0].wanted, len(problem.items)) == (4, 6, 6)


def test_the_grid_stands_for_the_whole_period_whatever_is_planned():
    whole = Scene().problem(*SEPTEMBER)
    part = Scene().problem(date(2016, 9, 1), date(2016, 9, 14))

    assert [item.key for item in part.items] == [item.key for item in whole.items[:2]]
    assert [item.ideal for item in part.items] == [item.ideal for item in whole.items[:2]]
    assert lies(part.items[1])[-1] == 14
    assert part.groups[0].taken == 2


def test_items_that_ended_before_from_are_laid_over_the_days_left():
    problem = Scene().problem(date(2016, 9, 19), date(2016, 9, 30))

    first, second, third, fourth = problem.items

    assert [item.late for item in problem.items] == [True, True, False, False]
    assert [item.group.axis[item.ideal].day for item in (first, second)] == [21, 28]
    assert lies(first) == lies(second) == [19, 20, 21, 22, 23, 26, 27, 28, 29, 30]
    assert lies(third) == [19, 20, 21, 22]
    assert lies(fourth) == [26, 27, 28, 29, 30]


def test_late_items_have_the_days_left_of_their_period_but_are_planned_until_to():
    problem = Scene().problem(date(2016, 9, 19), date(2016, 9, 23))

    first, second, _third = problem.items

    assert [item.group.axis[item.ideal].day for item in (first, second)] == [21, 28]
    assert lies(second) == [19, 20, 21, 22, 23]


def test_a_done_row_takes_the_ordinal_that_is_nearest_even_outside_its_window():
    done = ACTIVITIES + "a,school_visit,done,2016-09-09,,60,sveberg,anna,,,\n"

    problem = Scene().with_files(activities=done).problem(*SEPTEMBER)

    assert [item.key.ordinal for item in problem.items] == [1, 3, 4]
    assert problem.groups[0].taken == 1


@pytest.mark.parametrize(
    ("row", "open_ordinals"),
    [
        ("a,school_visit,planned,2016-09-13,,60,sveberg,anna,,,", [1, 3, 4]),  # planned from `from` on
        ("a,school_visit,planned,2016-09-13,,60,sveberg,bjorn,,,", [1, 2, 3, 4]),  # nobody in the role
        ("a,school_visit,cancelled,2016-09-13,,60,sveberg,anna,,,", [1, 2, 3, 4]),
        ("a,parents_meeting,done,2016-09-13,,60,sveberg,anna,,,", [1, 2, 3, 4]),  # another kind
        ("a,parents_meeting,done,2016-09-13,,60,sveberg,anna,,visits,", [1, 2, 3, 4]),  # named, and does not count
        ("a,school_visit,done,2016-09-17,,60,sveberg,anna,,,", [1, 2, 4]),  # a Saturday lies on the Monday after it
        ("a,school_visit,done,2016-09-09,,60,sveberg,anna,,,3", [1, 3, 4]),  # its column is no claim to an ordinal
    ],
)
def test_rows_that_count_take_ordinals(row, open_ordinals):
    scene = TWO_CONTACTS.with_files(
        activities=ACTIVITIES + row + "\n", roles="role,person,from\ncontact,anna,2016-01-01\nchief,bjorn,2016-01-01\n"
    )

    assert [item.key.ordinal for item in scene.problem(*SEPTEMBER).items] == open_ordinals


def test_a_planned_row_before_from_takes_nothing():
    planned = ACTIVITIES + "a,school_visit,planned,2016-09-06,,60,sveberg,anna,,,\n"

    problem = Scene().with_files(activities=planned).problem(date(2016, 9, 8), date(2016, 9, 30))

    assert [item.key.ordinal for item in problem.items] == [1, 2, 3, 4]
    assert problem.kept == ()


def test_two_rows_on_one_day_take_one_ordinal_and_the_done_one_has_it():
    rows = ACTIVITIES + (
        "a,school_visit,planned,2016-09-13,09:00,60,sveberg,anna,,,\n"
        "b,school_visit,done,2016-09-13,13:00,60,sveberg,anna,,,\n"
    )

    problem = Scene().with_files(activities=rows).problem(*SEPTEMBER)

    assert problem.groups[0].taken == 1


def test_with_distinct_items_two_rows_on_one_day_take_two():
    rows = ACTIVITIES + (
        "a,school_visit,done,2016-09-13,09:00,60,sveberg,anna,,,\n"
        "b,school_visit,done,2016-09-13,13:00,60,sveberg,anna,,,\n"
    )
    scene = Scene(commitments={"P1": terms(distinct='"items"')}).with_files(activities=rows)

    assert [item.key.ordinal for item in scene.problem(*SEPTEMBER).items] == [1, 4]


def test_closed_days_and_holidays_are_not_on_the_axis_of_a_school():
    closed = "place,first,last,reason\n,2017-05-02,2017-05-03,\nsveberg,2017-05-04,2017-05-04,\n"

    problem = Scene().with_files(closed_days=closed).problem(date(2017, 5, 1), date(2017, 5, 31))

    axis = [day.day for day in problem.groups[0].axis]
    assert axis == [
        5,
        8,
        9,
        10,
        11,
        12,
        15,
        16,
        18,
        19,
        22,
        23,
        24,
        26,
        29,
        30,
        31,
    ]  # the 17th, and Ascension on the 25th


def test_a_row_for_every_school_does_not_close_a_shopping_centre_but_one_that_names_it_does():
    scene = Scene(commitments={"P1": terms(for_each='{ place = "shopping_centre" }')}).with_files(
        places=PLACES + "mall,Mall,shopping_centre,,,,,,\n",
        closed_days="place,first,last\n,2016-09-05,2016-09-05\nmall,2016-09-06,2016-09-06\n",
    )

    axis = [day.day for day in scene.problem(*SEPTEMBER).groups[0].axis]

    assert 5 in axis
    assert 6 not in axis


def test_a_season_may_run_over_new_year_and_saturdays_count_only_when_named():
    winter = series(id='"visits"', commitment='"P1"', minutes=60, between='["12-15", "01-10"]', weekdays='["sat"]')

    problem = Scene().with_series(winter).problem(date(2016, 12, 1), date(2017, 1, 31))

    december, january = (group.axis for group in problem.groups)
    assert [day.day for day in december] == [15, 16, 17, 19, 20, 21, 22, 23, 24, 27, 28, 29, 30, 31]
    assert [day.day for day in january] == [2, 3, 4, 5, 6, 7, 9, 10]
    assert {item.group.axis[index].weekday() for item in problem.items for index in item.days} == {5}


def test_weekdays_limit_where_an_item_lies_and_not_the_axis():
    mondays = series(id='"visits"', commitment='"P1"', minutes=60, weekdays='["mon"]')

    problem = Scene().with_series(mondays).problem(*SEPTEMBER)

    assert len(problem.groups[0].axis) == 22
    assert [lies(item) for item in problem.items] == [[5], [12], [19], [26]]


def test_a_school_that_opens_late_is_owed_less():
    late_opening = PLACES + "sveberg,Sveberg,school,1,7,,2016-09-16,,west\n"

    problem = Scene().with_files(places=late_opening).problem(*SEPTEMBER)

    assert problem.groups[0].required == 2  # 4 × 15 of 30 days
    assert problem.groups[0].axis[0] == date(2016, 9, 16)


@pytest.mark.parametrize(
    ("accepted_by", "last", "required"),
    [
        ("kommune", "2016-09-15", [2]),  # half the days are gone
        ("kommune", "2016-09-30", []),  # waived: nothing to plan
        ("", "2016-09-30", [4]),  # nobody accepted
    ],
)
def test_accepted_exceptions_take_their_days_out(accepted_by, last, required):
    exceptions = f"commitment,subject,first,last,kind,accepted_by\nP1,sveberg,2016-09-01,{last},waived,{accepted_by}\n"

    problem = Scene().with_files(exceptions=exceptions).problem(*SEPTEMBER)

    assert [group.required for group in problem.groups] == required


def test_a_promise_without_places_is_planned_at_those_the_series_names():
    scene = (
        Scene(commitments={"P1": terms(for_each="")})
        .with_series(series(id='"visits"', commitment='"P1"', minutes=60, places='["sveberg", "saksvik"]'))
        .with_files(places=SCHOOL + "saksvik,Saksvik,school,1,7,,2016-09-16,,\nhommelvik,Hommelvik,school,1,7,,,,\n")
    )

    problem = scene.problem(*SEPTEMBER)

    assert [(group.key.place, group.required) for group in problem.groups] == [("sveberg", 4), ("saksvik", 2)]


def test_a_wish_is_rounded_down_and_promises_nothing():
    wish = series(
        id='"mall"', activity='"presence"', places='["sveberg"]', at_least=3, per='"month"', minutes=90, weight=2.5
    )
    scene = Scene(in_force=("2016-09-10", "2019-07-31")).with_series(
        wish, series(id='"v"', commitment='"P1"', minutes=9)
    )

    group = scene.problem(*SEPTEMBER).groups[0]

    assert (group.commitment, group.required, group.wanted, group.weight) == (None, 0, 2, Fraction(5, 2))
    assert (group.kind, group.role, group.key.period) == ("presence", None, date(2016, 9, 10))


def test_amended_terms_rule_periods_that_begin_later():
    amended = Scene(
        amendments="""
[[amendment]]
agreed_on = 2016-09-01
valid_from = 2016-10-01
commitment = "P1"
set = { at_least = 2, by_role = "chief" }
decision = "Sak 1"
"""
    ).with_files(people=ANNA_BJORN, roles="role,person,from\ncontact,anna,2016-01-01\nchief,bjorn,2016-01-01\n")

    problem = amended.problem(date(2016, 9, 1), date(2016, 10, 31))

    assert [(group.required, group.role) for group in problem.groups] == [(4, "contact"), (2, "chief")]
    assert problem.in_role(None, date(2016, 9, 30)) == ("anna",)
    assert problem.in_role(None, date(2016, 10, 1)) == ("bjorn",)
    assert problem.contacts == ("anna", "bjorn")
    assert problem.steady == ()


def test_a_period_without_an_open_day_gives_no_item_but_is_short():
    summer = Scene().with_files(closed_days="place,first,last\n,2017-07-01,2017-07-31\n")

    problem = summer.problem(date(2017, 7, 1), date(2017, 7, 31))

    assert problem.items == ()
    assert (problem.groups[0].required, problem.groups[0].taken) == (4, 0)


def test_days_not_in_force_are_cut_away():
    problem = Scene().problem(date(2015, 1, 1), date(2016, 8, 31))

    assert (problem.first, problem.last) == (date(2016, 8, 1), date(2016, 8, 31))


def test_nothing_is_planned_where_no_day_is_in_force():
    problem = Scene().problem(date(2010, 1, 1), date(2010, 12, 31))

    assert (problem.items, problem.contacts) == ((), ())
    assert problem.first > problem.last


def test_a_contact_who_leaves_midway_is_in_the_role_until_then():
    scene = TWO_CONTACTS.with_files(
        roles="role,person,from,to\ncontact,anna,2016-01-01,\ncontact,bjorn,2016-01-01,2016-09-15\n"
    )

    problem = scene.problem(*SEPTEMBER)

    assert problem.in_role("contact", date(2016, 9, 15)) == ("anna", "bjorn")
    assert problem.in_role("contact", date(2016, 9, 16)) == ("anna",)
    assert problem.steady == ("anna",)


def test_absences_close_their_blocks():
    away = "person,first,last,blocks,kind\nanna,2016-09-01,2016-09-02,,leave\nanna,2016-09-05,2016-09-05,evening,duty\n"

    problem = Scene().with_files(availability=away).problem(*SEPTEMBER)

    assert not problem.free("anna", date(2016, 9, 2), "morning")
    assert problem.free("anna", date(2016, 9, 5), "afternoon")
    assert not problem.free("anna", date(2016, 9, 5), "evening")
    assert [each.code for each in problem.absences] == ["availability:anna/2016-09-01", "availability:anna/2016-09-05"]


MEETINGS = "id,kind,status,date,people,start,block,minutes,place\n"


@pytest.mark.parametrize(
    ("row", "block", "start"),
    [
        ("m,council,planned,2016-09-06,anna,09:00,,60,", "morning", 540),
        ("m,council,planned,2016-09-06,anna,,afternoon,60,", "afternoon", 870),  # the end of its block
        ("m,council,planned,2016-09-06,anna,,,60,", None, None),
        ("m,council,planned,2016-09-06,anna,11:45,,60,", None, 705),  # between two blocks
        ("m,council,done,2016-09-06,anna,17:00,morning,60,", "evening", 1020),  # the start says more
    ],
)
def test_meetings_take_their_peoples_time(row, block, start):
    problem = Scene().with_files(meetings=MEETINGS + row + "\n").problem(*SEPTEMBER)

    (kept,) = problem.kept
    assert (kept.code, kept.block, kept.start, kept.minutes) == ("meeting:m", block, start, 60)


# -- a replan

OLD = ACTIVITIES + (
    "a,school_visit,done,2016-09-05,09:00,60,sveberg,anna,,,\n"
    "b,school_visit,planned,2016-09-13,09:00,60,sveberg,anna,,,\n"
    "c,school_visit,planned,2016-09-20,09:00,60,sveberg,anna,yes,,\n"
    "d,school_visit,planned,2016-09-28,09:00,60,sveberg,anna,yes,,\n"
)


def replan(scene: Scene, lost: str, first: date = date(2016, 9, 8)):
    day = date.fromisoformat(lost)
    return scene.problem(first, SEPTEMBER[1], lost=[Lost("anna", DayRange(day, day))], replan=True)


def test_in_a_replan_unconfirmed_rows_may_move_and_confirmed_ones_only_when_hit():
    problem = replan(Scene().with_files(activities=OLD), "2016-09-20")

    assert [(item.old.id, item.old.hit, item.old.moves) for item in problem.items] == [("b", False, 2), ("c", True, 10)]
    assert [kept.code for kept in problem.kept] == ["activity:a", "activity:d"]
    assert problem.groups[0].taken == 2


def test_a_confirmed_row_that_is_near_counts_twenty():
    problem = replan(Scene().with_files(activities=OLD), "2016-09-20", first=date(2016, 9, 15))

    assert [(item.key.ordinal, item.old and item.old.moves) for item in problem.items] == [(2, None), (3, 20)]


def test_a_hit_row_whose_window_is_over_may_lie_on_any_day_left():
    rows = ACTIVITIES + (
        "a,school_visit,done,2016-09-05,09:00,60,sveberg,anna,,,\n"
        "c,school_visit,done,2016-09-16,09:00,60,sveberg,anna,,,\n"
        "b,school_visit,planned,2016-09-19,09:00,60,sveberg,anna,,,\n"
    )
    scene = Scene().with_files(activities=rows)

    hit = replan(scene, "2016-09-19", first=date(2016, 9, 19)).items[0]
    not_hit = replan(scene, "2016-09-20", first=date(2016, 9, 19)).items[0]

    assert (hit.old.id, hit.key.ordinal, hit.late, len(hit.days)) == ("b", 2, True, 10)
    assert (not_hit.old.id, not_hit.key.ordinal, not_hit.late, not_hit.days) == ("b", 2, False, ())


def test_meetings_and_rows_for_no_ordinal_are_named_when_they_are_hit():
    extra = OLD + "x,office,planned,2016-09-20,13:00,60,,anna,,,\n"
    scene = Scene().with_files(activities=extra, meetings=MEETINGS + "m,council,planned,2016-09-20,anna,12:00,,60,\n")

    problem = replan(scene, "2016-09-20")

    assert (problem.meetings_hit, problem.rows_hit) == (("m",), ("x",))
    assert {"activity:x", "meeting:m"} <= {kept.code for kept in problem.kept}


def test_a_row_after_the_last_day_stays_and_is_named_when_it_is_hit():
    scene = Scene().with_files(activities=OLD)
    of_september = replan(scene, "2016-09-20")
    lost = [Lost("anna", DayRange(date(2016, 9, 20), date(2016, 9, 20)))]

    until_the_day_before = scene.problem(date(2016, 9, 8), date(2016, 9, 19), lost=lost, replan=True)

    after = [item.old for item in of_september.items if item.old and item.old.day > date(2016, 9, 19)]
    hit = sorted(old.id for old in after if old.hit)
    assert hit
    assert list(until_the_day_before.rows_hit) == sorted({*of_september.rows_hit, *hit})
    assert [item for item in until_the_day_before.items if item.old and item.old.day > date(2016, 9, 19)] == []
    assert {f"activity:{old.id}" for old in after} <= {kept.code for kept in until_the_day_before.kept}


def test_a_row_keeps_the_series_that_its_id_names_and_else_has_the_first_it_fits():
    two = Scene().with_series(
        series(id='"first"', commitment='"P1"', minutes=60), series(id='"second"', commitment='"P1"', minutes=60)
    )
    rows = ACTIVITIES + (
        "second.sveberg.2016-09-01.2,school_visit,done,2016-09-13,,60,sveberg,anna,,,\n"
        "z,school_visit,done,2016-09-20,,60,sveberg,anna,,,\n"
        "y,school_visit,done,2016-09-28,,60,sveberg,anna,,second,\n"
    )

    problem = two.with_files(activities=rows).problem(*SEPTEMBER)

    assert [(item.key.series, item.key.ordinal) for item in problem.items] == [
        ("first", 1),
        ("first", 2),
        ("first", 4),
        ("second", 1),
        ("second", 3),
    ]
    assert [kept.series for kept in problem.kept] == ["second", "first", "second"]


def test_own_limits_stand_over_the_general_ones():
    planning = BLOCKS + LIMITS + "\n[limits.anna]\nevenings_per_week = 1\n" + WEIGHTS + TRAVEL
    scene = replace(TWO_CONTACTS, planning=planning + series(id='"visits"', commitment='"P1"', minutes=60))

    limits = scene.problem(*SEPTEMBER).limits

    assert (limits["anna"].evenings_per_week, limits["anna"].weekly_minutes) == (1, 1350)
    assert limits["bjorn"].evenings_per_week == 2
