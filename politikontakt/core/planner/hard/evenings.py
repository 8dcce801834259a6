"""No contact has more evenings in an ISO week than the limit, Saturdays too."""

from collections.abc import Iterator

from politikontakt.core.planner.hard.breach import PlanFault, breach
from politikontakt.core.planner.hard.diary import Diary, by, iso_week
from politikontakt.core.planner.model import EVENING


def breaches(diary: Diary) -> Iterator[PlanFault]:
    """Weeks in which more days than `evenings_per_week` have anything in the evening."""
    problem = diary.problem
    for person in problem.contacts:
        most = problem.limits[person].evenings_per_week
        evenings = [row for row in diary.by_person[person] if row.block == EVENING]
        for week, rows in by(evenings, lambda row: iso_week(row.day)).items():
            days = len({row.day for row in rows})
            if days > most:
                yield breach("evenings_full", rows, day=rows[0].day, person=person, week=week, evenings=days, most=most)
