"""The objective by hand: what is short, what moves, and the five parts of the points."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner.crew import Lost
from politikontakt.core.planner.objective import layers, moves, points, short, unplaced
from tests.core.planner.scenes import PLACES, TWO_CONTACTS, Scene, at, series

SEPTEMBER = (date(2016, 9, 1), date(2016, 9, 30))
ACTIVITIES = "id,kind,status,date,start,minutes,place,people,confirmed,series\n"
MEETINGS = "id,kind,status,date,people,start,block,minutes,place\n"


def september(day: int) -> date:
    return date(2016, 9, day)


def visits(**keys: object) -> Scene:
    return TWO_CONTACTS.with_series(series(**{"id": '"visits"', "commitment": '"P1"', "minutes": 60, **keys}))


# -- layer 0


def test_a_plan_without_rows_is_short_by_all_that_is_promised():
    problem = visits(reserve=2, weight=3).problem(*SEPTEMBER)

    assert (short(problem, ()), unplaced(problem, ())) == (4, 6)


def test_reserve_fills_the_promise_first():
    problem = visits(reserve=2, weight=3).problem(*SEPTEMBER)
    four = tuple(at(item, problem.groups[0].axis[item.ideal]) for item in problem.items[:4])

    assert (short(problem, four), unplaced(problem, four)) == (0, 6)
    assert (short(problem, four[:3]), unplaced(problem, four[:3])) == (1, 6)


def test_what_is_done_and_what_is_due_after_the_last_day_counts_as_there():
    done = ACTIVITIES + "a,school_visit,done,2016-09-05,,60,sveberg,anna,,\n"

    problem = visits().with_files(activities=done).problem(september(1), september(14))

    assert [item.key.ordinal for item in problem.items] == [2]
    assert short(problem, ()) == 1


def test_a_wish_is_never_a_promise_short():
    wish = series(
        id='"mall"', activity='"walk"', places='["sveberg"]', at_least=2, per='"month"', minutes=30, weight="0.5"
    )
    problem = TWO_CONTACTS.with_series(wish, series(id='"v"', commitment='"P1"', minutes=60)).problem(*SEPTEMBER)

    assert (short(problem, ()), unplaced(problem, ())) == (4, 1)


def test_a_period_without_an_open_day_is_short_and_has_nothing_to_place():
    july = Scene().with_files(closed_days="place,first,last\n,2017-07-01,2017-07-31\n")

    problem = july.problem(date(2017, 7, 1), date(2017, 7, 31))

    assert (short(problem, ()), unplaced(problem, ())) == (4, 0)


# -- layer 1

OLD = ACTIVITIES + (
    "a,school_visit,planned,2016-09-05,09:00,60,sveberg,anna,,\n"
    "b,school_visit,planned,2016-09-13,09:00,60,sveberg,anna,yes,\n"
    "c,school_visit,planned,2016-09-20,09:00,60,sveberg,anna,,\n"
)


def replanned():
    lost = [Lost("anna", DayRange(september(13), september(13)))]
    problem = TWO_CONTACTS.with_files(activities=OLD).problem(*SEPTEMBER, lost=lost, replan=True)
    return problem, {item.old.id: item for item in problem.items if item.old}


def test_a_move_counts_more_when_it_is_near_or_confirmed_and_dropping_is_no_move():
    problem, rows = replanned()
    stay = (at(rows["a"], september(5), start=540), at(rows["c"], september(20), start=540))

    assert moves(problem, (*stay, at(rows["b"], september(14)))) == 10
    assert moves(problem, (*stay[1:], at(rows["a"], september(6)))) == 2
    assert moves(problem, (at(rows["c"], september(20), "afternoon"),)) == 1
    assert moves(problem, stay) == 0


def test_another_start_alone_is_no_move_and_other_people_are():
    problem, rows = replanned()

    assert moves(problem, (at(rows["c"], september(20), "morning", "anna", start=600),)) == 0
    assert moves(problem, (at(rows["c"], september(20), "morning", "bjorn", start=540),)) == 1


def test_only_new_and_moved_rows_pay_for_their_distance():
    problem, rows = replanned()
    stay = (at(rows["a"], september(5), start=540), at(rows["c"], september(20), start=540))

    assert points(problem, stay).spread == 0
    assert points(problem, (*stay, at(rows["b"], september(15)))).spread == 2  # its ideal is the 13th


# -- layer 2


def test_spread_is_weight_times_axis_days_from_the_ideal_once_for_a_joint_visit():
    problem = visits(people=2, weight="2.5").problem(*SEPTEMBER)
    first = problem.items[0]

    on_friday = points(problem, (at(first, september(2), "morning", "anna", "bjorn"),))

    assert problem.groups[0].axis[first.ideal] == september(5)
    assert on_friday.spread == Fraction(5, 2)  # Friday and Monday are neighbours


def test_travel_is_paid_once_for_each_contact_day_block_and_zone():
    places = PLACES + "sveberg,Sveberg,school,1,7,,,,west\nsaksvik,Saksvik,school,1,7,,,,west\nmall,M,other,,,,,,east\n"
    scene = visits(people=2).with_files(
        places=places,
        meetings=MEETINGS
        + "m,council,planned,2016-09-05,anna,10:30,,30,mall\n"
        + "n,council,planned,2016-09-05,anna,,,30,mall\n"  # without a block: a trip of its own
        + "o,council,planned,2016-08-31,anna,,,30,mall\n",  # before the first day
    )
    problem = scene.problem(*SEPTEMBER)
    firsts = [next(item for item in problem.items if item.key.place == place) for place in ("saksvik", "sveberg")]

    plan = tuple(at(item, september(5), "morning", "anna", "bjorn") for item in firsts)

    assert points(problem, plan).travel == Fraction(20 + 20 + 15 + 15, 10)


def test_continuity_is_each_contact_more_than_an_item_needs():
    problem = visits(people=1).problem(*SEPTEMBER)
    ideals = [problem.groups[0].axis[item.ideal] for item in problem.items]
    people = ["anna", "bjorn", "anna", "bjorn"]

    mixed = tuple(at(item, day, "morning", who) for item, day, who in zip(problem.items, ideals, people, strict=True))

    assert points(problem, mixed[::2]).continuity == 0
    assert points(problem, mixed).continuity == 25


def test_rows_that_stand_count_for_continuity_and_all_never_does():
    standing = ACTIVITIES + "a,school_visit,done,2016-09-05,09:00,60,sveberg,bjorn,,\n"
    scene = visits().with_files(activities=standing)
    problem = scene.problem(*SEPTEMBER)
    together = visits(people='"all"').with_files(activities=standing).problem(*SEPTEMBER)
    day = problem.groups[0].axis[problem.items[0].ideal]

    assert points(problem, (at(problem.items[0], day),)).continuity == 25
    assert points(together, (at(together.items[0], day, "morning", "anna", "bjorn"),)).continuity == 0


def test_evenings_are_days_and_minutes_are_without_travel():
    rows = ACTIVITIES + (
        "a,office,planned,2016-09-06,17:00,60,sveberg,anna,,\n"
        "b,office,planned,2016-09-06,18:00,60,sveberg,anna,,\n"
        "c,office,done,2016-09-07,18:00,30,sveberg,anna;bjorn,,\n"
    )
    problem = TWO_CONTACTS.with_files(activities=rows).problem(*SEPTEMBER)

    found = points(problem, ())

    assert found.evening_balance == 4  # two evenings and one
    assert found.minute_balance == Fraction(167, 10000) * 120


def test_who_is_not_a_contact_every_day_is_not_balanced():
    rows = ACTIVITIES + "a,office,planned,2016-09-06,17:00,60,,anna,,\n"
    scene = TWO_CONTACTS.with_files(
        activities=rows, roles="role,person,from,to\ncontact,anna,2016-01-01,\ncontact,bjorn,2016-09-02,\n"
    )

    found = points(scene.problem(*SEPTEMBER), ())

    assert (found.evening_balance, found.minute_balance) == (0, 0)


def test_layers_are_compared_first_things_first():
    problem = visits(reserve=1).problem(*SEPTEMBER)
    ideals = [problem.groups[0].axis[item.ideal] for item in problem.items]
    far = tuple(at(item, problem.groups[0].axis[item.days[-1]]) for item in problem.items)
    near = tuple(at(item, day) for item, day in zip(problem.items[:4], ideals, strict=False))

    assert layers(problem, far).points > layers(problem, near).points
    assert layers(problem, far) < layers(problem, near)


def test_weights_are_exact_decimals():
    scene = visits()
    scene = replace(scene, planning=scene.planning.replace("spread = 1.0", "spread = 0.1"))
    problem = scene.problem(*SEPTEMBER)

    plan = tuple(at(item, problem.groups[0].axis[item.ideal + 1]) for item in problem.items[:3])

    assert points(problem, plan).spread == Fraction(3, 10)
