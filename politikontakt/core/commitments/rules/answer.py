"""`answer`: so large a part of what is asked answered within so many working days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from politikontakt.core.agreement.shapes import one_code, one_of, share, whole_number
from politikontakt.core.agreement.terms import Terms, term
from politikontakt.core.calendar.holidays import add_working_days
from politikontakt.core.calendar.periods import ONE_DAY, PERIOD_KINDS
from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.cases import by_period, the_promise
from politikontakt.core.commitments.rule import Rule
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.core.records.model import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTerms(Terms):
    """Nine in ten questions from residents answered within five working days."""

    request: str = term(one_code())
    within_working_days: int = term(whole_number())
    share_at_least: Fraction = term(share(), default=Fraction(1))
    per: str = term(one_of(*PERIOD_KINDS), amendable=False)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request as it stands on the day: answered or not, and the last day on which an answer is in time."""

    row: Request
    answered: bool
    last_day: date
    time_up: bool

    @property
    def due(self) -> bool:
        return self.answered or self.time_up

    @property
    def in_time(self) -> bool:
        return self.answered and self.row.answered_on is not None and self.row.answered_on <= self.last_day


def judge(terms: AnswerTerms, case: Case) -> Verdict:
    """Say what part of the requests that are due was answered in time.

    One that waits with time left says nothing yet, and keeps the period open even when its days are over.
    """
    asked = [_asked(each, terms, case.on) for each in _received(terms.request, case)]
    due = [each for each in asked if each.due]
    in_time = [each.row.id for each in due if each.in_time]
    if not due:
        reasons = () if asked else ("nothing_asked",)
        return case.verdict(Standing.NOT_DUE, *reasons, answered=0, due=0, counted=())
    measured = Fraction(len(in_time), len(due))
    settled = case.over and len(due) == len(asked)
    return case.verdict(
        _standing(measured >= terms.share_at_least, settled=settled),
        share=float(measured),
        answered=len(in_time),
        due=len(due),
        counted=tuple(in_time),
    )


def _standing(reached: bool, *, settled: bool) -> Standing:
    if settled:
        return Standing.KEPT if reached else Standing.BROKEN
    return Standing.ON_TRACK if reached else Standing.AT_RISK


def _received(kind: str, case: Case) -> list[Request]:
    """The requests received in the period and by the day, by day, then id."""
    rows = (each for each in case.matter.records.requests if each.kind == kind and each.received_on in case.period.days)
    return sorted((each for each in rows if each.received_on <= case.on), key=lambda each: (each.received_on, each.id))


def _asked(row: Request, terms: AnswerTerms, on: date) -> _Asked:
    last_day = add_working_days(row.received_on, terms.within_working_days)
    answered = row.answered_on is not None and row.answered_on <= on
    return _Asked(row, answered, last_day, time_up=on > last_day)


def turns(terms: AnswerTerms, case: Case) -> Iterator[date]:
    """The days from which the requests of the period have no time left."""
    for each in case.matter.records.requests:
        if each.kind == terms.request and each.received_on in case.period.days:
            yield add_working_days(each.received_on, terms.within_working_days) + ONE_DAY


RULE = Rule("answer", AnswerTerms, by_period(the_promise), judge, turns=turns)
