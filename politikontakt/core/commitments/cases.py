"""Which cases a commitment gives on a day: its periods, and in each the subjects it holds for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from politikontakt.core.agreement.amended import TermsInForce
from politikontakt.core.agreement.shapes import ForEach
from politikontakt.core.agreement.terms import Terms
from politikontakt.core.calendar.periods import Period
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.case import NO_SUBJECT, THE_PROMISE, Case, Promise, Subject
from politikontakt.core.commitments.matter import Matter


@dataclass(frozen=True, slots=True)
class When:
    """The day of judgement, and whether every period begun is wanted or only the one that holds the day."""

    on: date
    all_periods: bool = False

    def periods(self, matter: Matter, per: str) -> Sequence[Period]:
        """The periods wanted. Before the start the first one; after the end the last holds the day."""
        if not self.all_periods or self.before(matter):
            return (matter.period_holding(per, self.on),)
        return matter.periods(per, self.on)

    def wants(self, matter: Matter, days: DayRange) -> bool:
        """Whether a window of days is wanted, by the same reading."""
        day = min(max(self.on, matter.frame.first), matter.frame.last)
        return days.first <= day and (day <= days.last or self.all_periods)

    def before(self, matter: Matter) -> bool:
        """Whether the agreement is not yet in force."""
        return self.on < matter.frame.first


Cases = Callable[[Matter, Promise, When], Iterable[Case]]
"""How a kind finds its cases."""

Subjects = Callable[[Matter, Any, Period], Sequence[Subject]]
"""How a kind finds the subjects of a period, from its own terms."""


TermsOn = Callable[[Matter, Promise, date], TermsInForce]
"""How a kind finds the terms of a day of judgement."""


def by_period(subjects: Subjects) -> Cases:
    """One case for each wanted period and subject, with the terms that rule the period."""

    def cases(matter: Matter, promise: Promise, when: When) -> Iterator[Case]:
        per: str = promise.commitment.terms.per  # type: ignore[attr-defined]
        for period in when.periods(matter, per):
            terms = matter.terms_on(promise.commitment, period.days.first)
            for subject in subjects(matter, terms.terms, period) or (NO_SUBJECT,):
                yield case_of(matter, promise, subject, period, terms, when.on)

    return cases


def once(terms_on: TermsOn) -> Cases:
    """One case for the agreement's whole life, with the terms that `terms_on` finds for the day."""

    def cases(matter: Matter, promise: Promise, when: When) -> Iterator[Case]:
        yield case_of(matter, promise, THE_PROMISE, matter.term, terms_on(matter, promise, when.on), when.on)

    return cases


def case_of(matter: Matter, promise: Promise, subject: Subject, period: Period, terms: TermsInForce, on: date) -> Case:
    """A case with its terms."""
    return Case(matter, promise, subject, period, terms.terms, terms.amendment, on)


def the_promise(_matter: Matter, _terms: Terms, _period: Period) -> Sequence[Subject]:
    """The promise is one: the only subject has no name."""
    return (THE_PROMISE,)


def each_place(matter: Matter, terms: Terms, period: Period) -> Sequence[Subject]:
    """One subject for each place of `for_each`; without it the promise is one."""
    for_each: ForEach | None = terms.for_each  # type: ignore[attr-defined]
    if for_each is None:
        return (THE_PROMISE,)
    return [Subject(place.id, place) for place in matter.places_matching(for_each, period.days)]
