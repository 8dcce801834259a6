"""`deadline`: a document approved, or a milestone reached, by a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from politikontakt.core.agreement.amended import TermsInForce
from politikontakt.core.agreement.shapes import Wrong, day, one_code, yes_no
from politikontakt.core.agreement.terms import Terms, term
from politikontakt.core.calendar.periods import ONE_DAY
from politikontakt.core.commitments.case import Case, Promise
from politikontakt.core.commitments.cases import once
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.rule import Rule
from politikontakt.core.commitments.verdict import Standing, Verdict

NEAR_DAYS = 30
"""So many days before its day an open deadline is at risk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineTerms(Terms):
    """The evaluation plan approved by 31 December 2016 and attached to the agreement."""

    document: str | None = term(one_code(), default=None)
    event: str | None = term(one_code(), default=None)
    by: date = term(day())
    attached: bool = term(yes_no(), default=False)

    def contradictions(self) -> Sequence[Wrong]:
        """It is a document or an event, never both; only a document can be attached."""
        if self.document is None and self.event is None:
            return [Wrong("document_or_event", {}, ".document")]
        if self.document is not None and self.event is not None:
            return [Wrong("document_and_event", {}, ".event")]
        return [Wrong("attached_event", {}, ".attached")] if self.event is not None and self.attached else ()


def terms_on_the_day(matter: Matter, promise: Promise, on: date) -> TermsInForce:
    """For a deadline the terms valid on the day of judgement hold."""
    return matter.terms_on(promise.commitment, on)


def judge(terms: DeadlineTerms, case: Case) -> Verdict:
    """Look for the earliest that satisfies and is known by the day; what came after the deadline is late.

    The deadline's own day is not past: until it is over, the promise is at risk, not broken.
    """
    found = min(_satisfying(terms, case), default=None)
    if found is None:
        return case.verdict(_without(terms.by, case.on), counted=())
    when, row = found
    if when <= terms.by:
        return case.verdict(Standing.KEPT, counted=(row,))
    return case.verdict(Standing.LATE, counted=(row,), days_late=(when - terms.by).days)


def _without(by: date, on: date) -> Standing:
    if on > by:
        return Standing.BROKEN
    return Standing.ON_TRACK if (by - on).days > NEAR_DAYS else Standing.AT_RISK


def _satisfying(terms: DeadlineTerms, case: Case) -> Iterator[tuple[date, str]]:
    """Day and id of what may satisfy: not older than both signature and start."""
    agreement = case.matter.agreement
    oldest = min(agreement.signed_on, agreement.effective_from)
    return ((when, row) for when, row in _rows(terms, case) if oldest <= when <= case.on)


def _rows(terms: DeadlineTerms, case: Case) -> Iterator[tuple[date, str]]:
    records = case.matter.records
    if terms.event is not None:
        return ((each.on, each.id) for each in records.events if each.kind == terms.event)
    return (
        (each.approved_on, each.id)
        for each in records.documents
        if each.kind == terms.document and (each.attached or not terms.attached)
    )


def turns(terms: DeadlineTerms, _case: Case) -> Iterator[date]:
    """The first day on which the deadline is near, and the day after it."""
    yield date.fromordinal(max(terms.by.toordinal() - NEAR_DAYS, date.min.toordinal()))
    if terms.by < date.max:
        yield terms.by + ONE_DAY


RULE = Rule("deadline", DeadlineTerms, once(terms_on_the_day), judge, terms_on_the_day, turns=turns)
