"""A lost day is left: no row stays on it with those who lost it."""

from collections.abc import Iterator

from politikontakt.core.planner.hard.breach import PlanFault
from politikontakt.core.planner.hard.diary import Diary


def breaches(diary: Diary) -> Iterator[PlanFault]:
    """Rows that are hit and stay as they are. The plan is to blame: it can move or drop them."""
    for row in diary.rows:
        if row.item is not None and row.item.old is not None and row.item.old.hit and not row.new:
            yield PlanFault(code="hit_row_stays", rows=(row.code,), by_plan=True, day=row.day)
