"""`cohort`: once, or so many times, while a cohort of pupils is at each school."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from politikontakt.core.agreement.shapes import ForEach, codes, places_matching, role, stages, whole_number
from politikontakt.core.agreement.terms import Terms, term
from politikontakt.core.calendar.cohorts import Cohort, cohorts
from politikontakt.core.calendar.periods import school_year
from politikontakt.core.commitments.case import NO_SUBJECT, Case, Promise, Subject
from politikontakt.core.commitments.cases import When, case_of
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.numbers import Tally, verdict_on
from politikontakt.core.commitments.required import Required
from politikontakt.core.commitments.rule import Rule
from politikontakt.core.commitments.sifting import Asked, sift
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.core.records.model import Activity, Place

PARENTS = "parents"
_NAMED = "cohort:"


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortTerms(Terms):
    """Each cohort's parents met once in the years at lower secondary school, school by school."""

    activity: tuple[str, ...] = term(codes())
    for_each: ForEach = term(places_matching(), amendable=False)
    stages: tuple[int, int] = term(stages(), default=(8, 10), amendable=False)
    at_least: int = term(whole_number(least=1), default=1)
    by_role: str | None = term(role(), default=None)


def cases(matter: Matter, promise: Promise, when: When) -> Iterator[Case]:
    """One case for each school and cohort whose window is wanted; one without subject where there is no school."""
    pairs = _schools_and_cohorts(matter, promise)
    if not pairs:
        terms = matter.terms_on(promise.commitment, matter.frame.first)
        yield case_of(matter, promise, NO_SUBJECT, matter.term, terms, when.on)
    for school, cohort in pairs:
        if when.wants(matter, cohort.window.days):
            terms = matter.terms_on(promise.commitment, cohort.window.days.first)
            subject = Subject(f"{school.id}/{cohort.window.label}", school, cohort.window.label)
            yield case_of(matter, promise, subject, cohort.window, terms, when.on)


def _schools_and_cohorts(matter: Matter, promise: Promise) -> list[tuple[Place, Cohort]]:
    terms = promise.commitment.terms
    if not isinstance(terms, CohortTerms):
        raise TypeError(terms)
    first, last = terms.stages
    return [
        (school, cohort)
        for cohort in cohorts(matter.frame, matter.agreement.school_year_starts, last - first + 1)
        for school in matter.places_matching(terms.for_each, cohort.window.days)
    ]


def tally(terms: CohortTerms, case: Case) -> Tally:
    """Count the meetings with the cohort's parents: all are expected from the first day of its last school year."""
    school = case.subject.place.id if case.subject.place else ""
    activities = case.evidence.activities(terms.activity, ("place",), (school,)).within(case.period.whole)
    asked = Asked(by_role=terms.by_role, audience=(PARENTS,), distinct_days=False)
    found = sift([each for each in activities if _concerns(each, case.period.label)], asked, case)
    last_year = school_year(case.period.whole.last, case.matter.agreement.school_year_starts)
    return Tally(found, Required(terms.at_least), lambda day: terms.at_least if day >= last_year.first else 0)


def judge(terms: CohortTerms, case: Case) -> Verdict:
    """Say how the number stands. A cohort that leaves after the agreement's end is not due, whatever was done."""
    verdict = verdict_on(case, tally(terms, case))
    if case.period.whole.last > case.matter.frame.last:
        return replace(verdict, standing=Standing.NOT_DUE, reasons=("leaves_after_end",))
    return verdict


def _concerns(activity: Activity, cohort: str) -> bool:
    """Whether it is for this cohort: named by `cohort:2018`, or none is named and so all at the school are meant."""
    named = [each for each in activity.audience if each.startswith(_NAMED)]
    return not named or _NAMED + cohort in named


RULE = Rule("cohort", CohortTerms, cases, judge, tally=tally)
