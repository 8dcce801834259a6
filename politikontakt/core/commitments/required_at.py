"""What a commitment asks for at one place in one period, as a plan or a page needs it."""

from dataclasses import dataclass

from politikontakt.core.calendar.periods import Period
from politikontakt.core.commitments.case import THE_PROMISE, Case, Promise, Subject
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.overlays import excepted_as
from politikontakt.core.commitments.required import required
from politikontakt.core.commitments.verdict import Standing
from politikontakt.core.records.model import Place


@dataclass(frozen=True, slots=True)
class Asking:
    """The number asked for, clipped, reduced and amended; 0 where nothing is due.

    `at_least` is what the terms of the period say for a whole one. `standing` is waived or excused where
    accepted exceptions leave no open day, not_due where a part of a period asks for nothing or the place is
    never open in it, else None.
    """

    number: int
    at_least: int
    standing: Standing | None
    reasons: tuple[str, ...]


def asking(matter: Matter, promise: Promise, period: Period, place: Place | None = None) -> Asking:
    """What `count`, `meeting` or `coverage` asks for in the period.

    A place may be named also where the promise itself names none: its own opening then reduces the
    number, and so do exceptions for every subject or for that place.
    """
    terms = matter.terms_on(promise.commitment, period.days.first)
    subject = Subject(place.id, place) if place else THE_PROMISE
    case = Case(matter, promise, subject, period, terms.terms, terms.amendment, period.days.first)
    at_least: int = terms.terms.at_least  # type: ignore[attr-defined]
    if not case.open_days:
        return Asking(0, at_least, Standing.NOT_DUE, ())
    excepted = excepted_as(case)
    if excepted is not None:
        return Asking(0, at_least, excepted, ())
    asked = required(case, at_least, getattr(terms.terms, "part_year", "round_down"))
    return Asking(asked.number, at_least, None if asked.due else Standing.NOT_DUE, asked.reasons)
