"""What was done and what is planned: activities, meetings, milestones, requests."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from politikontakt.config.demo.days import TODAY, clock_time
from politikontakt.config.demo.diary import Diary
from politikontakt.config.demo.rows import Rows
from politikontakt.modules.activities.entries import ActivityEntry, MeetingEntry
from politikontakt.modules.activities.models import Activity, Request
from politikontakt.modules.activities.services import (
    answer_request,
    correct_activity,
    log_activity,
    log_meeting,
    note_event,
    receive_request,
)
from politikontakt.modules.audit.actors import SYSTEM

Told = Mapping[str, Any]

PLANNED_AHEAD = timedelta(days=10)
"""How long before today what lies ahead was planned."""
IN_WORDS = ("kind", "minutes", "purpose", "audience", "themes", "partner", "note", "confirmed")
"""What a story says of an activity in the service's own words."""


def enter_activities(told: Iterable[Told], diary: Diary, rows: Rows) -> None:
    """Log each activity when it was over, or, where it lies ahead, when it was planned; then its corrections."""
    for number, each in enumerate(sorted(told, key=lambda one: (one["on"], one.get("at", "")))):
        ref = f"a{number + 1:04}"
        kept: list[Activity] = []
        diary.note(known_on(each), f"activity {ref}", partial(_log, rows, each, ref, kept), at=_written_at(each))
        for step, correction in enumerate(each.get("corrected", ())):
            corrected = {**each, **correction}
            write = partial(_correct, rows, corrected, correction["known"], kept)
            diary.note(
                correction["known"], f"activity {ref} correction {step}", write, at=correction.get("clock", "15:30")
            )


def enter_meetings(told: Iterable[Told], diary: Diary, rows: Rows) -> None:
    """Enter meetings, held and planned."""
    for number, each in enumerate(sorted(told, key=lambda one: one["on"])):
        ref = f"m{number + 1:03}"
        diary.note(known_on(each), f"meeting {ref}", partial(_meet, rows, each, ref), at=_written_at(each))


def enter_events(told: Iterable[Told], diary: Diary) -> None:
    """Enter milestones on their day."""
    for each in told:
        diary.note(each["on"], f"event {each['kind']}", partial(_event, each), at="16:00")


def enter_requests(told: Iterable[Told], diary: Diary) -> None:
    """Enter what was asked, and the answers when they were given."""
    for number, each in enumerate(sorted(told, key=lambda one: one["received"])):
        ref = f"r{number + 1:03}"
        kept: list[Request] = []
        diary.note(each["received"], f"request {ref}", partial(_receive, each, ref, kept), at="10:00")
        if "answered" in each:
            diary.note(each["answered"], f"answer {ref}", partial(_answer, each, kept), at="14:00")


def known_on(told: Told) -> date:
    """The day on which it was written down: its own, an earlier one where it was planned first."""
    if "known" in told:
        known: date = told["known"]
        return known
    on: date = told["on"]
    return on if on < TODAY else TODAY - PLANNED_AHEAD


def _written_at(told: Told) -> time:
    """Some minutes after the end of what was done, or at noon where it was planned."""
    if known_on(told) != told["on"]:
        return time(12)
    start = datetime.combine(told["on"], clock_time(told.get("at", "14:00")))
    end = start + timedelta(minutes=told.get("minutes", 60) + 10)
    return end.time() if end.date() == told["on"] else time(23, 50)


def _entry(rows: Rows, told: Told) -> ActivityEntry:
    return ActivityEntry(
        happened_on=told["on"],
        status=told.get("status", "done" if told["on"] < TODAY else "planned"),
        starts_at=clock_time(told["at"]) if "at" in told else None,
        place=rows.place(told.get("place", "")),
        people=rows.persons(told["who"]),
        **{name: told[name] for name in IN_WORDS if name in told},
    )


def _log(rows: Rows, told: Told, ref: str, kept: list[Activity], key: UUID) -> None:
    known = known_on(told)
    by = rows.actor(told["who"][0], known)
    kept.append(log_activity(key=key, entry=_entry(rows, told), by=by, today=known, ref=ref))


def _correct(rows: Rows, told: Told, known: date, kept: list[Activity], key: UUID) -> None:
    by = rows.actor(told["who"][0], known)
    kept.append(correct_activity(key=key, activity=kept[-1], entry=_entry(rows, told), by=by, today=known))


def _meet(rows: Rows, told: Told, ref: str, key: UUID) -> None:
    known = known_on(told)
    entry = MeetingEntry(
        kind=told["kind"],
        happened_on=told["on"],
        status=told.get("status", "done" if told["on"] < TODAY else "planned"),
        people=rows.persons(told["who"]),
        agenda=told.get("agenda", ()),
        starts_at=clock_time(told.get("at", "12:00")),
        minutes=told.get("minutes", 60),
        place=rows.place(told.get("place", "")),
    )
    log_meeting(key=key, entry=entry, by=rows.actor(told.get("by", told["who"][0]), known), today=known, ref=ref)


def _event(told: Told, key: UUID) -> None:
    note_event(key=key, kind=told["kind"], happened_on=told["on"], by=SYSTEM, today=told["on"], ref=told["kind"])


def _receive(told: Told, ref: str, kept: list[Request], key: UUID) -> None:
    received = told["received"]
    kept.append(receive_request(key=key, kind=told["kind"], received_on=received, by=SYSTEM, today=received, ref=ref))


def _answer(told: Told, kept: list[Request], key: UUID) -> None:
    answered, outcome = told["answered"], told.get("outcome", "answered")
    answer_request(key=key, request=kept[-1], answered_on=answered, outcome=outcome, by=SYSTEM)
