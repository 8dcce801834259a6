"""What is promised: periods, terms, numbers, and the days they are laid over."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.recompute.text import (
    HOLIDAYS,
    ONE,
    Row,
    as_list,
    day_of,
    days_between,
    in_season,
    listed,
    matches,
    month_day,
    plus_months,
    rows_of,
)

Lost = list[tuple[str, date, date]]
"""Who loses which days, first and last."""


@dataclass
class Group:
    """One series at one place in one period: its days, its ordinals and who holds them."""

    series: dict[str, Any]
    place: Row
    first: date
    required: int
    wanted: int
    axis: list[date]
    distinct_days: bool
    holder: dict[int, str] = field(default_factory=dict)
    rows: int = 0

    def ideal(self, ordinal: int) -> int:
        return (2 * ordinal - 1) * len(self.axis) // (2 * self.wanted)

    def window_end(self, ordinal: int) -> int:
        length, number = len(self.axis), self.wanted
        return min(length - 1, length * (10 * ordinal - 1) // (10 * number))

    def index(self, day: date) -> int:
        return next((at for at, each in enumerate(self.axis) if each >= day), len(self.axis))


class Promises:
    """Everything on disk, as rows of text, and the groups that it asks for."""

    def __init__(
        self,
        agreement: Path,
        records: Path,
        out: Path,
        first: date,
        last: date,
        lost: Lost | None,
    ) -> None:
        self.agreement = tomllib.loads(agreement.read_text(encoding="utf-8"))
        self.planning = tomllib.loads((records / "planning.toml").read_text(encoding="utf-8"), parse_float=Fraction)
        self.records = records
        self.start, self.end = self.agreement["effective_from"], self.agreement["expires_on"]
        self.first, self.last = max(first, self.start), min(last, self.end)
        self.lost = lost
        self.places = {row["id"]: row for row in self.read("places.csv")}
        self.roles, self.closed = self.read("roles.csv"), self.read("closed_days.csv")
        self.commitments = {
            each["id"]: each for clause in self.agreement["clause"] for each in clause.get("commitment", [])
        }
        self.old = {row["id"]: row for row in self.read("activities.csv")}
        self.written = {row["id"]: row for row in rows_of(out / "activities.csv")}
        self.groups = {
            (group.series["id"], group.place["id"], group.first): group
            for series in self.planning.get("series", [])
            for group in self.groups_of(series)
        }

    def read(self, name: str) -> list[Row]:
        return rows_of(self.records / name)

    def period(self, per: str, day: date) -> tuple[date, date]:
        """First and last day of the whole period."""
        start = month_day(self.agreement.get("school_year_starts", "08-01"))
        if per == "term":
            return self.start, self.end
        if per == "week":
            monday = day - timedelta(days=day.weekday())
            return monday, monday + 6 * ONE
        if per.startswith("agreement"):
            months = 12 if per == "agreement_year" else 3
            begins = [plus_months(self.start, months * number) for number in range(200)]
            return next((a, b - ONE) for a, b in pairwise(begins) if a <= day < b)
        if per == "school_year":
            year = day.year if (day.month, day.day) >= start else day.year - 1
            return date(year, *start), date(year + 1, *start) - ONE
        length = {"month": 1, "calendar_quarter": 3, "half_year": 6, "calendar_year": 12}[per]
        month = (day.month - 1) // length * length + 1
        begins_on = date(day.year, month, 1)
        return begins_on, plus_months(begins_on, length) - ONE

    def terms(self, series: dict[str, Any], day: date) -> dict[str, Any]:
        """What counts for the series in the period that begins on `day`."""
        if "commitment" not in series:
            return {"part_year": "round_down", **series}
        terms = dict(self.commitments[series["commitment"]])
        amendments = [each for each in self.agreement.get("amendment", []) if each["commitment"] == terms["id"]]
        for each in sorted(amendments, key=lambda each: (each["valid_from"], each["agreed_on"])):
            if each["valid_from"] <= day:
                terms |= each["set"]
        return terms

    def groups_of(self, series: dict[str, Any]) -> Iterator[Group]:
        per = self.terms(series, self.start)["per"]
        day = self.first
        while day <= self.last:
            whole = self.period(per, day)
            begins, ends = max(whole[0], self.start), min(whole[1], self.end)
            terms = self.terms(series, begins)
            for place in self.places_of(series, terms, begins, ends):
                required = self.required(series, terms, place, whole, (begins, ends))
                if required:
                    wanted = required + series.get("reserve", 0)
                    axis = [each for each in days_between(begins, ends) if self.on_axis(series, place, each)]
                    distinct = terms.get("distinct", "days") == "days"
                    yield Group(series, place, begins, required, wanted, axis, distinct)
            day = ends + ONE

    def places_of(self, series: dict[str, Any], terms: dict[str, Any], begins: date, ends: date) -> list[Row]:
        named, wanted = series.get("places", []), terms.get("for_each", {})
        return [
            row
            for row in self.places.values()
            if (row["id"] in ([named] if isinstance(named, str) else named) if not wanted else matches(row, wanted))
            and any(self.is_open(row, day) for day in days_between(begins, ends))
        ]

    def is_open(self, place: Row, day: date) -> bool:
        opened, closed = day_of(place.get("opened_on")), day_of(place.get("closed_on"))
        return (opened is None or opened <= day) and (closed is None or day <= closed)

    def required(
        self,
        series: dict[str, Any],
        terms: dict[str, Any],
        place: Row,
        whole: tuple[date, date],
        days: tuple[date, date],
    ) -> int:
        open_days = [day for day in days_between(*days) if self.is_open(place, day)]
        counted = [day for day in open_days if not self.excepted(series, place, day)]
        if len(counted) < len(open_days) and not counted:
            return 0
        how, number = terms.get("part_year", "round_down"), terms["at_least"]
        if how == "exempt" and whole != days:
            return 0
        if how in ("exempt", "full"):
            return int(number)
        exact = Fraction(number * len(counted), (whole[1] - whole[0]).days + 1)
        return -int(-exact // 1) if how == "round_up" else int(exact // 1)

    def excepted(self, series: dict[str, Any], place: Row, day: date) -> bool:
        commitment = self.commitments.get(series.get("commitment", ""))
        return any(
            row["commitment"] == series.get("commitment")
            and row.get("subject") in (None, "", place["id"])
            and set(commitment["owed_to"] if commitment else ()) <= set(listed(row.get("accepted_by", "")))
            and date.fromisoformat(row["first"]) <= day <= date.fromisoformat(row["last"])
            for row in self.read("exceptions.csv")
        )

    def on_axis(self, series: dict[str, Any], place: Row, day: date) -> bool:
        saturdays = "sat" in as_list(series.get("weekdays", ()))
        return (
            (day.weekday() < 5 or (saturdays and day.weekday() == 5))
            and day not in HOLIDAYS
            and in_season(series.get("between"), day)
            and self.is_open(place, day)
            and not any(
                date.fromisoformat(row["first"]) <= day <= date.fromisoformat(row["last"])
                and (row.get("place") == place["id"] or (not row.get("place") and place["kind"] == "school"))
                for row in self.closed
            )
        )

    def holders(self, role: str, day: date) -> set[str]:
        return {
            row["person"]
            for row in self.roles
            if row["role"] == role
            and date.fromisoformat(row["from"]) <= day
            and (not row.get("to") or day <= date.fromisoformat(row["to"]))
        }

    def block(self, row: Row) -> str:
        """The block in which it begins; a meeting without a start says so itself."""
        start = row.get("start") or ""
        for name, (begins, ends) in self.planning["blocks"].items():
            if start and begins <= start < ends:
                return str(name)
        return row.get("block") or ""
