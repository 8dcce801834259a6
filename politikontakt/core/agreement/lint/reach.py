"""Promises that can't be kept whatever anybody does, and amendments that change nothing."""

from collections.abc import Iterator
from math import ceil, floor

from politikontakt.core.agreement.amended import in_order
from politikontakt.core.agreement.lint.finding import Finding
from politikontakt.core.agreement.model import Agreement, Commitment
from politikontakt.core.calendar.holidays import is_working_day
from politikontakt.core.calendar.periods import Period, periods
from politikontakt.core.calendar.ranges import DayRange

_BY_DAYS = frozenset({"count", "coverage"})


def out_of_reach(agreement: Agreement) -> Iterator[Finding]:
    """Each promise of more days than some period has: schools can be visited on working days, other places on all.

    A school's own closed days are not known from the agreement, so what is found here is sure.
    """
    for clause in agreement.clauses:
        for commitment in clause.commitments:
            if commitment.rule in _BY_DAYS and getattr(commitment.terms, "distinct", "days") == "days":
                yield from _first_period_too_short(agreement, clause.ref, commitment)


def _first_period_too_short(agreement: Agreement, ref: str, commitment: Commitment) -> Iterator[Finding]:
    for period in _periods(agreement, commitment):
        at_least = _term_in(agreement, commitment, period, "at_least")
        part_year = _term_in(agreement, commitment, period, "part_year") or "round_down"
        required = _required(at_least, part_year, period)
        days = _days_to_visit(commitment, period.days, at_most=required)
        if days < required:
            values = {"required": required, "days": days, "period": period.label, "first": period.days.first}
            yield Finding("out_of_reach", ref, commitment.id, values)
            return


def _periods(agreement: Agreement, commitment: Commitment) -> tuple[Period, ...]:
    per = getattr(commitment.terms, "per", "term")
    return periods(per, agreement.in_force, agreement.school_year_starts, agreement.expires_on)


def _term_in(agreement: Agreement, commitment: Commitment, period: Period, name: str) -> object:
    """A term as it holds in a period: the last amendment valid from its first day in force or before."""
    value = getattr(commitment.terms, name, None)
    for each in in_order(agreement.amendments, commitment.id):
        if each.valid_from <= period.days.first:
            value = each.set.get(name, value)
    return value


def _required(at_least: object, part_year: object, period: Period) -> int:
    number = at_least if isinstance(at_least, int) else 0
    clipped = len(period.days) < len(period.whole)
    if part_year == "full" or not clipped:
        return number
    if part_year == "exempt":
        return 0
    exact = number * len(period.days) / len(period.whole)
    return ceil(exact) if part_year == "round_up" else floor(exact)


def _days_to_visit(commitment: Commitment, days: DayRange, *, at_most: int) -> int:
    """How many days of the period a visit may fall on; counted no further than needed."""
    places = getattr(commitment.terms, "for_each", None)
    if places is None or places.place != "school":
        return len(days)
    found = 0
    for day in days:
        found += is_working_day(day)
        if found >= at_most:
            break
    return found


def deadline_before_start(agreement: Agreement) -> Iterator[Finding]:
    """Each deadline before both signature and start: what is older than them does not satisfy, so it comes too late."""
    oldest = min(agreement.signed_on, agreement.effective_from)
    for clause in agreement.clauses:
        for commitment in clause.commitments:
            if commitment.rule == "deadline" and getattr(commitment.terms, "by", oldest) < oldest:
                yield Finding("deadline_before_start", clause.ref, commitment.id)


def amendment_without_effect(agreement: Agreement) -> Iterator[Finding]:
    """Each amendment of a promise with periods that holds from a day after its last period has begun."""
    clause_of = {each.id: clause for clause in agreement.clauses for each in clause.commitments}
    commitments = {each.id: each for each in agreement.commitments}
    for amendment in agreement.amendments:
        commitment = commitments[amendment.commitment]
        if hasattr(commitment.terms, "per"):
            last = _periods(agreement, commitment)[-1].days.first
        else:
            last = agreement.expires_on
        if amendment.valid_from > last:
            values = {"valid_from": amendment.valid_from, "last": last}
            yield Finding("amendment_without_effect", clause_of[commitment.id].ref, commitment.id, values)
