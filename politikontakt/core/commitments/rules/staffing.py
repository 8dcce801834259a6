"""`staffing`: so many people in a role on every day, until the end or a milestone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from politikontakt.core.agreement.amended import TermsInForce
from politikontakt.core.agreement.shapes import one_code, role, whole_number, yes_no
from politikontakt.core.agreement.terms import Terms, term
from politikontakt.core.calendar.daysets import DaySet
from politikontakt.core.calendar.periods import ONE_DAY
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.case import Case, Promise
from politikontakt.core.commitments.cases import once
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.rule import Rule
from politikontakt.core.commitments.verdict import Standing, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffingTerms(Terms):
    """Two contacts on every day of the pilot, and the same two."""

    role: str = term(role())
    at_least: int = term(whole_number(least=1))
    until: str | None = term(one_code(), default=None)
    fixed: bool = term(yes_no(), default=False)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A run of days under the same terms, or of those also with the same people."""

    days: DayRange
    terms: StaffingTerms


def _stretches(matter: Matter, promise: Promise) -> Iterator[_Stretch]:
    """The agreement's life, cut where the terms change."""
    history = matter.terms_over_time(promise.commitment)
    ends = [each.since - ONE_DAY for each in history[1:] if each.since is not None]
    for held, end in zip(history, [*ends, matter.frame.last], strict=True):
        first, last = max(held.since or matter.frame.first, matter.frame.first), min(end, matter.frame.last)
        if first <= last and isinstance(held.terms, StaffingTerms):
            yield _Stretch(DayRange(first, last), held.terms)


def last_day(matter: Matter, promise: Promise, on: date) -> date:
    """The last day promised, as known on `on`: the first on which `until` has come, else the last in force.

    Where `until` was amended, each day goes by the event named on that day.
    """
    for stretch in _stretches(matter, promise):
        came = _earliest(matter, stretch.terms.until, on)
        if came is not None and came <= stretch.days.last:
            return max(came, stretch.days.first)
    return matter.frame.last


def _earliest(matter: Matter, kind: str | None, on: date) -> date | None:
    start = matter.frame.first
    return min(
        (each.on for each in matter.records.events if each.kind == kind and start <= each.on <= on), default=None
    )


def terms_on_last_day(matter: Matter, promise: Promise, on: date) -> TermsInForce:
    """The terms valid on the last day counted; before the start those of the first day in force."""
    day = max(min(on, last_day(matter, promise, on)), matter.frame.first)
    return matter.terms_on(promise.commitment, day)


def judge(terms: StaffingTerms, case: Case) -> Verdict:
    """Look at every day up to the day of judgement. A day below is a gap once it is over; today it is a risk."""
    end = last_day(case.matter, case.promise, case.on)
    days = DayRange(case.matter.frame.first, min(case.on, end))
    if not any(case.evidence.holdings(each.terms.role) for each in _counted(case, days)):
        return case.verdict(Standing.NOT_MEASURED)
    below = _below(case, days) & case.days_that_count
    gaps = below.until(case.on - ONE_DAY)
    return case.verdict(
        _standing(gaps, below, over=case.on > end),
        gaps=gaps.runs(),
        gap_days=len(gaps),
        changes=_changes(case, days) if terms.fixed else None,
    )


def _standing(gaps: DaySet, below: DaySet, *, over: bool) -> Standing:
    if gaps:
        return Standing.BROKEN
    if below:
        return Standing.AT_RISK
    return Standing.KEPT if over else Standing.ON_TRACK


def _counted(case: Case, days: DayRange) -> Iterator[_Stretch]:
    """The stretches of terms, as far as they lie in the days counted, cut again where somebody comes or goes."""
    for stretch in _stretches(case.matter, case.promise):
        inside = stretch.days.cut(days)
        if inside is not None:
            firsts = _turns(case, stretch.terms.role, inside)
            lasts = [*(first - ONE_DAY for first in firsts[1:]), inside.last]
            for first, last in zip(firsts, lasts, strict=True):
                yield _Stretch(DayRange(first, last), stretch.terms)


def _turns(case: Case, role: str, days: DayRange) -> list[date]:
    """The first of the days, and every day on which other people hold the role than the day before."""
    holdings = case.evidence.holdings(role)
    came = {each.since for each in holdings if each.since in days}
    went = {each.until + ONE_DAY for each in holdings if each.until is not None and each.until < days.last}
    return sorted({days.first} | came | {day for day in went if day in days})


def _below(case: Case, days: DayRange) -> DaySet:
    """The days on which fewer people than promised held the role."""
    return case.days_of(
        each.days
        for each in _counted(case, days)
        if len(case.evidence.holders(each.terms.role, each.days.first)) < each.terms.at_least
    )


def _changes(case: Case, days: DayRange) -> int:
    """How many new people took the role after it was first fully held, acting holders left aside.

    New is who had not held it before, in the agreement's life or earlier.
    """
    first_role = next(iter(_counted(case, days))).terms.role
    known = {each.person for each in case.evidence.holdings(first_role) if not each.acting and each.since < days.first}
    filled = False
    new = 0
    for each in _counted(case, days):
        holders = case.evidence.holders(each.terms.role, each.days.first, acting=False)
        new += len(holders - known) if filled else 0
        filled = filled or len(holders) >= each.terms.at_least
        known |= holders
    return new


RULE = Rule("staffing", StaffingTerms, once(terms_on_last_day), judge, terms_on_last_day)
