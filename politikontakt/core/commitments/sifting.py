"""Sorting activities into what counts, what is planned, and what a person would have thought counted."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Sifted:
    """Activities or meetings by what became of them, each in the order of their days.

    `planned` are the days of what is planned and would count: one for each item, or, where days are
    distinct, each day on which nothing is counted yet.
    """

    counted: Sequence[Activity | Meeting]
    ignored: Sequence[Ignored]
    planned: Sequence[date]

    @property
    def days(self) -> set[date]:
        """The days on which something is counted."""
        return {each.on for each in self.counted}


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
    done = [each for each in fitting if each.status == "done"]
    planned = [each.on for each in fitting if each.status == "planned"]
    left_out = {each.id: reason for each, reason in zip(activities, reasons, strict=True) if reason is not None}
    if asked.distinct_days:
        done = _first_of_each_day(done)
        days, taken = {each.on for each in done}, {each.id for each in done}
        left_out |= {each.id: "same_day" for each in fitting if each.on in days and each.id not in taken}
        planned = sorted(set(planned) - days)
    ignored = [Ignored(id=each.id, reason=left_out[each.id]) for each in activities if each.id in left_out]
    return Sifted(done, ignored, planned)


def _first_of_each_day(activities: Iterable[Activity]) -> list[Activity]:
    first: dict[date, Activity] = {}
    for each in activities:
        first.setdefault(each.on, each)
    return list(first.values())
