"""An item lies in its window, on an allowed weekday, in an allowed block, while its place is open."""

from collections.abc import Iterator
from typing import Any

from politikontakt.core.planner.hard.breach import PlanFault, breach
from politikontakt.core.planner.hard.diary import Diary
from politikontakt.core.planner.laid import Laid
from politikontakt.core.planner.model import Item, Problem


def breaches(diary: Diary) -> Iterator[PlanFault]:
    """New and moved rows that lie where they may not. What stands is never out of its window."""
    for row in diary.rows:
        if row.item is None or not row.new:
            continue
        wrong_day = _wrong_day(diary.problem, row, row.item)
        if wrong_day is not None:
            yield breach(wrong_day, [row], day=row.day, **_allowed(row.item))
        if row.block not in row.item.group.blocks:
            yield breach("wrong_block", [row], day=row.day, block=row.block, allowed=row.item.group.blocks)


def _wrong_day(problem: Problem, row: Laid, item: Item) -> str | None:
    axis = item.group.axis
    if any(axis[index] == row.day for index in item.days):
        return None
    if row.day < problem.first:
        return "before_from"
    if any(each.place == row.place and each.first <= row.day <= each.last for each in problem.closures):
        return "place_closed"
    if row.day.weekday() not in item.group.weekdays:
        return "wrong_weekday"
    return "outside_window" if row.day in axis else "not_a_visiting_day"


def _allowed(item: Item) -> dict[str, Any]:
    """The first and last day on which it may lie, where there is one."""
    days = [item.group.axis[index] for index in item.days]
    return {"first": days[0], "last": days[-1]} if days else {}
