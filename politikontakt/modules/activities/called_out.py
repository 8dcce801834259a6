"""Preventive time that is lost: called out, a shift that was swapped, a course, illness. Never what it was about."""

from datetime import date
from uuid import UUID

from django.db import transaction

from politikontakt.modules.access.models import Person
from politikontakt.modules.access.writes import Write
from politikontakt.modules.activities.errors import AlreadyOut, InFuture, LongerThanADay, UnknownCause
from politikontakt.modules.activities.models import LostTime
from politikontakt.modules.audit.actors import Actor
from politikontakt.modules.audit.single import row_by

CAUSES = ("called_out", "shift_swap", "course", "sick", "other")
DAY = 24 * 60


@transaction.atomic
def call_out(
    *, key: UUID, person: Person, happened_on: date, by: Actor, today: date, cause: str = CAUSES[0]
) -> LostTime:
    """Store that a contact's preventive time is being lost from now on. How long is said by `come_back`."""
    body = {"person": person.ref, "happened_on": happened_on, "cause": cause}
    write = Write(key, "activities.call_out", by, body)
    if write.repeated:
        return write.first(LostTime)
    _check_cause(cause)
    if happened_on > today:
        raise InFuture(day=happened_on, today=today)
    if row_by(LostTime, person=person.pk, holds=True, minutes=None):
        raise AlreadyOut()
    return write.done(write.add(LostTime, person=person, happened_on=happened_on, cause=cause))


@transaction.atomic
def come_back(*, key: UUID, lost: LostTime, minutes: int, by: Actor, cause: str = "") -> LostTime:
    """Store how long it was, and of which class where that was another: a row in the place of the one that began it."""
    cause = cause or lost.cause
    write = Write(key, "activities.come_back", by, {"row": lost.pk, "cause": cause, "minutes": minutes})
    if write.repeated:
        return write.first(LostTime)
    _check_cause(cause)
    _check_minutes(minutes)
    return write.done(write.correct(lost, cause=cause, minutes=minutes))


@transaction.atomic
def correct_lost_time(*, key: UUID, lost: LostTime, cause: str, minutes: int, by: Actor) -> LostTime:
    """Store how it really was: another class, or another length."""
    write = Write(key, "activities.correct_lost_time", by, {"row": lost.pk, "cause": cause, "minutes": minutes})
    if write.repeated:
        return write.first(LostTime)
    _check_cause(cause)
    _check_minutes(minutes)
    return write.done(write.correct(lost, cause=cause, minutes=minutes))


def _check_cause(cause: str) -> None:
    if cause not in CAUSES:
        raise UnknownCause(cause=cause)


def _check_minutes(minutes: int) -> None:
    if not 0 <= minutes <= DAY:
        raise LongerThanADay(minutes=minutes)
