"""Moving and confirming planned rows by hand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.access.errors import Overtaken
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.planning.errors import BreaksRules, NotPlanned
from politikontakt.modules.planning.moving import move_activity, put_back
from politikontakt.modules.planning.services import accept, ask_plan, confirm
from politikontakt.modules.planning.trial import Answer, Move, allowed_after_loss, trial
from tests import factories
from tests.factories import key

TODAY = date(2017, 8, 14)
"""A Monday before the school year has begun, so that no visit is late."""
THE_YEAR = {"first": date(2017, 8, 15), "last": date(2018, 7, 31), "by": SYSTEM}


@pytest.fixture
def visit(plannable) -> Activity:
    accept(key=key(), run=ask_plan(key=key(), **THE_YEAR), by=SYSTEM, today=TODAY)
    return Activity.current.filter(status="planned", ordinal=5).order_by("happened_on", "id")[0]


def who(activity: Activity) -> tuple[str, ...]:
    return tuple(each.person.ref for each in activity.takers_part.all())


def tried(activity: Activity, move: Move) -> Answer:
    return trial(activity, until=move.day, today=TODAY).answer(move)


def monday_near(day: date) -> date:
    return day - timedelta(days=day.weekday())


def test_a_move_to_a_sunday_is_refused_with_the_reason(visit):
    sunday = visit.happened_on + timedelta(days=6 - visit.happened_on.weekday())
    move = Move(sunday, "morning", who(visit))

    with pytest.raises(BreaksRules) as refused:
        move_activity(key=key(), activity=visit, move=move, by=SYSTEM, today=TODAY)

    assert {each.code for each in refused.value.faults} == {"wrong_weekday"}
    assert Activity.current.get(ref=visit.ref).happened_on == visit.happened_on


def test_a_move_to_the_other_half_of_the_day_is_stored_as_a_new_row(visit):
    block = "afternoon" if visit.starts_at.hour < 12 else "morning"

    moved = move_activity(
        key=key(), activity=visit, move=Move(visit.happened_on, block, who(visit)), by=SYSTEM, today=TODAY
    )

    assert (moved.ref, moved.replaces_id, moved.happened_on) == (visit.ref, visit.pk, visit.happened_on)
    assert (moved.starts_at.hour < 12) == (block == "morning")


def test_trying_a_move_stores_nothing(visit):
    before = Activity.objects.count()

    answer = tried(visit, Move(monday_near(visit.happened_on), "evening", who(visit)))

    assert "wrong_block" in {each.code for each in answer.faults}
    assert Activity.objects.count() == before


def test_what_is_done_can_be_neither_moved_nor_confirmed(plannable):
    done = factories.visit(date(2017, 8, 11), at="vikhammer-us", by="berit")

    with pytest.raises(NotPlanned):
        tried(done, Move(TODAY, "morning", ("berit",)))
    with pytest.raises(NotPlanned):
        confirm(key=key(), activity=done, by=SYSTEM, today=TODAY)


def test_a_confirmed_row_that_is_moved_is_no_longer_confirmed(visit):
    confirmed = confirm(key=key(), activity=visit, by=SYSTEM, today=TODAY)
    block = "afternoon" if visit.starts_at.hour < 12 else "morning"

    moved = move_activity(
        key=key(), activity=confirmed, move=Move(visit.happened_on, block, who(visit)), by=SYSTEM, today=TODAY
    )

    assert (confirmed.confirmed, moved.confirmed) == (True, False)


def moved_to_the_other_half(visit: Activity) -> Activity:
    block = "afternoon" if visit.starts_at.hour < 12 else "morning"
    move = Move(visit.happened_on, block, who(visit))
    return move_activity(key=key(), activity=visit, move=move, by=SYSTEM, today=TODAY)


def test_a_moved_row_is_put_back_with_its_hour_and_its_confirmation(visit):
    confirmed = confirm(key=key(), activity=visit, by=SYSTEM, today=TODAY)
    moved = moved_to_the_other_half(confirmed)

    back = put_back(key=key(), activity=moved, by=SYSTEM, today=TODAY)

    assert (back.starts_at, back.confirmed, back.replaces_id) == (confirmed.starts_at, True, moved.pk)


def test_what_somebody_moved_again_is_not_put_back(visit):
    moved = moved_to_the_other_half(visit)
    moved_to_the_other_half(moved)

    with pytest.raises(Overtaken):
        put_back(key=key(), activity=Activity.objects.get(pk=moved.pk), by=SYSTEM, today=TODAY)


def test_a_row_nobody_has_moved_can_not_be_put_back(visit):
    with pytest.raises(NotPlanned):
        put_back(key=key(), activity=visit, by=SYSTEM, today=TODAY)


def test_putting_back_twice_stores_once(visit):
    moved, once = moved_to_the_other_half(visit), key()

    first = put_back(key=once, activity=moved, by=SYSTEM, today=TODAY)
    second = put_back(key=once, activity=Activity.objects.get(pk=moved.pk), by=SYSTEM, today=TODAY)

    assert first.pk == second.pk


def test_each_day_of_a_stretch_is_answered_as_if_it_were_asked_alone(visit):
    monday = monday_near(visit.happened_on)
    move, week = Move(monday, "morning", who(visit)), DayRange(monday, monday + timedelta(days=6))

    found = trial(visit, until=week.last, today=TODAY).days(move, week)

    alone = {day: tried(visit, Move(day, "morning", who(visit))) for day in week}
    assert {day: answer.faults for day, answer in found.items()} == {day: each.faults for day, each in alone.items()}
    assert any(each.faults for each in found.values())
    assert not all(each.faults for each in found.values())


def test_another_hour_is_taken_where_ones_own_does_not_fit(visit):
    block, late, first = ("afternoon", 15, "12:00") if visit.starts_at.hour < 12 else ("morning", 11, "08:00")
    asked = Move(visit.happened_on, block, who(visit), visit.starts_at.replace(hour=late, minute=15))

    strict = tried(visit, asked)
    lenient = tried(visit, replace(asked, any_start=True))

    assert {each.code for each in strict.faults} == {"outside_block"}
    assert (lenient.faults, lenient.start.isoformat("minutes")) == ((), first)


def test_a_row_that_is_moved_against_the_rules_keeps_an_hour(visit):
    sunday = visit.happened_on + timedelta(days=6 - visit.happened_on.weekday())
    move = Move(sunday, "afternoon", who(visit))

    moved = move_activity(key=key(), activity=visit, move=move, by=SYSTEM, today=TODAY, anyway=True)

    assert (moved.happened_on, moved.starts_at.isoformat("minutes")) == (sunday, "12:00")


def test_a_row_hit_today_may_lie_where_the_rules_allow_though_its_own_part_of_the_year_is_past(visit):
    today = visit.happened_on
    after = DayRange(today + timedelta(days=1), today + timedelta(days=60))

    allowed = allowed_after_loss(visit, after, people=who(visit), today=today)

    found = [day for day in after if allowed(day)]
    assert found
    assert max(found) - today > timedelta(days=14)
    assert {day.weekday() for day in found} <= {0, 1, 2, 3, 4}


def test_where_nothing_can_be_planned_the_rules_say_nothing_of_a_hit_row(in_malvik):
    row = factories.visit(date(2018, 3, 20), status="planned")
    after = DayRange(date(2018, 3, 16), date(2018, 3, 30))

    assert allowed_after_loss(row, after, people=["berit"], today=date(2018, 3, 15)) is None
