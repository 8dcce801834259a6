"""Logging work: activities, meetings, milestones, requests. What was logged is corrected by a new row."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from politikontakt.modules.access.models import Person
from politikontakt.modules.access.writes import Write
from politikontakt.modules.activities.entries import ActivityEntry, MeetingEntry
from politikontakt.modules.activities.errors import AnsweredBeforeAsked, InFuture
from politikontakt.modules.activities.models import (
    Activity,
    ActivityPerson,
    Event,
    Meeting,
    MeetingPerson,
    Request,
)
from politikontakt.modules.audit import clock
from politikontakt.modules.audit.actors import Actor
from politikontakt.modules.audit.single import put


@transaction.atomic
def log_activity(*, key: UUID, entry: ActivityEntry, by: Actor, today: date, ref: str = "") -> Activity:
    """Store what was done, planned or cancelled, once per `key`: the same key again returns the first.

    A repeat is looked for before anything is checked: what was stored once stays so, whatever has closed since.
    """
    write = Write(key, "activities.log_activity", by, entry.body())
    if write.repeated:
        return write.first(Activity)
    entry.check(today)
    activity = write.add(Activity, ref=ref or str(key), reported_at=_now(), **entry.columns())
    _take_part(activity, entry.people)
    return write.done(activity)


@transaction.atomic
def correct_activity(*, key: UUID, activity: Activity, entry: ActivityEntry, by: Actor, today: date) -> Activity:
    """Store how it really was, as a new row that names the old one. Also how a planned one becomes done."""
    write = Write(key, "activities.correct_activity", by, {"row": activity.pk, **entry.body()})
    if write.repeated:
        return write.first(Activity)
    entry.check(today)
    corrected = write.correct(activity, reported_at=_now(), **_by_id(entry.columns()))
    _take_part(corrected, entry.people)
    return write.done(corrected)


@transaction.atomic
def log_meeting(*, key: UUID, entry: MeetingEntry, by: Actor, today: date, ref: str = "") -> Meeting:
    """Store a meeting that was held, is planned or was cancelled."""
    entry.check(today)
    write = Write(key, "activities.log_meeting", by, entry.body())
    if write.repeated:
        return write.first(Meeting)
    meeting = write.add(Meeting, ref=ref or str(key), **entry.columns())
    _be_present(meeting, entry.people)
    return write.done(meeting)


@transaction.atomic
def correct_meeting(*, key: UUID, meeting: Meeting, entry: MeetingEntry, by: Actor, today: date) -> Meeting:
    """Store how the meeting really was. Also how a planned one becomes held."""
    entry.check(today)
    write = Write(key, "activities.correct_meeting", by, {"row": meeting.pk, **entry.body()})
    if write.repeated:
        return write.first(Meeting)
    corrected = write.correct(meeting, **_by_id(entry.columns()))
    _be_present(corrected, entry.people)
    return write.done(corrected)


@transaction.atomic
def note_event(*, key: UUID, kind: str, happened_on: date, by: Actor, today: date, ref: str = "") -> Event:
    """Store a milestone that has been reached."""
    if happened_on > today:
        raise InFuture(day=happened_on, today=today)
    write = Write(key, "activities.note_event", by, {"kind": kind, "happened_on": happened_on})
    if write.repeated:
        return write.first(Event)
    return write.done(write.add(Event, ref=ref or str(key), kind=kind, happened_on=happened_on))


@transaction.atomic
def receive_request(*, key: UUID, kind: str, received_on: date, by: Actor, today: date, ref: str = "") -> Request:
    """Store that something was asked of the contacts: its kind alone, never what or by whom."""
    if received_on > today:
        raise InFuture(day=received_on, today=today)
    write = Write(key, "activities.receive_request", by, {"kind": kind, "received_on": received_on})
    if write.repeated:
        return write.first(Request)
    return write.done(write.add(Request, ref=ref or str(key), kind=kind, received_on=received_on))


@transaction.atomic
def answer_request(*, key: UUID, request: Request, answered_on: date, outcome: str, by: Actor) -> Request:
    """Store when a request was answered, and with what outcome."""
    if answered_on < request.received_on:
        raise AnsweredBeforeAsked(received=request.received_on, answered=answered_on)
    body = {"row": request.pk, "answered_on": answered_on, "outcome": outcome}
    write = Write(key, "activities.answer_request", by, body)
    if write.repeated:
        return write.first(Request)
    return write.done(write.correct(request, answered_on=answered_on, outcome=outcome))


def _now() -> datetime:
    return clock.now().replace(microsecond=0)


def _by_id(columns: dict[str, Any]) -> dict[str, Any]:
    """Columns that replace those carried from an older row, where the place stands by its number."""
    place = columns.pop("place")
    return {**columns, "place_id": place.pk if place else None}


def _take_part(activity: Activity, people: Sequence[Person]) -> None:
    for at, person in enumerate(people):
        put(ActivityPerson(activity=activity, person=person, position=at))


def _be_present(meeting: Meeting, people: Sequence[Person]) -> None:
    for at, person in enumerate(people):
        put(MeetingPerson(meeting=meeting, person=person, position=at))
