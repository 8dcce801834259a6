"""Sorting activities into what counts, what is planned, and what a person would have thought counted."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.evidence import Evidence
from politikontakt.core.commitments.verdict import Ignored
from politikontakt.core.records.model import Activity, Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an activity must be to qualify, beside its kind, place and day. Empty and None: any."""

    by_role: str | None = None
    purpose: str | None = None
    audience: Collection[str] = ()
    min_minutes: int = 0
    distinct_days: bool = True


@dataclass(slots=True)
class Sifted:
    """Activities or meetings by what became of them, each in the order of their days.

    `planned` is a number: of items, or of days on which nothing is counted yet.
    """

    counted: list[str] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    planned: int = 0
    days: set[date] = field(default_factory=set)


def why_not_by_status_and_day(row: Activity | Meeting, case: Case) -> str | None:
    """`cancelled` and `outside_period`, the reasons that come before all others."""
    if row.status == "cancelled":
        return "cancelled"
    return None if row.on in case.period.days else "outside_period"


def why_not_yet_or_ever(row: Activity | Meeting, on: date) -> str | None:
    """`after_day` and `not_done`, the reasons that the day of judgement gives."""
    if row.status == "done":
        return "after_day" if row.on > on else None
    return "not_done" if row.on < on else None


def _why_not(activity: Activity, asked: Asked, case: Case) -> str | None:
    return (
        why_not_by_status_and_day(activity, case)
        or why_not_by_terms(activity, asked, case.evidence)
        or why_not_yet_or_ever(activity, case.on)
    )


def why_not_by_terms(activity: Activity, asked: Asked, evidence: Evidence) -> str | None:
    """`wrong_role`, `wrong_purpose`, `wrong_audience` and `too_short`; None where it is what the terms ask for."""
    if asked.by_role and evidence.holders(asked.by_role, activity.on).isdisjoint(activity.people):
        return "wrong_role"
    if asked.purpose and activity.purpose != asked.purpose:
        return "wrong_purpose"
    if asked.audience and not any(each in activity.audience for each in asked.audience):
        return "wrong_audience"
    return "too_short" if activity.minutes < asked.min_minutes else None


def sift(activities: Sequence[Activity], asked: Asked, case: Case) -> Sifted:
    """Sort activities that are in the order of their days, those of one day as they are to count.

    A planned one on a day on which something is counted adds nothing either: it is `same_day`.
    """
    reasons = [_why_not(each, asked, case) for each in activities]
    fitting = [each for each, reason in zip(activities, reasons, strict=True) if reason is None]
    counted = (
        _first_of_each_day(fitting) if asked.distinct_days else [each for each in fitting if each.status == "done"]
    )
    found = Sifted(counted=[each.id for each in counted], days={each.on for each in counted})
    taken = set(found.counted)
    for each, reason in zip(activities, reasons, strict=True):
        if reason is None and asked.distinct_days and each.on in found.days and each.id not in taken:
            reason = "same_day"
        if reason is not None:
            found.ignored.append(Ignored(id=each.id, reason=reason))
    planned = [each.on for each in fitting if each.status == "planned"]
    found.planned = len(set(planned) - found.days) if asked.distinct_days else len(planned)
    return found


def _first_of_each_day(activities: Iterable[Activity]) -> list[Activity]:
    first: dict[date, Activity] = {}
    for each in activities:
        if each.status == "done":
            first.setdefault(each.on, each)
    return list(first.values())
