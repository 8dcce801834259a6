"""`share`: so large a part of a role's logged time for one purpose."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from politikontakt.core.agreement.shapes import Wrong, number, one_of, role, share
from politikontakt.core.agreement.terms import Terms, term
from politikontakt.core.agreement.vocabulary import PURPOSES
from politikontakt.core.calendar.periods import PERIOD_KINDS
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.cases import by_period, the_promise
from politikontakt.core.commitments.rule import Rule
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.core.records.model import Activity

_DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareTerms(Terms):
    """At least 70 % of the contacts' logged time is preventive, if at least 60 % of their time is logged."""

    purpose: str = term(one_of(*PURPOSES))
    by_role: str = term(role())
    at_least: Fraction = term(share())
    per: str = term(one_of(*PERIOD_KINDS), amendable=False)
    weekly_minutes: Fraction = term(number(), default=Fraction(2250))
    min_coverage: Fraction = term(share(), default=Fraction(3, 5))

    def contradictions(self) -> list[Wrong]:
        """A share of at least nothing promises nothing."""
        return [] if self.at_least > 0 else [Wrong("not_above", {"found": 0, "above": 0}, ".at_least")]


def judge(terms: ShareTerms, case: Case) -> Verdict:
    """Weigh the minutes of the purpose against all that the role's people logged, each person's time by itself.

    An hour with both contacts is two. Too little logged is not measured: what was left out might turn it.
    """
    logged = list(_logged(terms.by_role, case))
    total = sum(minutes for _, minutes in logged)
    of_purpose = sum(minutes for each, minutes in logged if each.purpose == terms.purpose)
    coverage = _coverage(terms, case, total)
    measured = Fraction(of_purpose, total) if total else None
    standing = _standing(terms, case, measured, coverage)
    return case.verdict(
        standing,
        *(["low_coverage"] if standing == Standing.NOT_MEASURED else []),
        share=None if measured is None else float(measured),
        coverage=None if coverage is None else float(coverage),
        counted=tuple(each.id for each, _ in logged),
    )


def _standing(terms: ShareTerms, case: Case, measured: Fraction | None, coverage: Fraction | None) -> Standing:
    if measured is None or coverage is None or coverage < terms.min_coverage:
        return Standing.NOT_MEASURED
    reached = measured >= terms.at_least
    if case.over:
        return Standing.KEPT if reached else Standing.BROKEN
    return Standing.ON_TRACK if reached else Standing.AT_RISK


def _logged(role: str, case: Case) -> Iterator[tuple[Activity, int]]:
    """Each done activity with somebody in the role, and its minutes times how many such people."""
    for each in case.evidence.all_activities.within(case.period.days):
        if each.status == "done" and each.on <= case.on:
            people = len(case.evidence.holders(role, each.on).intersection(each.people))
            if people:
                yield each, each.minutes * people


def _coverage(terms: ShareTerms, case: Case, total: int) -> Fraction | None:
    """Minutes logged ÷ minutes worked: the weekly minutes of each day on which somebody holds the role."""
    days = DayRange(case.period.days.first, min(case.on, case.period.days.last))
    person_days = sum(len(case.evidence.holders(terms.by_role, day)) for day in days)
    return total / (terms.weekly_minutes * person_days / _DAYS_A_WEEK) if person_days else None


RULE = Rule("share", ShareTerms, by_period(the_promise), judge)
