"""No contact has more minutes in an ISO week than the limit."""

from collections.abc import Iterator

from politikontakt.core.planner.hard.breach import PlanFault, breach
from politikontakt.core.planner.hard.diary import Diary, iso_week, travel_of


def breaches(diary: Diary) -> Iterator[PlanFault]:
    """Weeks with more minutes of rows, meetings and travel than `weekly_minutes`."""
    problem = diary.problem
    for person in problem.contacts:
        most = problem.limits[person].weekly_minutes
        for week, rows in diary.grouped(person, lambda row: iso_week(row.day)).items():
            minutes = sum(row.minutes for row in rows) + travel_of(problem, rows)
            if minutes > most:
                yield breach("week_full", rows, day=rows[0].day, person=person, week=week, minutes=minutes, most=most)
