"""Logging what was done: what is stored, what is refused."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest

from politikontakt.modules.activities import queries
from politikontakt.modules.activities.entries import ActivityEntry, MeetingEntry
from politikontakt.modules.activities.errors import (
    AnsweredBeforeAsked,
    InFuture,
    NobodyTookPart,
    PlaceNotOpen,
    UnknownStatus,
)
from politikontakt.modules.activities.services import (
    answer_request,
    correct_activity,
    correct_meeting,
    log_activity,
    log_meeting,
    note_event,
    receive_request,
)
from politikontakt.modules.audit.actors import SYSTEM
from tests import factories
from tests.factories import TODAY

TOMORROW = date(2018, 3, 16)


def test_everything_said_of_a_visit_is_stored(in_malvik):
    entry = ActivityEntry(
        kind="school_visit",
        happened_on=TODAY,
        starts_at=time(8, 15),
        minutes=90,
        place=factories.place("vikhammer-us"),
        people=[factories.person("ola"), factories.person("berit")],
        purpose="preventive",
        audience=("pupils", "cohort:2018"),
        themes=("rus", "nettvett"),
        partner="FAU",
        note="Tre klasser",
        confirmed=True,
        series="lower-secondary",
        period=date(2017, 8, 1),
        ordinal=4,
    )

    stored = log_activity(key=uuid4(), entry=entry, by=SYSTEM, today=TODAY, ref="v-1")

    stored.refresh_from_db()
    assert {name: getattr(stored, name) for name in entry.columns()} == entry.columns()
    assert [each.person.ref for each in stored.takers_part.all()] == ["ola", "berit"]
    assert stored.ref == "v-1"
    assert stored.reported_at is not None


def test_work_done_tomorrow_is_refused_and_may_be_planned(in_malvik):
    with pytest.raises(InFuture) as refused:
        log_activity(key=uuid4(), entry=visit(TOMORROW), by=SYSTEM, today=TODAY)

    planned = log_activity(key=uuid4(), entry=visit(TOMORROW, status="planned"), by=SYSTEM, today=TODAY)

    assert refused.value.values == {"day": TOMORROW, "today": TODAY}
    assert planned.status == "planned"


def test_work_that_nobody_did_is_refused_and_may_be_planned_without_people(in_malvik):
    with pytest.raises(NobodyTookPart):
        log_activity(key=uuid4(), entry=visit(TODAY, people=()), by=SYSTEM, today=TODAY)

    assert log_activity(key=uuid4(), entry=visit(TOMORROW, people=(), status="planned"), by=SYSTEM, today=TODAY)


def test_a_visit_to_a_place_that_was_not_open_is_refused(in_malvik):
    shut = factories.school("gammel", "Gammel skole", closed_on=date(2017, 6, 30))

    with pytest.raises(PlaceNotOpen):
        log_activity(key=uuid4(), entry=visit(TODAY, place=shut), by=SYSTEM, today=TODAY)


@pytest.mark.parametrize("wrong", [{"status": "maybe"}, {"purpose": "secret"}])
def test_words_that_files_do_not_know_are_refused(in_malvik, wrong):
    with pytest.raises(UnknownStatus):
        log_activity(key=uuid4(), entry=visit(TODAY, **wrong), by=SYSTEM, today=TODAY)


def test_a_planned_visit_becomes_done_by_a_later_row(in_malvik):
    planned = log_activity(key=uuid4(), entry=visit(TODAY, status="planned"), by=SYSTEM, today=TODAY, ref="p1")

    done = correct_activity(key=uuid4(), activity=planned, entry=visit(TODAY, minutes=75), by=SYSTEM, today=TODAY)

    assert (done.ref, done.status, done.minutes) == ("p1", "done", 75)
    assert queries.earlier_versions(done) == [planned]


def test_a_correction_may_move_the_visit_to_another_school(in_malvik):
    logged = factories.visit(TODAY)

    moved = correct_activity(
        key=uuid4(), activity=logged, entry=visit(TODAY, place=factories.place("vikhammer-us")), by=SYSTEM, today=TODAY
    )

    assert moved.place.ref == "vikhammer-us"


def test_a_meeting_has_those_who_were_there_and_what_was_on_the_agenda(in_malvik):
    meeting = factories.council(date(2018, 2, 8), "kari", "berit", agenda=("evaluation",))

    assert [each.person.ref for each in meeting.takers_part.all()] == ["kari", "berit"]
    assert list(queries.meetings()) == [meeting]


def test_a_planned_meeting_is_held_by_a_later_row(in_malvik):
    planned = MeetingEntry(kind="council", happened_on=TODAY, status="planned")
    meeting = log_meeting(key=uuid4(), entry=planned, by=SYSTEM, today=TODAY)
    held = MeetingEntry(kind="council", happened_on=TODAY, people=[factories.person("kari")])

    corrected = correct_meeting(key=uuid4(), meeting=meeting, entry=held, by=SYSTEM, today=TODAY)

    assert (corrected.ref, corrected.status, corrected.replaces) == (meeting.ref, "done", meeting)


def test_a_meeting_held_tomorrow_is_refused(in_malvik):
    with pytest.raises(InFuture):
        log_meeting(key=uuid4(), entry=MeetingEntry(kind="council", happened_on=TOMORROW), by=SYSTEM, today=TODAY)


def test_a_milestone_is_stored_with_its_day(in_malvik):
    event = note_event(key=uuid4(), kind="reception_moved", happened_on=date(2016, 10, 5), by=SYSTEM, today=TODAY)

    assert list(queries.events()) == [event]
    with pytest.raises(InFuture):
        note_event(key=uuid4(), kind="reception_moved", happened_on=TOMORROW, by=SYSTEM, today=TODAY)


def test_a_request_waits_until_it_is_answered(in_malvik):
    request = receive_request(key=uuid4(), kind="advice", received_on=date(2018, 3, 1), by=SYSTEM, today=TODAY)
    waiting = list(queries.open_requests(TODAY))

    answered = answer_request(key=uuid4(), request=request, answered_on=TODAY, outcome="avtalt", by=SYSTEM)

    assert waiting == [request]
    assert list(queries.open_requests(TODAY)) == []
    assert list(queries.open_requests(date(2018, 2, 28))) == []
    assert list(queries.open_requests(TODAY - timedelta(days=1))) == [answered]
    assert (answered.ref, answered.answered_on) == (request.ref, TODAY)


def test_an_answer_before_the_request_is_refused(in_malvik):
    request = receive_request(key=uuid4(), kind="advice", received_on=TODAY, by=SYSTEM, today=TODAY)

    with pytest.raises(AnsweredBeforeAsked):
        answer_request(key=uuid4(), request=request, answered_on=date(2018, 3, 14), outcome="", by=SYSTEM)


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_of_work_takes_two_queries_however_long(in_malvik, django_assert_num_queries, count):
    for day in range(1, count + 1):
        factories.visit(date(2018, 3, day))

    with django_assert_num_queries(2):
        listed = [(each.place.name, each.takers_part.all()[0].person.name) for each in queries.activities()]

    assert len(listed) == count


def test_a_days_work_stands_in_the_order_of_the_clock(in_malvik):
    factories.visit(TODAY, starts_at=time(12))
    factories.visit(TODAY, at="vikhammer-us", starts_at=time(9))
    factories.visit(date(2018, 3, 14))

    assert [each.place.ref for each in queries.activities_on(TODAY)] == ["vikhammer-us", "hommelvik-us"]


def visit(day, **fields):
    """A school visit as its contact reports it."""
    fields.setdefault("people", [factories.person("berit")])
    fields.setdefault("place", factories.place("hommelvik-us"))
    return ActivityEntry(kind="school_visit", happened_on=day, **fields)
