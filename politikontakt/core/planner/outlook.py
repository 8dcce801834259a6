"""The forecast of a commitment, from its case: what is done and planned, and how the place has fared so far."""

from collections.abc import Sequence

from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.course import course
from politikontakt.core.commitments.rules.count import CountTerms, qualifies
from politikontakt.core.planner.forecast import Forecast, forecast
from politikontakt.core.records.model import Activity


def outlook(case: Case) -> Forecast | None:
    """Look ahead from the case's day. None for what is no count, asks for nothing, or is over."""
    found = course(case)
    if found is None or not isinstance(case.terms, CountTerms) or not found.required or case.over:
        return None
    carried_out, missed = _record(_planned_before(case, case.terms))
    distinct = case.terms.distinct == "days"
    done, planned = set(found.done), set(found.planned)
    return forecast(
        done=len(done) if distinct else len(found.done),
        planned=len(planned - done) if distinct else len(found.planned),
        required=found.required,
        carried_out=carried_out,
        missed=missed,
        days_left=sorted(day for run in case.days_to_visit.after(case.on).runs() for day in run),
    )


def _planned_before(case: Case, terms: CountTerms) -> Sequence[Activity]:
    """What was to be done at the place up to the day, in all its periods."""
    axes, at = (("place",), (case.subject.place.id,)) if case.subject.place else ((), ())
    rows = case.evidence.activities(terms.activity, axes, at).rows
    return [row for row in rows if row.on < case.on and qualifies(terms, row, case.evidence)]


def _record(rows: Sequence[Activity]) -> tuple[int, int]:
    """How many were carried out, and how many were cancelled or are still called planned."""
    carried_out = sum(row.status == "done" for row in rows)
    return carried_out, len(rows) - carried_out
