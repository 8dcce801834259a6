"""How one promise has stood from day to day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from politikontakt.core.calendar.periods import ONE_DAY
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.judge import on_day, verdict_of
from politikontakt.core.commitments.rules import RULES
from politikontakt.core.commitments.verdict import Standing, Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """From this day on the standing was another than the day before."""

    on: date
    standing: Standing


def changes(case: Case, until: date) -> tuple[Change, ...]:
    """The days on which the standing changed, from the period's first day, which always is one, through `until`.

    By the records as they are: a visit that was entered late shows from the day it took place.
    Days after the period are looked at too: a deadline passes, a dispute is opened.
    """
    found: list[Change] = []
    for day in turning_days(case, until):
        standing = as_on(case, day).standing
        if not found or found[-1].standing != standing:
            found.append(Change(day, standing))
    return tuple(found)


def turning_days(case: Case, until: date) -> list[date]:
    """The days on which the standing may turn: each of the period, and after it those that make a difference.

    A period that was over long ago so costs no more than one that was over yesterday.
    """
    days = case.period.days
    within = DayRange(days.first, max(days.first, min(days.last, until)))
    return [*within, *sorted({day for day in _after(case, until) if days.last < day <= until})]


def _after(case: Case, until: date) -> Iterator[date]:
    """Where a standing can still turn when the period is over: what is recorded, agreed or due later."""
    if case.period.days.last < until:
        yield case.period.days.last + ONE_DAY
    yield from _recorded(case)
    turns = RULES[case.commitment.rule].turns
    for each in case.matter.terms_over_time(case.commitment):
        if each.since is not None:
            yield each.since
        if turns is not None:
            yield from turns(each.terms, case)


def _recorded(case: Case) -> Iterator[date]:
    """The days of all that may come after a period and still tell of it."""
    records, commitment = case.matter.records, case.commitment.id
    for dispute in case.evidence.disputes(commitment):
        yield dispute.opened_on
        if dispute.settled_on is not None:
            yield dispute.settled_on
    yield from (each.judged_on for each in case.evidence.judgements(commitment))
    yield from (each.approved_on for each in records.documents)
    yield from (each.on for each in records.events)
    yield from (each.answered_on for each in records.requests if each.answered_on is not None)


def as_on(case: Case, on: date) -> Verdict:
    """The verdict of the same case on another day."""
    return verdict_of(on_day(case, on))
