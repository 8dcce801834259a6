"""A day that nobody can have meant is refused wherever a day is entered, by every service."""

import inspect
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from uuid import uuid4

import pytest
from django.utils import translation

from politikontakt.core.calendar.imports.stretches import SchoolCalendar
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.access import services as access
from politikontakt.modules.access.days import days
from politikontakt.modules.access.errors import DayOutOfReach
from politikontakt.modules.access.models import Holding, Role
from politikontakt.modules.activities import called_out
from politikontakt.modules.activities import services as activities
from politikontakt.modules.activities.entries import ActivityEntry, MeetingEntry
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.agreements import services as agreements
from politikontakt.modules.agreements import statements
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.audit.queries import length
from politikontakt.modules.directory import school_calendars
from politikontakt.modules.directory import services as directory
from politikontakt.modules.directory.services import PlaceFields
from politikontakt.web.ui.wording.refusals import refusal
from tests import factories
from tests.factories import TODAY, holder, person, place, visit
from tests.modules.services import calls as services

FIRST, LAST = date(1950, 1, 1), date(2099, 12, 31)
TOO_FAR = date(2100, 1, 1)
SLIPS = (date(218, 3, 15), TOO_FAR)
"""A digit forgotten, and the first day too far ahead."""


def writes(service, **fields):
    return service(key=uuid4(), by=SYSTEM, **fields)


def entry(day, **fields):
    return ActivityEntry(kind="school_visit", happened_on=day, people=[person("berit")], **fields)


def period(day):
    return {"indicator": "contacts", "period_first": min(day, TODAY), "period_last": max(day, TODAY)}


def school_days(day):
    calendar = SchoolCalendar("Hommelvik ungdomsskole", DayRange(day, day), {})
    schools = [school_calendars.ForSchool(place("hommelvik-us"), calendar)]
    return writes(school_calendars.store_school_calendars, schools=schools, source="table", file="a.csv", expected="")


ENTERING = {
    "log_activity": lambda day: writes(activities.log_activity, entry=entry(day, status="planned"), today=TODAY),
    "log_activity, its period": lambda day: writes(
        activities.log_activity, entry=entry(TODAY, period=day), today=TODAY
    ),
    "correct_activity": lambda day: writes(
        activities.correct_activity, activity=visit(TODAY), entry=entry(day, status="planned"), today=TODAY
    ),
    "log_meeting": lambda day: writes(
        activities.log_meeting, entry=MeetingEntry(kind="council", happened_on=day, status="planned"), today=TODAY
    ),
    "correct_meeting": lambda day: writes(
        activities.correct_meeting,
        meeting=factories.council(TODAY, "berit"),
        entry=MeetingEntry(kind="council", happened_on=day, status="cancelled"),
        today=TODAY,
    ),
    "note_event": lambda day: writes(activities.note_event, kind="reception_moved", happened_on=day, today=date.max),
    "receive_request": lambda day: writes(activities.receive_request, kind="advice", received_on=day, today=date.max),
    "answer_request": lambda day: writes(
        activities.answer_request,
        request=writes(activities.receive_request, kind="advice", received_on=FIRST, today=TODAY),
        answered_on=max(day, TOO_FAR),
        outcome="",
    ),
    "call_out": lambda day: writes(called_out.call_out, person=person("berit"), happened_on=day, today=date.max),
    "give_role": lambda day: writes(
        access.give_role,
        role=Role.objects.first(), person=person("berit"), since=min(day, TODAY), until=max(day, TODAY),
    ),
    "end_role": lambda day: writes(
        access.end_role, holding=Holding.objects.first(), until=max(day, TOO_FAR)
    ),
    "add_document": lambda day: writes(agreements.add_document, kind="plan", approved_on=day, attached=False),
    "correct_document": lambda day: writes(
        agreements.correct_document,
        document=writes(agreements.add_document, kind="plan", approved_on=TODAY, attached=False),
        kind="plan",
        approved_on=day,
        attached=True,
    ),
    "judge_commitment": lambda day: writes(
        statements.judge_commitment,
        commitment="P12b", party="kommune", period_first=day, finding="kept", today=TODAY,
    ),
    "ask_exemption": lambda day: writes(
        statements.ask_exemption,
        commitment="P12b", party="kommune", first=min(day, TODAY), last=max(day, TODAY), kind="waived", reason="",
        today=TODAY,
    ),
    "open_dispute": lambda day: writes(
        statements.open_dispute, commitment="P12b", party="kommune", period_first=day, reason="", today=TODAY
    ),
    "lock_baseline": lambda day: writes(
        statements.lock_baseline, **period(day), value=Fraction(3), locked_on=TODAY
    ),
    "lock_baseline, the day it is locked": lambda day: writes(
        statements.lock_baseline, **period(TODAY), value=Fraction(3), locked_on=day
    ),
    "measure": lambda day: writes(statements.measure, **period(day), value=Fraction(3)),
    "close_days": lambda day: writes(directory.close_days, first=min(day, TODAY), last=max(day, TODAY)),
    "note_absence": lambda day: writes(
        directory.note_absence, person=person("berit"), first=min(day, TODAY), last=max(day, TODAY)
    ),
    "store_school_calendars": school_days,
}  # fmt: skip


@pytest.mark.parametrize("service", ENTERING)
@pytest.mark.parametrize("slip", SLIPS, ids=str)
def test_a_day_that_nobody_can_have_meant_is_refused_and_nothing_is_stored(in_malvik, service, slip):
    prepared = length()

    with pytest.raises(DayOutOfReach) as refused:
        ENTERING[service](slip)

    assert refused.value.values["earliest"] == FIRST
    assert refused.value.values["latest"] == LAST
    assert set(AuditRow.objects.filter(number__gt=prepared).values_list("action", flat=True)) <= PREPARING


PREPARING = {
    "activities.log_activity",
    "activities.log_meeting",
    "activities.receive_request",
    "agreements.add_document",
}
"""What the table itself writes first, so that there is something to correct."""


@pytest.mark.parametrize("slip", [date(1, 1, 1), date(1949, 12, 31), date(9999, 12, 31)], ids=str)
def test_the_first_day_there_is_and_the_last_are_refused_like_the_edges(in_malvik, slip):
    with pytest.raises(DayOutOfReach):
        ENTERING["log_activity"](slip)


@pytest.mark.parametrize("edge", [FIRST, TODAY, LAST], ids=str)
def test_the_first_and_the_last_day_within_reach_are_stored(in_malvik, edge):
    stored = ENTERING["log_activity"](edge)

    assert Activity.objects.get(pk=stored.pk).happened_on == edge


def test_every_service_that_takes_a_day_is_tried_here():
    taking = {service.__name__ for service in services.writes() if takes_a_day(service)}

    assert "set_demo_day" in taking
    assert taking - {"set_demo_day"} <= {name.partition(",")[0] for name in ENTERING}


def takes_a_day(service):
    kinds = (date, date | None, ActivityEntry, MeetingEntry)
    parameters = inspect.signature(service).parameters
    return any(each.annotation in kinds for name, each in parameters.items() if name != "today")


def test_a_demo_can_not_be_set_to_a_day_no_page_can_show(in_malvik):
    in_malvik.demo = True

    with pytest.raises(DayOutOfReach):
        writes(access.set_demo_day, day=date(1, 1, 1))

    assert in_malvik.demo_day is None


def test_a_school_may_be_older_than_anything_that_happened_there(in_malvik):
    fields = PlaceFields(name="Hommelvik skole", kind="school", opened_on=date(1863, 8, 1))

    school = writes(directory.add_place, ref="gammelskolen", fields=fields)

    assert school.opened_on == date(1863, 8, 1)


def test_but_it_can_not_close_on_a_day_that_is_a_slip_of_the_pen(in_malvik):
    fields = PlaceFields(name="Hommelvik skole", kind="school", closed_on=date(218, 8, 1))

    with pytest.raises(DayOutOfReach) as refused:
        writes(directory.add_place, ref="gammelskolen", fields=fields)

    assert refused.value.values["day"] == date(218, 8, 1)


def test_a_role_held_since_before_all_reach_is_refused_through_every_way_in(in_malvik):
    with pytest.raises(DayOutOfReach):
        holder("gunnar", "Gunnar Lie", "police_contact", since=date(16, 10, 1))


@dataclass
class Case:
    """Content, and the days in it."""

    content: object
    found: list


@pytest.mark.parametrize(
    "case",
    [
        Case({"a": date(2018, 3, 15), "b": ["text", {"c": date(2018, 3, 16)}]}, [date(2018, 3, 15), date(2018, 3, 16)]),
        Case(datetime(2018, 3, 15, 23, 30, tzinfo=UTC), [date(2018, 3, 15)]),
        Case(("2018-03-15", 20180315, None, Fraction(1)), []),  # texts and numbers are no days
        Case([], []),
    ],
    ids=["deep", "a moment", "no days", "nothing"],
)
def test_days_are_found_however_deep_they_lie(case):
    assert list(days(case.content)) == case.found


def test_the_sentence_says_which_days_can_be():
    refused = DayOutOfReach(day=date(218, 3, 15), earliest=FIRST, latest=LAST)

    with translation.override("nb"):
        sentence = refusal(refused).replace("\u00a0", " ")

    assert sentence == (
        "15. mars 218 er for langt unna: dager går fra 1. januar 1950 til 31. desember 2099. "
        "Sjekk året, og skriv alle fire sifrene."
    )
