"""Who works in the evening has the next calendar day's morning off."""

from collections.abc import Iterator

from politikontakt.core.calendar.periods import ONE_DAY
from politikontakt.core.planner.hard.breach import PlanFault, breach
from politikontakt.core.planner.hard.diary import Diary
from politikontakt.core.planner.model import EVENING, MORNING


def breaches(diary: Diary) -> Iterator[PlanFault]:
    """Anything in the evening of a day and anything in the morning of the next."""
    for person in diary.problem.contacts:
        parts = diary.grouped(person, lambda row: (row.day, row.block))
        for (day, block), rows in parts.items():
            morning_after = parts.get((day + ONE_DAY, MORNING)) if block == EVENING else None
            if morning_after:
                yield breach("morning_after_evening", [*rows, *morning_after], day=day + ONE_DAY, person=person)
