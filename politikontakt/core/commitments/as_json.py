"""A verdict as other programs get it: keys in the order of the contract, those without meaning left out."""

from collections.abc import Sequence
from typing import Any

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.verdict import Ignored, PeriodRef, Verdict


def as_json(verdict: Verdict) -> dict[str, Any]:
    """The verdict as values that JSON knows. `commitment` is there also where a clause has none."""
    values = {
        "commitment": verdict.commitment,
        "clause": verdict.clause,
        "subject": verdict.subject,
        "period": _period(verdict.period),
        "standing": verdict.standing.value,
        "would_be": verdict.would_be.value if verdict.would_be else None,
        "done": verdict.done,
        "required": verdict.required,
        "expected": verdict.expected,
        "planned": verdict.planned,
        "share": verdict.share,
        "coverage": verdict.coverage,
        "target": _target(verdict.target),
        "answered": verdict.answered,
        "due": verdict.due,
        "counted": None if verdict.counted is None else list(verdict.counted),
        "ignored": _ignored(verdict.ignored),
        "reasons": list(verdict.reasons),
        "gaps": _gaps(verdict.gaps),
        "gap_days": verdict.gap_days,
        "days_late": verdict.days_late,
        "changes": verdict.changes,
        "amendment": verdict.amendment,
    }
    return {key: value for key, value in values.items() if value is not None or key == "commitment"}


def _period(period: PeriodRef | None) -> dict[str, str] | None:
    if period is None:
        return None
    return {"label": period.label, "first": period.first.isoformat(), "last": period.last.isoformat()}


def _target(target: tuple[float, float] | None) -> dict[str, float] | None:
    return None if target is None else {"low": target[0], "high": target[1]}


def _ignored(ignored: Sequence[Ignored] | None) -> list[dict[str, str]] | None:
    return None if ignored is None else [{"id": each.id, "reason": each.reason} for each in ignored]


def _gaps(gaps: Sequence[DayRange] | None) -> list[dict[str, str]] | None:
    return None if gaps is None else [{"first": each.first.isoformat(), "last": each.last.isoformat()} for each in gaps]
