"""School years, leave and meetings, drawn from a seed."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from dateutil.easter import easter

ONE_DAY = timedelta(days=1)


def school_closed(year: int) -> Iterator[tuple[date, date, str]]:
    """The breaks of the school year that begins in August of `year`, for every school."""
    autumn = date.fromisocalendar(year, 41, 1)
    winter = date.fromisocalendar(year + 1, 8, 1)
    sunday = easter(year + 1)
    yield date(year, 8, 1), date(year, 8, 17), "summer"
    yield autumn, autumn + 4 * ONE_DAY, "autumn break"
    yield date(year, 12, 21), date(year + 1, 1, 3), "Christmas"
    yield winter, winter + 4 * ONE_DAY, "winter break"
    yield sunday - 6 * ONE_DAY, sunday + ONE_DAY, "Easter"
    yield date(year + 1, 6, 20), date(year + 1, 7, 31), "summer"


def weekday_between(random: Random, first: date, last: date) -> date:
    """Some Monday to Friday."""
    while True:
        day = first + random.randrange((last - first).days + 1) * ONE_DAY
        if day.weekday() < 5:
            return day


def leave(random: Random, year: int, *, turn: int) -> Iterator[tuple[date, date, str, str]]:
    """A contact's absences in a school year: half of July by turns, single weeks, courses, duty evenings."""
    summer = date(year + 1, 7, 1) + 15 * (turn % 2) * ONE_DAY
    yield summer, summer + 14 * ONE_DAY, "", "leave"
    for month in (10, 2):
        monday = date.fromisocalendar(year if month > 7 else year + 1, 40 if month > 7 else 8, 1)
        if random.random() < 0.5:
            yield monday, monday + 4 * ONE_DAY, "", "leave"
    for _ in range(3):
        day = weekday_between(random, date(year, 8, 20), date(year + 1, 6, 10))
        yield day, day + random.randrange(2) * ONE_DAY, "", "course"
    for _ in range(14):
        day = weekday_between(random, date(year, 8, 20), date(year + 1, 6, 15))
        yield day, day, random.choice(("evening", "morning", "afternoon;evening")), "duty"
