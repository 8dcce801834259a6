"""Rows, lists and days as they stand in the files."""

import csv
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import holidays

Row = dict[str, str]
ONE = timedelta(days=1)
HOLIDAYS = holidays.country_holidays("NO", years=range(2000, 2051))


def rows_of(path: Path) -> list[Row]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as source:
        return [
            {key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(source, delimiter=",")
        ]


def listed(text: str) -> list[str]:
    return [each.strip() for each in text.replace("|", ";").split(";") if each.strip()]


def as_list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def days_between(first: date, last: date) -> list[date]:
    return [first + number * ONE for number in range((last - first).days + 1)]


def plus_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def in_season(between: list[str] | None, day: date) -> bool:
    if not between:
        return True
    here, (first, last) = (day.month, day.day), (month_day(each) for each in between)
    return first <= here <= last if first <= last else here >= first or here <= last


def matches(place: Row, wanted: dict[str, Any]) -> bool:
    stages = [int(place[key]) if place.get(key) else None for key in ("stage_from", "stage_to")]
    stage = wanted.get("teaches_stage")
    teaches = stage is None or (
        any(each is not None for each in stages) and (stages[0] or stage) <= stage and stage <= (stages[1] or stage)
    )
    return (
        wanted.get("place") in (None, place["kind"]) and wanted.get("owner") in (None, place.get("owner")) and teaches
    )
