"""Which days an invented case is about: month ends, leap days, holidays, and the edges of periods."""

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.oracle.days import ONE, public_holidays, spans
from tests.oracle.inventory import PERS

MONTH_ENDS = ["01-29", "01-30", "01-31", "02-28", "03-31", "05-31", "08-31", "10-31", "11-30", "12-31"]
YEAR_STARTS = ["01-01", "08-01", "10-01"]
LEAP_YEARS = ["2016", "2020", "2024"]


def first_day(random: Random) -> date:
    """Any day of ten years; month ends, leap days, and a week before a holiday more often than others."""
    year = random.randint(2015, 2024)
    return random.choice(
        [
            date.fromisoformat(f"{year}-{random.choice(MONTH_ENDS + YEAR_STARTS)}"),
            date.fromisoformat(f"{year}-{random.choice(MONTH_ENDS)}"),
            date.fromisoformat(f"{random.choice(LEAP_YEARS)}-02-29"),
            holiday(random, year) - 7 * ONE,
            date(year, 1, 1) + random.randint(0, 364) * ONE,
            date(year, 1, 1) + random.randint(0, 364) * ONE,
        ]
    )


def holiday(random: Random, year: int) -> date:
    return random.choice(sorted(public_holidays(year)))


def last_day(random: Random, first: date, school_year_starts: str) -> date:
    """Some weeks to some years later, sometimes with the last day of a month, year or school year."""
    least, most = random.choice([(0, 40), (30, 200), (150, 500), (500, 1300)])
    last = first + random.randint(least, most) * ONE
    school = date.fromisoformat(f"{last.year}-{school_year_starts}") - ONE
    ends = [last, last, last, last.replace(day=1) - ONE, date(last.year, 12, 31), school]
    return max(first, random.choice(ends))


def judgement_day(random: Random, agreement: dict[str, Any]) -> date:
    """Before, on the edges of, in and after the agreement; often on the edge of a period."""
    first, last = agreement["effective_from"], agreement["expires_on"]
    edge = random.choice(spans(random.choice(PERS), agreement))
    within = [random.randint(0, (last - first).days) * ONE + first for _ in range(6)]
    near = holiday(random, within[0].year) + random.randint(-3, 3) * ONE
    edges = [edge.first + random.choice([-ONE, ONE]), edge.last + random.choice([-ONE, ONE]), edge.last, edge.first]
    before, after = random.choice([1, 20, 400]), random.choice([1, 2, 40, 500])
    promises = [promise for clause in agreement["clause"] for promise in clause.get("commitment", [])]
    due = [
        promise["by"] - random.choice([-1, 0, 0, 30, 31]) * ONE for promise in promises if promise["rule"] == "deadline"
    ]
    outside = [first - timedelta(days=before), last + timedelta(days=after)]
    return random.choice([*within, *edges, *edges, *outside, *due, *due, min(max(near, first), last)])
