"""`count`: so many activities in each period, for each place where the promise names places."""

from dataclasses import dataclass

from politikontakt.core.agreement.shapes import (
    ForEach,
    codes,
    one_of,
    places_matching,
    role,
    whole_number,
)
from politikontakt.core.agreement.terms import Terms, term
from politikontakt.core.agreement.vocabulary import PURPOSES
from politikontakt.core.calendar.periods import PERIOD_KINDS
from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.cases import by_period, each_place
from politikontakt.core.commitments.evidence import Evidence
from politikontakt.core.commitments.numbers import Tally, days_left_for_days, days_left_for_items, verdict_on
from politikontakt.core.commitments.required import PART_YEARS, expected, required
from politikontakt.core.commitments.rule import Rule
from politikontakt.core.commitments.sifting import Asked, sift, why_not_by_terms
from politikontakt.core.commitments.verdict import Verdict
from politikontakt.core.records.model import Activity


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTerms(Terms):
    """Eight visits a school year at each lower secondary school, by a contact, of at least 30 minutes."""

    activity: tuple[str, ...] = term(codes())
    at_least: int = term(whole_number(least=1))
    per: str = term(one_of(*PERIOD_KINDS), amendable=False)
    for_each: ForEach | None = term(places_matching(), default=None, amendable=False)
    by_role: str | None = term(role(), default=None)
    distinct: str = term(one_of("days", "items"), default="days")
    min_minutes: int = term(whole_number(), default=0)
    purpose: str | None = term(one_of(*PURPOSES), default=None)
    audience: tuple[str, ...] = term(codes(may_be_empty=True), default=())
    part_year: str = term(one_of(*PART_YEARS), default="round_down")


def tally(terms: CountTerms, case: Case) -> Tally:
    """Count what qualifies in the period up to the day. Two on one day are one, unless `distinct` is items."""
    axes, at = (("place",), (case.subject.place.id,)) if case.subject.place else ((), ())
    activities = case.evidence.activities(terms.activity, axes, at).within(case.period.whole)
    found = sift(activities, asked_of(terms), case)
    asked_for = required(case, terms.at_least, terms.part_year)
    if terms.distinct == "days":
        days_left = days_left_for_days(case, found)
    else:
        days_left = days_left_for_items(case, asked_for.number)
    return Tally(found, asked_for, lambda day: expected(asked_for.number, case.usable_days, day), days_left)


def judge(terms: CountTerms, case: Case) -> Verdict:
    """Say how the number stands.

    Kept as soon as it is reached. Broken when the period is over, or as soon as fewer days are left than
    are missing. Until then on track with what is expected by the day, or with enough in the plan.
    """
    return verdict_on(case, tally(terms, case))


def asked_of(terms: CountTerms) -> Asked:
    """What the terms ask of an activity, beside its kind and place."""
    return Asked(
        by_role=terms.by_role,
        purpose=terms.purpose,
        audience=terms.audience,
        min_minutes=terms.min_minutes,
        distinct_days=terms.distinct == "days",
    )


def qualifies(terms: CountTerms, activity: Activity, evidence: Evidence) -> bool:
    """Whether an activity is what the terms ask for, wherever it is and whatever its status and day."""
    return activity.kind in terms.activity and why_not_by_terms(activity, asked_of(terms), evidence) is None


RULE = Rule("count", CountTerms, by_period(each_place), judge, tally=tally)
