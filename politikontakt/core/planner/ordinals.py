"""Which item of the grid each row stands for."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, time

from politikontakt.core.planner.grid import ideal
from politikontakt.core.records.model import Activity


def counting(rows: Sequence[Activity], *, distinct_days: bool) -> list[Activity]:
    """Those that count, by date then id: with distinct days one a day.

    Of several on one day what is done goes before what is planned, then the earliest start, an
    empty one last, then the lowest id.
    """
    in_order = sorted(rows, key=lambda row: (row.on, row.id))
    if not distinct_days:
        return in_order
    best: dict[date, Activity] = {}
    for row in in_order:
        if row.on not in best or _precedence(row) < _precedence(best[row.on]):
            best[row.on] = row
    return list(best.values())


def _precedence(row: Activity) -> tuple[bool, bool, time, str]:
    return row.status != "done", row.start is None, row.start or time.min, row.id


def taken(rows: Sequence[Activity], axis: Sequence[date], wanted: int) -> dict[int, Activity]:
    """The ordinal each row takes: in the order given, the free one whose ideal is nearest, ties to the lower.

    A day off the axis lies on the next axis day. Rows that find no free ordinal take none.
    """
    if not axis:
        return {}
    found: dict[int, Activity] = {}
    ideals = {ordinal: ideal(ordinal, wanted, len(axis)) for ordinal in range(1, wanted + 1)}
    for row in rows:
        if not ideals:
            break
        here = bisect_left(axis, row.on)
        nearest = min(ideals, key=lambda ordinal: (abs(ideals[ordinal] - here), ordinal))
        found[nearest] = row
        del ideals[nearest]
    return found
