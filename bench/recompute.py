"""What a plan is worth, worked out again from the files on disk.

Written from the description of the planner alone and on purpose without a line of the product: naive,
slow, one day at a time. `worth` reads the agreement, the records, planning.toml and what `plan` or
`replan` wrote, and gives the layers that the report must agree with to the digit.
"""

import csv
import itertools
import tomllib
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import holidays

Row = dict[str, str]
ONE = timedelta(days=1)
HOLIDAYS = holidays.country_holidays("NO", years=range(2000, 2051))
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Worth:
    """The layers, exact."""

    short: int
    unplaced: Fraction
    moved: int
    points: Fraction


def worth(
    agreement: Path, records: Path, out: Path, first: date, last: date, lost: list[tuple[str, date, date]] | None = None
) -> Worth:
    """The worth of the plan in `out`, or with `lost` of the mended plan."""
    world = World(agreement, records, out, first, last, lost)
    return Worth(world.short(), world.unplaced(), world.moved(), world.points())


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


class World:
    """Everything on disk, as rows of text."""

    def __init__(
        self,
        agreement: Path,
        records: Path,
        out: Path,
        first: date,
        last: date,
        lost: list[tuple[str, date, date]] | None,
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
        self.written = {row["id"]: row for row in _rows(out / "activities.csv")}
        self.groups = {
            (group.series["id"], group.place["id"], group.first): group
            for series in self.planning.get("series", [])
            for group in self.groups_of(series)
        }
        self.give_ordinals()

    def read(self, name: str) -> list[Row]:
        return _rows(self.records / name)

    # -- periods, terms and numbers

    def period(self, per: str, day: date) -> tuple[date, date]:
        """First and last day of the whole period."""
        start = _parse_month_day(self.agreement.get("school_year_starts", "08-01"))
        if per == "term":
            return self.start, self.end
        if per == "week":
            monday = day - timedelta(days=day.weekday())
            return monday, monday + 6 * ONE
        if per.startswith("agreement"):
            months = 12 if per == "agreement_year" else 3
            begins = [_plus_months(self.start, months * number) for number in range(200)]
            return next((a, b - ONE) for a, b in itertools.pairwise(begins) if a <= day < b)
        if per == "school_year":
            year = day.year if (day.month, day.day) >= start else day.year - 1
            return date(year, *start), date(year + 1, *start) - ONE
        length = {"month": 1, "calendar_quarter": 3, "half_year": 6, "calendar_year": 12}[per]
        month = (day.month - 1) // length * length + 1
        begins_on = date(day.year, month, 1)
        return begins_on, _plus_months(begins_on, length) - ONE

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
                    axis = [each for each in _days(begins, ends) if self.on_axis(series, place, each)]
                    distinct = terms.get("distinct", "days") == "days"
                    yield Group(series, place, begins, required, wanted, axis, distinct)
            day = ends + ONE

    def places_of(self, series: dict[str, Any], terms: dict[str, Any], begins: date, ends: date) -> list[Row]:
        named, wanted = series.get("places", []), terms.get("for_each", {})
        return [
            row
            for row in self.places.values()
            if (row["id"] in ([named] if isinstance(named, str) else named) if not wanted else _matches(row, wanted))
            and any(self.is_open(row, day) for day in _days(begins, ends))
        ]

    def is_open(self, place: Row, day: date) -> bool:
        opened, closed = _day(place.get("opened_on")), _day(place.get("closed_on"))
        return (opened is None or opened <= day) and (closed is None or day <= closed)

    def required(
        self,
        series: dict[str, Any],
        terms: dict[str, Any],
        place: Row,
        whole: tuple[date, date],
        days: tuple[date, date],
    ) -> int:
        open_days = [day for day in _days(*days) if self.is_open(place, day)]
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
            and set(commitment["owed_to"] if commitment else ()) <= set(_list(row.get("accepted_by", "")))
            and date.fromisoformat(row["first"]) <= day <= date.fromisoformat(row["last"])
            for row in self.read("exceptions.csv")
        )

    def on_axis(self, series: dict[str, Any], place: Row, day: date) -> bool:
        saturdays = "sat" in _as_list(series.get("weekdays", ()))
        return (
            (day.weekday() < 5 or (saturdays and day.weekday() == 5))
            and day not in HOLIDAYS
            and _in_season(series.get("between"), day)
            and self.is_open(place, day)
            and not any(
                date.fromisoformat(row["first"]) <= day <= date.fromisoformat(row["last"])
                and (row.get("place") == place["id"] or (not row.get("place") and place["kind"] == "school"))
                for row in self.closed
            )
        )

    # -- which row stands for which ordinal

    def live(self, row: Row) -> bool:
        return row["status"] == "done" or (row["status"] == "planned" and date.fromisoformat(row["date"]) >= self.first)

    def group_of(self, row: Row) -> Group | None:
        """The group a row belongs to and counts for."""
        for series in self.planning.get("series", []):
            if self.named(row) in (None, series["id"]):
                group = self.counting_for(row, series)
                if group or self.named(row):
                    return group
        return None

    def named(self, row: Row) -> str | None:
        known = {each["id"] for each in self.planning.get("series", [])}
        if row.get("series") in known:
            return row["series"]
        first = row["id"].split(".")[0]
        return first if first in known and row["id"].startswith(f"{first}.{row['place']}.") else None

    def counting_for(self, row: Row, series: dict[str, Any]) -> Group | None:
        day = date.fromisoformat(row["date"])
        if not self.start <= day <= self.end:
            return None
        begins = max(self.period(self.terms(series, self.start)["per"], day)[0], self.start)
        terms = self.terms(series, begins)
        people = set(_list(row["people"]))
        fits = (
            row["kind"] in _as_list(terms["activity"])
            and int(row["minutes"] or 0) >= terms.get("min_minutes", 0)
            and terms.get("purpose") in (None, row.get("purpose"))
            and (not terms.get("audience") or set(_as_list(terms["audience"])) & set(_list(row.get("audience", ""))))
            and (not terms.get("by_role") or people & self.holders(terms["by_role"], day))
        )
        return self.groups.get((series["id"], row["place"], begins)) if fits else None

    def give_ordinals(self) -> None:
        """Each row that stands or stood takes the nearest free ordinal, by date then id."""
        days: dict[tuple[int, str], str] = {}
        rows = sorted((row for row in self.old.values() if self.live(row)), key=lambda row: (row["date"], row["id"]))
        for row in sorted(
            rows, key=lambda row: (row["status"] != "done", not row.get("start"), row.get("start"), row["id"])
        ):
            group = self.group_of(row)
            if group is not None:
                days.setdefault((id(group), row["date"] if group.distinct_days else row["id"]), row["id"])
        for row in rows:
            group = self.group_of(row)
            if group is None or row["id"] not in days.values():
                continue
            group.rows += 1
            here = group.index(date.fromisoformat(row["date"]))
            free = (
                [ordinal for ordinal in range(1, group.wanted + 1) if ordinal not in group.holder] if group.axis else []
            )
            if free:
                group.holder[min(free, key=lambda each: (abs(group.ideal(each) - here), each))] = row["id"]

    # -- the plan

    def rows(self) -> list[Row]:
        """Everything that stands once the plan is taken over."""
        together = {**self.old, **self.written}
        return [row for row in together.values() if self.live(row)]

    def new(self) -> list[Row]:
        """Rows that were not there."""
        return [row for name, row in self.written.items() if name not in self.old]

    def has_moved(self, row: Row) -> bool:
        old = self.old.get(row["id"])
        if old is None or row["status"] == "cancelled":
            return False
        place_in_time = [(each["date"], self.block(each), tuple(sorted(_list(each["people"])))) for each in (old, row)]
        return place_in_time[0] != place_in_time[1]

    def placed(self, group: Group, ordinal: int) -> bool:
        """Whether the ordinal has a row once the plan is taken over."""
        holder = group.holder.get(ordinal)
        if holder is not None:
            return {**self.old, **self.written}[holder]["status"] != "cancelled"
        key = (group.series["id"], group.place["id"], str(group.first), str(ordinal))
        return any((row["series"], row["place"], row["period"], row["ordinal"]) == key for row in self.new())

    def after_to(self, group: Group, ordinal: int) -> bool:
        return group.axis[group.ideal(ordinal)] > self.last

    def group_short(self, group: Group) -> int:
        if "commitment" not in group.series:
            return 0
        if not group.axis:
            return max(0, group.required - group.rows)
        ordinals = range(1, group.wanted + 1)
        there = sum(self.placed(group, each) or self.after_to(group, each) for each in ordinals)
        return max(0, group.required - there)

    def short(self) -> int:
        return sum(self.group_short(group) for group in self.groups.values())

    def unplaced(self) -> Fraction:
        total = Fraction(0)
        for group in self.groups.values():
            for_it = [each for each in range(1, group.wanted + 1) if group.axis and not self.placed(group, each)]
            missing = [each for each in for_it if each in group.holder or not self.after_to(group, each)]
            total += Fraction(group.series.get("weight", 1)) * max(0, len(missing) - self.group_short(group))
        return total

    def moved(self) -> int:
        total = 0
        for row in self.written.values():
            if self.has_moved(row):
                old = self.old[row["id"]]
                soon = (date.fromisoformat(old["date"]) - self.first).days < 7
                total += (10 if old.get("confirmed") == "yes" else 1) * (2 if soon else 1)
        return total

    # -- points

    def points(self) -> Fraction:
        weights = self.planning["weights"]
        parts = {
            "spread": self.spread(),
            "travel": self.travel(),
            "continuity": self.continuity(),
            "evening_balance": self.evening_balance(),
            "minute_balance": self.minute_balance(),
        }
        return sum((Fraction(weights[name]) * value for name, value in parts.items()), Fraction(0))

    def spread(self) -> Fraction:
        total = Fraction(0)
        for group in self.groups.values():
            for ordinal in range(1, group.wanted + 1):
                row = self.row_for(group, ordinal)
                if row is not None:
                    away = abs(group.index(date.fromisoformat(row["date"])) - self.laid_ideal(group, ordinal))
                    total += Fraction(group.series.get("weight", 1)) * away
        return total

    def row_for(self, group: Group, ordinal: int) -> Row | None:
        """The new or moved row of an ordinal."""
        holder = group.holder.get(ordinal)
        if holder is not None:
            row = self.written.get(holder)
            return row if row is not None and self.has_moved(row) else None
        key = (group.series["id"], group.place["id"], str(group.first), str(ordinal))
        return next(
            (row for row in self.new() if (row["series"], row["place"], row["period"], row["ordinal"]) == key), None
        )

    def laid_ideal(self, group: Group, ordinal: int) -> int:
        late = [each for each in range(1, group.wanted + 1) if self.is_late(group, each)]
        if ordinal not in late:
            return group.ideal(ordinal)
        before = group.index(self.first)
        left = len(group.axis) - before
        return before + (2 * (late.index(ordinal) + 1) - 1) * left // (2 * len(late))

    def is_late(self, group: Group, ordinal: int) -> bool:
        if group.axis[group.window_end(ordinal)] >= self.first:
            return False
        holder = group.holder.get(ordinal)
        return holder is None or self.is_hit(self.old[holder])

    def is_hit(self, row: Row) -> bool:
        day = date.fromisoformat(row["date"])
        return row["status"] == "planned" and any(
            person in _list(row["people"]) and begins <= day <= ends for person, begins, ends in self.lost or []
        )

    def holders(self, role: str, day: date) -> set[str]:
        return {
            row["person"]
            for row in self.roles
            if row["role"] == role
            and date.fromisoformat(row["from"]) <= day
            and (not row.get("to") or day <= date.fromisoformat(row["to"]))
        }

    def contacts(self, day: date) -> set[str]:
        found: set[str] = set()
        for series in self.planning.get("series", []):
            begins = max(self.period(self.terms(series, self.start)["per"], day)[0], self.start)
            role = self.terms(series, begins).get("by_role")
            found |= self.holders(role, day) if role else set()
        return found

    def block(self, row: Row) -> str:
        """The block in which it begins; a meeting without a start says so itself."""
        start = row.get("start") or ""
        for name, (begins, ends) in self.planning["blocks"].items():
            if start and begins <= start < ends:
                return str(name)
        return row.get("block") or ""

    def work(self) -> list[tuple[Row, date, str, set[str]]]:
        """Rows and meetings from..to, with day, block (or their own id) and the contacts that take part."""
        meetings = [row for row in self.read("meetings.csv") if row["status"] != "cancelled"]
        days = {day: self.contacts(day) for day in _days(self.first, self.last)}
        return [
            (row, day, self.block(row), set(_list(row["people"])) & days[day])
            for row in [*self.rows(), *meetings]
            if (day := date.fromisoformat(row["date"])) in days
        ]

    def travel(self) -> int:
        trips = {
            (person, day, block or f"own:{row['kind']}:{row['id']}", self.places[row["place"]].get("zone"))
            for row, day, block, people in self.work()
            for person in people
            if row.get("place") and self.places[row["place"]].get("zone")
        }
        return sum(self.planning["travel"][zone] for *_, zone in trips)

    def continuity(self) -> int:
        faces: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row, _, _, people in self.work():
            series = self.series_of(row)
            if series is not None and series.get("people", 1) != "all":
                faces[series["id"], row["place"]] |= people
        needed = {each["id"]: each.get("people", 1) for each in self.planning.get("series", [])}
        return sum(max(0, len(people) - needed[series]) for (series, _), people in faces.items())

    def series_of(self, row: Row) -> dict[str, Any] | None:
        if "minutes" in row and "agenda" in row:
            return None
        series = {each["id"]: each for each in self.planning.get("series", [])}
        name = self.named(row) if row.get("place") else None
        if name is not None:
            return series[name]
        group = self.group_of(self.old.get(row["id"], row)) if row.get("place") else None
        return group.series if group else None

    def steady(self) -> set[str]:
        each_day = [self.contacts(day) for day in _days(self.first, self.last)]
        return set.intersection(*each_day) if each_day else set()

    def evening_balance(self) -> int:
        evenings = {
            person: {day for _, day, block, people in self.work() if block == "evening" and person in people}
            for person in self.steady()
        }
        return _difference([len(days) for days in evenings.values()])

    def minute_balance(self) -> int:
        return _difference(
            [
                sum(int(row.get("minutes") or 0) for row, _, _, people in self.work() if person in people)
                for person in self.steady()
            ]
        )


def _difference(numbers: list[int]) -> int:
    return max(numbers) - min(numbers) if len(numbers) > 1 else 0


def _rows(path: Path) -> list[Row]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as source:
        return [
            {key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(source, delimiter=",")
        ]


def _list(text: str) -> list[str]:
    return [each.strip() for each in text.replace("|", ";").split(";") if each.strip()]


def _as_list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _days(first: date, last: date) -> list[date]:
    return [first + number * ONE for number in range((last - first).days + 1)]


def _plus_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _parse_month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _in_season(between: list[str] | None, day: date) -> bool:
    if not between:
        return True
    here, (first, last) = (day.month, day.day), (_parse_month_day(each) for each in between)
    return first <= here <= last if first <= last else here >= first or here <= last


def _matches(place: Row, wanted: dict[str, Any]) -> bool:
    stages = [int(place[key]) if place.get(key) else None for key in ("stage_from", "stage_to")]
    stage = wanted.get("teaches_stage")
    teaches = stage is None or (
        any(each is not None for each in stages) and (stages[0] or stage) <= stage and stage <= (stages[1] or stage)
    )
    return (
        wanted.get("place") in (None, place["kind"]) and wanted.get("owner") in (None, place.get("owner")) and teaches
    )
