"""Days and periods, found by walking: is this day the first of a period? Then look at the next."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

ONE = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """A period: the label and days of the whole, and its first and last day in force."""

    label: str
    whole_first: date
    whole_last: date
    first: date
    last: date

    @property
    def days(self) -> list[date]:
        return walk(self.first, self.last)

    @property
    def whole_days(self) -> list[date]:
        return walk(self.whole_first, self.whole_last)


def walk(first: date, last: date) -> list[date]:
    """Every day from first to last, both included."""
    return [first + n * ONE for n in range((last - first).days + 1)]


@cache
def easter_sunday(year: int) -> date:
    """The Sunday after the full moon on or next after 21 March, by the church's tables (golden number, epact)."""
    golden = year % 19 + 1
    century = year // 100 + 1
    skipped_leap_years = 3 * century // 4 - 12
    moon_correction = (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + moon_correction - skipped_leap_years) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full_moon = 44 - epact
    moon = date(year, 3, 1) + (full_moon + (30 if full_moon < 21 else 0) - 1) * ONE
    return next(moon + n * ONE for n in range(1, 8) if (moon + n * ONE).weekday() == 6)


@cache
def public_holidays(year: int) -> frozenset[date]:
    """Norway's: five fixed days, and seven that go with Easter."""
    fixed = [date(year, month, day) for month, day in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))]
    return frozenset(fixed + [easter_sunday(year) + n * ONE for n in (-3, -2, 0, 1, 39, 49, 50)])


def working(day: date) -> bool:
    """Monday to Friday and no public holiday."""
    return day.weekday() < 5 and day not in public_holidays(day.year)


def last_working_day(received: date, number: int) -> date:
    """The working day with this number, counted from the day after `received`."""
    day = received
    while number:
        day += ONE
        number -= working(day)
    return day


def starts(day: date, per: str, agreement: dict[str, Any]) -> bool:
    """Whether `day` is the first of a period of this kind."""
    if per == "term":
        return bool(day == agreement["effective_from"])
    if per == "week":
        return day.weekday() == 0
    if per == "school_year":
        return f"{day:%m-%d}" == agreement.get("school_year_starts", "08-01")
    if per.startswith("agreement_"):
        return starts_agreement_period(day, agreement["effective_from"], 12 if per == "agreement_year" else 3)
    months = {"calendar_year": (1,), "half_year": (1, 7), "calendar_quarter": (1, 4, 7, 10), "month": range(1, 13)}
    return day.day == 1 and day.month in months[per]


def starts_agreement_period(day: date, effective: date, months: int) -> bool:
    """On the day of the month the agreement began, or the month's last where it lacks that day."""
    since = (day.year - effective.year) * 12 + day.month - effective.month
    return since % months == 0 and day.day == min(effective.day, calendar.monthrange(day.year, day.month)[1])


def spans(per: str, agreement: dict[str, Any]) -> list[Span]:
    """Every period that shares a day with the agreement, in order."""
    return list(
        _spans(per, agreement["effective_from"], agreement["expires_on"], agreement.get("school_year_starts", "08-01"))
    )


@cache
def _spans(per: str, effective: date, expires: date, school_year_starts: str) -> tuple[Span, ...]:
    agreement = {"effective_from": effective, "expires_on": expires, "school_year_starts": school_year_starts}
    found: list[Span] = []
    day = effective
    while day <= expires:
        first, last = day, day
        while not starts(first, per, agreement):
            first -= ONE
        while not starts(last + ONE, per, agreement) and not (per == "term" and last == expires):
            last += ONE
        found.append(Span(label(per, first, len(found) + 1), first, last, max(first, effective), min(last, expires)))
        day = last + ONE
    return tuple(found)


def label(per: str, first: date, number: int) -> str:
    """What the whole period is called; `number` is its place among the agreement's own."""
    year, week, _ = first.isocalendar()
    return {
        "calendar_year": f"{first.year}",
        "school_year": f"{first.year}/{(first.year + 1) % 100:02d}",
        "agreement_year": f"avtaleår {number}",
        "half_year": f"{first.year}-H{1 if first.month == 1 else 2}",
        "calendar_quarter": f"{first.year}-Q{(first.month + 2) // 3}",
        "agreement_quarter": f"avtalekvartal {number}",
        "month": f"{first.year}-{first.month:02d}",
        "week": f"{year}-W{week:02d}",
        "term": "avtaletiden",
    }[per]


def cohort_spans(stages: list[int], agreement: dict[str, Any]) -> list[Span]:
    """The windows of every cohort that is in these stages on some day in force, by leaving year."""
    effective, expires = agreement["effective_from"], agreement["expires_on"]
    years = stages[1] - stages[0] + 1
    wide = {
        **agreement,
        "effective_from": date(effective.year - 2, 1, 1),
        "expires_on": date(expires.year + years + 2, 12, 31),
    }
    last_years = [one for one in spans("school_year", wide) if one.whole_last >= effective]
    windows = []
    for last in last_years:
        entered = date(last.whole_first.year - years + 1, last.whole_first.month, last.whole_first.day)
        if entered <= expires:
            window = max(entered, effective), min(last.whole_last, expires)
            windows.append(Span(f"{last.whole_last.year}", entered, last.whole_last, *window))
    return windows
