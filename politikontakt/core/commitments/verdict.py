"""A verdict: how one commitment stands for one subject and period on a day, and why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from politikontakt.core.calendar.ranges import DayRange


class Standing(StrEnum):
    """How a commitment stands on a day."""

    KEPT = "kept"
    LATE = "late"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    BROKEN = "broken"
    NOT_DUE = "not_due"
    NOT_MEASURED = "not_measured"
    DISPUTED = "disputed"
    WAIVED = "waived"
    EXCUSED = "excused"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRef:
    """A period as a verdict names it: the label of the whole, the days clipped to those in force."""

    label: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """Something a person would have thought counted, and the code that says why it did not."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What `judge` says. A field that has no meaning for the rule kind is None and is left out of JSON.

    `subject` is a place, a member, `place/member` or `place/leaving year`, or "" where the promise
    is one. `commitment` is None for a clause that nobody gave a rule. Shares are 0–1, unrounded.
    """

    commitment: str | None
    clause: str
    subject: str = ""
    period: PeriodRef | None = None
    standing: Standing
    would_be: Standing | None = None
    done: int | None = None
    required: int | None = None
    expected: int | None = None
    planned: int | None = None
    share: float | None = None
    coverage: float | None = None
    target: tuple[float, float] | None = None
    answered: int | None = None
    due: int | None = None
    counted: tuple[str, ...] | None = None
    ignored: tuple[Ignored, ...] | None = None
    reasons: tuple[str, ...] = ()
    gaps: tuple[DayRange, ...] | None = None
    gap_days: int | None = None
    days_late: int | None = None
    changes: int | None = None
    amendment: str | None = None
