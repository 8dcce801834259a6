"""The standing of a promise of so many in a period: shared by count, meeting, coverage and cohort."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.required import Required
from politikontakt.core.commitments.sifting import Sifted
from politikontakt.core.commitments.verdict import Standing, Verdict


@dataclass(frozen=True, slots=True)
class Tally:
    """What was found of what is asked for, and how the number is expected to grow.

    `expected_on` says how many should be there on a day of the period. `days_left` is None where nobody
    asks whether the days suffice.
    """

    found: Sifted
    required: Required
    expected_on: Callable[[date], int]
    days_left: int | None = None

    @property
    def done(self) -> int:
        """How many count."""
        return len(self.found.counted)

    @property
    def missing(self) -> int:
        """How many more are asked for; not below 0."""
        return max(0, self.required.number - self.done)


def verdict_on(case: Case, tally: Tally) -> Verdict:
    """Say how so many counted stand against so many required.

    A period that asks for nothing is not due, whatever was done in it.
    """
    expected = tally.expected_on(case.on)
    standing, reasons = _standing(case, tally, expected) if tally.required.due else (Standing.NOT_DUE, ())
    return case.verdict(
        standing,
        *tally.required.reasons,
        *reasons,
        done=tally.done,
        required=tally.required.number,
        expected=expected,
        planned=len(tally.found.planned),
        counted=tuple(each.id for each in tally.found.counted),
        ignored=tuple(tally.found.ignored),
    )


def _standing(case: Case, tally: Tally, expected: int) -> tuple[Standing, tuple[str, ...]]:
    if not tally.missing:
        return Standing.KEPT, ()
    if case.over:
        return Standing.BROKEN, ()
    if tally.days_left is not None and tally.days_left < tally.missing:
        return Standing.BROKEN, ("out_of_days",)
    in_time = tally.done >= expected or len(tally.found.planned) >= tally.missing
    return Standing.ON_TRACK if in_time else Standing.AT_RISK, ()


def days_left_for_days(case: Case, found: Sifted) -> int:
    """How many distinct days can still be added: today too, unless something is counted on it already."""
    after = len(case.days_to_visit.after(case.on))
    return after + (case.on in case.days_to_visit and case.on not in found.days)


def days_left_for_items(case: Case, enough: int) -> int:
    """How many items can still be added: as many as are asked for while a day is left, else none."""
    left = bool(case.days_to_visit.after(case.on)) or case.on in case.days_to_visit
    return enough if left else 0
