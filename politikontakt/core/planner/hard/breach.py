"""What a hard rule finds wrong with a plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from politikontakt.core.planner.laid import Laid


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFault:
    """One breach: its code, the rows that take part in it, and whose day it is, where it is somebody's.

    `by_plan`: a new or moved row takes part, so the plan is to blame; else rows that were there already
    break the rule among themselves, and it is a warning. `values` holds what a sentence needs.
    """

    code: str
    rows: tuple[str, ...]
    by_plan: bool
    day: date | None = None
    person: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)


def breach(
    code: str, rows: Iterable[Laid], *, day: date | None = None, person: str | None = None, **values: object
) -> PlanFault:
    """A breach in which `rows` take part."""
    part = list(rows)
    return PlanFault(
        code=code,
        rows=tuple(row.code for row in part),
        by_plan=any(row.new for row in part),
        day=day,
        person=person,
        values=values,
    )
