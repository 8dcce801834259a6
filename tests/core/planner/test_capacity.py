"""Capacity by hand: minutes promised and available by month, other terms, and days that may be lost."""

from datetime import date
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import FaultyInput
from politikontakt.core.planner.capacity.answer import capacity
from politikontakt.core.planner.capacity.losses import reach, squeeze
from politikontakt.core.planner.capacity.losses.bare import bare, contact_days, without
from politikontakt.core.planner.capacity.losses.range import days_to_lose
from politikontakt.core.planner.capacity.meter import months, worst
from politikontakt.core.planner.capacity.what_if import Change, changed
from politikontakt.core.planner.ground import Ground
from politikontakt.core.planner.model import Plan, Problem
from politikontakt.core.planner.objective import short
from politikontakt.core.planner.solve.first import first_plan
from tests.core.planner.scenes import TWO_CONTACTS, Scene, series, terms

SEPTEMBER = DayRange(date(2016, 9, 1), date(2016, 9, 30))


def by_month(scene: Scene, days: DayRange = SEPTEMBER) -> dict[str, tuple[Fraction, Fraction]]:
    settings_ = scene.settings(days.first, days.last)
    ground = Ground(scene.agreement(), scene.records(), settings_)
    found = months(ground, scene.problem(days.first, days.last))
    return {each.month: (each.promised, each.available) for each in found}


def visits(**keys: object) -> Scene:
    return TWO_CONTACTS.with_series(series(**{"id": '"visits"', "commitment": '"P1"', "minutes": 60, **keys}))


# -- months


@pytest.mark.parametrize(
    ("scene", "promised"),
    [
        (visits(), 4 * 80),  # 60 and 20 of travel
        (visits(reserve=3), 4 * 80),  # the reserve is not promised
        (visits(people=2), 8 * 80),
        (visits(people='"all"'), 8 * 80),
        (visits().with_files(activities="id,kind,status,date,place\na,x,done,2016-09-05,sveberg\n"), 4 * 80),
    ],
)
def test_what_is_promised_is_the_grid_of_required_items_alone(scene, promised):
    assert by_month(scene)["2016-09"][0] == promised


def test_an_item_counts_in_the_month_of_its_ideal_day_and_only_within_the_range():
    year = Scene(commitments={"P1": terms(at_least="12", per='"school_year"')})

    found = by_month(year, DayRange(date(2016, 9, 10), date(2016, 12, 31)))

    assert {month: int(promised) for month, (promised, _) in found.items()} == {
        "2016-09": 80,
        "2016-10": 80,
        "2016-11": 80,
        "2016-12": 80,
    }


def test_a_contact_has_the_weekly_limit_or_the_free_minutes_whichever_is_less():
    found = by_month(Scene(), DayRange(date(2016, 9, 5), date(2016, 9, 13)))

    assert found["2016-09"][1] == 1350 + 2 * 630  # a whole week, and two days of the next


def test_absences_and_meetings_take_free_minutes():
    scene = Scene().with_files(
        availability="person,first,last,blocks,kind\nanna,2016-09-06,2016-09-06,evening,duty\n",
        meetings="id,kind,status,date,people,start,minutes\n"
        "m,council,planned,2016-09-06,anna,09:00,60\n"
        "n,council,planned,2016-09-06,anna,17:00,60\n"  # she is away anyhow
        "o,council,planned,2016-09-06,anna,,30\n"  # without a block: from the day
        "p,council,cancelled,2016-09-06,anna,12:00,60\n",
    )

    # the meeting on the evening she is away is done already, so nobody has to settle it
    scene = scene.with_files(meetings=scene.files["meetings.csv"].replace("n,council,planned", "n,council,done"))

    assert by_month(scene, DayRange(date(2016, 9, 6), date(2016, 9, 6)))["2016-09"][1] == 150 + 210 - 30


@pytest.mark.parametrize(
    ("weekdays", "minutes"),
    [('["mon"]', 0), ('["mon", "sat"]', 630)],
)
def test_saturdays_count_where_a_series_has_them(weekdays, minutes):
    scene = Scene().with_series(series(id='"visits"', commitment='"P1"', minutes=60, weekdays=weekdays))

    assert by_month(scene, DayRange(date(2016, 9, 10), date(2016, 9, 11)))["2016-09"][1] == minutes


def test_public_holidays_are_no_working_days():
    assert by_month(Scene(), DayRange(date(2017, 5, 17), date(2017, 5, 17)))["2017-05"][1] == 0


def test_a_week_between_two_months_is_shared_by_each_days_free_minutes():
    scene = Scene().with_files(availability="person,first,last,blocks,kind\nanna,2016-08-29,2016-08-29,evening,duty\n")

    found = by_month(scene, DayRange(date(2016, 8, 29), date(2016, 9, 4)))

    assert found["2016-08"][1] == Fraction(1350 * (420 + 630 + 630), 420 + 4 * 630)
    assert found["2016-08"][1] + found["2016-09"][1] == 1350


def test_the_worst_month_has_the_smallest_margin():
    scene = visits().with_files(
        availability="person,first,last\nanna,2016-10-01,2016-10-31\nbjorn,2016-10-10,2016-10-31\n"
    )
    days = DayRange(date(2016, 9, 1), date(2016, 11, 30))
    ground = Ground(scene.agreement(), scene.records(), scene.settings(days.first, days.last))

    hardest = worst(months(ground, scene.problem(days.first, days.last)))

    assert (hardest.month, hardest.margin) == ("2016-10", 1350 - 4 * 80)


def test_out_of_force_there_are_no_months():
    scene = Scene()
    days = DayRange(date(2010, 1, 1), date(2010, 12, 31))

    found = capacity(scene.agreement(), scene.records(), scene.settings(days.first, days.last), days, first_plan)

    assert found == {"months": [], "worst_month": None, "days_to_lose": {"at_least": 0, "at_most": None}}


# -- other terms


def test_other_terms_stand_over_the_signed_ones_and_over_amendments():
    amended = Scene(
        amendments="""
[[amendment]]
agreed_on = 2016-08-01
valid_from = 2016-09-01
commitment = "P1"
set = { at_least = 6 }
decision = "Sak 1"
"""
    ).agreement()

    more = changed(amended, [Change("P1", "at_least", "10"), Change("P1", "activity", "walk")], source="--set")

    (commitment,) = more.commitments
    assert (commitment.terms.at_least, commitment.terms.activity) == (10, ("walk",))
    assert more.amendments[0].set == {"at_least": 10}


def test_what_can_not_be_set_is_told_all_at_once():
    changes = [Change("P9", "at_least", "1"), Change("P1", "colour", "1"), Change("P1", "at_least", "0")]

    with pytest.raises(FaultyInput) as caught:
        changed(Scene().agreement(), changes, source="--set")

    assert [(fault.code, fault.file, fault.key) for fault in caught.value.faults] == [
        ("unknown_commitment", "--set", ""),
        ("unknown_key", "--set", "P1"),
        ("too_small", "--set", "P1.at_least"),
    ]


# -- days to lose


def bare_problem(scene: Scene, days: DayRange = SEPTEMBER) -> Problem:
    return bare(scene.agreement(), scene.records(), scene.settings(days.first, days.last), days)


ONE_VISIT = {"P1": terms(at_least="1")}
THREE_DAYS_OPEN = "place,first,last\nsveberg,2016-09-01,2016-09-13\nsveberg,2016-09-17,2016-09-30\n"


@pytest.mark.parametrize(
    ("scene", "fewest"),
    [
        (Scene(commitments=ONE_VISIT), 3),  # one contact, three days
        (Scene(commitments=ONE_VISIT, planning=visits().planning, files=TWO_CONTACTS.files), 6),
        (Scene(commitments=ONE_VISIT, planning=visits(people=2).planning, files=TWO_CONTACTS.files), 3),
        (Scene(commitments=ONE_VISIT, planning=visits(people='"all"').planning, files=TWO_CONTACTS.files), 3),
        (Scene(commitments=ONE_VISIT, planning=visits(minutes=300).planning), 0),  # too long for any block
        (Scene(commitments={"P1": terms(at_least="4")}), 0),  # more visits than days
    ],
)
def test_the_fewest_days_are_found_exactly_where_they_can_be_counted(scene, fewest):
    problem = bare_problem(scene.with_files(closed_days=THREE_DAYS_OPEN))

    found = days_to_lose(problem, first_plan)

    assert found.at_most == fewest or (found.at_least <= fewest <= found.at_most)
    if fewest:
        assert (found.at_least, found.at_most) == (fewest, fewest)


def test_what_is_done_can_not_be_lost():
    done = "id,kind,status,date,minutes,place,people\na,school_visit,done,2016-09-05,60,sveberg,anna\n"

    found = days_to_lose(bare_problem(Scene(commitments=ONE_VISIT).with_files(activities=done)), first_plan)

    assert (found.at_least, found.at_most) == (0, None)


def test_a_promise_that_is_short_anyhow_leaves_nothing_to_lose():
    closed = Scene().with_files(closed_days="place,first,last\n,2016-09-01,2016-09-30\n")

    found = days_to_lose(bare_problem(closed), first_plan)

    assert (found.at_least, found.at_most) == (0, 0)


def brute_force(problem: Problem, most: int) -> int | None:
    """The fewest days whose loss leaves no plan at all, by trying every set of days and every plan."""
    days = contact_days(problem)
    for many in range(most + 1):
        if any(not _some_plan(without(problem, gone)) for gone in combinations(days, many)):
            return many
    return None


def _some_plan(problem: Problem) -> bool:
    from politikontakt.core.planner.check import faults
    from politikontakt.core.planner.model import Placement

    def lay(number: int, plan: Plan) -> bool:
        if number == len(problem.items):
            return short(problem, plan) == 0
        item = problem.items[number]
        for index in item.days:
            day = item.group.axis[index]
            for block in item.group.blocks:
                for team in combinations(problem.in_role(item.group.role, day), item.group.people or 1):
                    more = (*plan, Placement(item=item.key, day=day, block=block, people=team))
                    if not faults(problem, more) and lay(number + 1, more):
                        return True
        return False

    return lay(0, ())


@settings(max_examples=25, deadline=None)
@given(
    minutes=st.sampled_from([60, 120]),
    at_least=st.integers(1, 2),
    weekly=st.sampled_from([150, 1350]),
    days_open=st.integers(2, 4),
    blocks=st.sampled_from(['["morning"]', '["morning", "afternoon"]', '["evening"]']),
    two=st.booleans(),
)
def test_the_range_always_holds_the_true_number(minutes, at_least, weekly, days_open, blocks, two):
    last = date(2016, 9, 12 + days_open)
    scene = Scene(commitments={"P1": terms(at_least=str(at_least))}).with_series(
        series(id='"visits"', commitment='"P1"', minutes=minutes, blocks=blocks)
    )
    scene = Scene(
        commitments=scene.commitments,
        planning=scene.planning.replace("1350", str(weekly)),
        files=(TWO_CONTACTS if two else Scene()).files,
    ).with_files(closed_days=f"place,first,last\nsveberg,2016-09-01,2016-09-12\nsveberg,{last},2016-09-30\n")
    problem = bare_problem(scene, DayRange(date(2016, 9, 12), last))

    found = days_to_lose(problem, first_plan)
    true = brute_force(problem, 3)

    assert found.at_most is not None
    assert true is None or found.at_least <= true <= found.at_most
    assert true is not None or found.at_most > 3


def test_a_run_of_weeks_is_squeezed_when_its_time_can_not_hold_what_lies_in_it():
    full = Scene(commitments={"P1": terms(at_least="4", per='"week"')}).with_series(
        series(id='"visits"', commitment='"P1"', minutes=190, blocks='["morning"]')
    )
    problem = bare_problem(full, DayRange(date(2016, 9, 5), date(2016, 9, 9)))

    assert squeeze.fewest(problem) == 4  # 760 minutes in one day of 630: four of five days are gone
    assert reach.fewest(problem) == 2  # each visit has two days
