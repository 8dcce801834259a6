"""Two items of one series at one place are never on one day, those that stand included."""

from collections.abc import Iterator

from politikontakt.core.planner.hard.breach import PlanFault, breach
from politikontakt.core.planner.hard.diary import Diary, by


def breaches(diary: Diary) -> Iterator[PlanFault]:
    """Days on which a series has more than one row at a place."""
    of_series = [row for row in diary.rows if row.series is not None and row.place is not None]
    for (series, place, day), rows in by(of_series, lambda row: (row.series, row.place, row.day)).items():
        if len(rows) > 1:
            yield breach("same_day", rows, day=day, series=series, place=place)
