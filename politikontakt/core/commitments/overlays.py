"""What stands over every rule: exceptions that were agreed, and disputes that are open."""

import dataclasses

from politikontakt.core.calendar.daysets import DaySet
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.core.records.model import Dispute, Exemption


def with_exceptions(case: Case, verdict: Verdict) -> Verdict:
    """Give the standing of exceptions that leave no open day, and tell of those that nobody has accepted.

    Partial exceptions are the rules' own matter: they are already in the numbers.
    """
    touching = case.exceptions
    if not touching:
        return verdict
    kind = excepted_as(case)
    if kind is not None:
        verdict = dataclasses.replace(verdict, standing=kind, reasons=())
    if len(case.accepted) < len(touching):
        verdict = dataclasses.replace(verdict, reasons=(*verdict.reasons, "exception_not_accepted"))
    return verdict


def excepted_as(case: Case) -> Standing | None:
    """`waived` or `excused` where the accepted exceptions leave no open day of the period, else None."""
    if not case.accepted or case.days_that_count or not case.open_days:
        return None
    first_day = case.open_days.first
    covering_all = [each for each in case.accepted if not case.open_days - _days(case, each)]
    covering_first = [each for each in case.accepted if each.first <= first_day <= each.last]
    return Standing((covering_all or covering_first)[0].kind)


def _days(case: Case, exemption: Exemption) -> DaySet:
    return case.days_of([DayRange(exemption.first, exemption.last)])


def with_disputes(case: Case, verdict: Verdict) -> Verdict:
    """Show as disputed what a party disputes on the day, and what it would be without that."""
    if any(_open(case, each) for each in case.evidence.disputes(case.commitment.id)):
        return dataclasses.replace(verdict, standing=Standing.DISPUTED, would_be=verdict.standing)
    return verdict


def _open(case: Case, dispute: Dispute) -> bool:
    """Whether it is open on the day, from the day it was opened until the day before it was settled."""
    return (
        dispute.subject in (None, "", case.subject.name)
        and dispute.period_first in (None, case.period.days.first)
        and dispute.opened_on <= case.on
        and (dispute.settled_on is None or case.on < dispute.settled_on)
    )
