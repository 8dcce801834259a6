"""The standing of a promise of so many in a period: shared by count, meeting, coverage and cohort."""

from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.required import Required
from politikontakt.core.commitments.sifting import Sifted
from politikontakt.core.commitments.verdict import Standing, Verdict


def verdict_on_number(
    case: Case, required: Required, expected: int, found: Sifted, *, days_left: int | None = None
) -> Verdict:
    """Say how so many counted stand against so many required.

    `days_left` is None where nobody asks whether the days suffice. A period that asks for nothing is
    not due, whatever was done in it.
    """
    standing, more = _standing(case, required.number, expected, found, days_left)
    if not required.due:
        standing, more = Standing.NOT_DUE, ()
    return case.verdict(
        standing,
        *required.reasons,
        *more,
        done=len(found.counted),
        required=required.number,
        expected=expected,
        planned=found.planned,
        counted=tuple(found.counted),
        ignored=tuple(found.ignored),
    )


def _standing(
    case: Case, required: int, expected: int, found: Sifted, days_left: int | None
) -> tuple[Standing, tuple[str, ...]]:
    done = len(found.counted)
    if done >= required:
        return Standing.KEPT, ()
    if case.over:
        return Standing.BROKEN, ()
    if days_left is not None and days_left < required - done:
        return Standing.BROKEN, ("out_of_days",)
    in_time = done >= expected or done + found.planned >= required
    return Standing.ON_TRACK if in_time else Standing.AT_RISK, ()


def days_left_for_days(case: Case, found: Sifted) -> int:
    """How many distinct days can still be added: today too, unless something is counted on it already."""
    after = len(case.days_to_visit.after(case.on))
    return after + (case.on in case.days_to_visit and case.on not in found.days)


def days_left_for_items(case: Case, missing: int) -> int:
    """How many items can still be added: any number while a day is left, else none."""
    left = bool(case.days_to_visit.after(case.on)) or case.on in case.days_to_visit
    return missing if left else 0
