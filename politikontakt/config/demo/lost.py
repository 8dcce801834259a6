"""Preventive time that was lost: when each was called away, of which class it was, and for how long."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from politikontakt.config.demo.days import clock_time
from politikontakt.config.demo.diary import Diary
from politikontakt.config.demo.rows import Rows
from politikontakt.modules.activities.called_out import CAUSES, call_out, come_back
from politikontakt.modules.activities.models import LostTime

Told = Mapping[str, Any]


def enter_lost_time(told: Iterable[Told], diary: Diary, rows: Rows) -> None:
    """Enter one tap when it began, and one when it was over; all within one day."""
    for number, each in enumerate(sorted(told, key=lambda one: (one["on"], one["at"]))):
        kept: list[LostTime] = []
        began = datetime.combine(each["on"], clock_time(each["at"]))
        over = began + timedelta(minutes=each["minutes"])
        diary.note(each["on"], f"lost {number + 1:03}", partial(_call_out, rows, each, kept), at=began.time())
        diary.note(over.date(), f"back {number + 1:03}", partial(_come_back, rows, each, kept), at=over.time())


def _call_out(rows: Rows, told: Told, kept: list[LostTime], key: UUID) -> None:
    by = rows.actor(told["who"], told["on"])
    kept.append(call_out(key=key, person=rows.people[told["who"]], happened_on=told["on"], by=by, today=told["on"]))


def _come_back(rows: Rows, told: Told, kept: list[LostTime], key: UUID) -> None:
    cause, by = told.get("cause", CAUSES[0]), rows.actor(told["who"], told["on"])
    come_back(key=key, lost=kept[-1], minutes=told["minutes"], cause=cause, by=by)
