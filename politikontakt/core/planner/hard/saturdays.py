"""In any 21 days in a row a contact has at most the given number of Saturdays with anything."""

from collections.abc import Iterator
from datetime import timedelta

from politikontakt.core.planner.axis import SATURDAY
from politikontakt.core.planner.hard.breach import PlanFault, breach
from politikontakt.core.planner.hard.diary import Diary, by, iso_week

_WEEK = timedelta(days=7)


def breaches(diary: Diary) -> Iterator[PlanFault]:
    """Three Saturdays in a row of which too many are taken: 21 days hold three Saturdays, wherever they begin."""
    problem = diary.problem
    for person in problem.contacts:
        most = problem.limits[person].saturdays_per_three_weeks
        saturdays = by([row for row in diary.by_person[person] if row.day.weekday() == SATURDAY], lambda row: row.day)
        for last in saturdays:
            taken = [day for day in (last - 2 * _WEEK, last - _WEEK, last) if day in saturdays]
            if len(taken) > most:
                rows = [row for day in taken for row in saturdays[day]]
                yield breach("saturdays_full", rows, day=last, person=person, week=iso_week(last), most=most)
