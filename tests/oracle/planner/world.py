"""Everything a case says, and the small questions that all rules ask: who is a contact, when is a block."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.oracle.days import Span, public_holidays, spans
from tests.oracle.naive import matching
from tests.oracle.planner.files import BLOCKS, Lost, agreement_in, minutes_of, planning_in, records_in
from tests.oracle.question import Question, holds, is_open, listed, open_some_day, terms_on
from tests.oracle.reading import Row

Series = dict[str, Any]
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat")


@dataclass(frozen=True)
class Work:
    """Somebody's time on a day: a row or a meeting.

    `fresh` is what the plan lays or moves; what is `loose` may begin when it fits.
    """

    id: str
    day: date
    block: str | None
    start: int | None
    minutes: int
    place: str
    zone: str | None
    people: frozenset[str]
    series: str | None = None
    meeting: bool = False
    fresh: bool = False
    loose: bool = False

    @property
    def trip(self) -> tuple[date, str, str] | None:
        """Day, block and zone of the journey; without a block it is a journey of its own."""
        own = f"{'meeting' if self.meeting else 'row'} {self.id}"
        return None if self.zone is None else (self.day, self.block or own, self.zone)


class World:
    """The agreement, the records and the planning file, from one day to another."""

    def __init__(self, agreement: Path, records: Path, first: date, last: date, lost: Iterable[Lost] = ()) -> None:
        self.agreement = agreement_in(agreement)
        self.records = records_in(records)
        self.planning = planning_in(records)
        self.first = max(first, self.agreement["effective_from"])
        self.last = min(last, self.agreement["expires_on"])
        self.lost = list(lost)
        self.series: list[Series] = self.planning.get("series", [])
        self.promises = {one["id"]: one for clause in self.agreement["clause"] for one in clause.get("commitment", [])}
        self.places = {row["id"]: row for row in self.records["places"]}
        self.blocks = {name: tuple(map(minutes_of, self.planning["blocks"][name])) for name in BLOCKS}
        self._terms: dict[tuple[str, date], dict[str, Any]] = {}
        self._contacts: dict[date, frozenset[str]] = {}

    def tries(self, promise: str, terms: dict[str, Any]) -> None:
        """Other terms of a promise, also in the place of those that an amendment sets."""
        self.promises[promise].update(terms)
        for one in self.agreement.get("amendment", []):
            if one["commitment"] == promise:
                one["set"].update({key: value for key, value in terms.items() if key in one["set"]})

    def terms(self, series: Series, span: Span) -> dict[str, Any]:
        """What counts for the series in the period: the amended commitment's terms, or the wish's own."""
        key = series["id"], span.first
        if key not in self._terms:
            if "commitment" in series:
                found = terms_on(self.agreement, self.promises[series["commitment"]], span.first)
            else:
                found = {"part_year": "round_down", "distinct": "days", **series}
            self._terms[key] = found
        return self._terms[key]

    def spans(self, series: Series) -> list[Span]:
        return spans(
            self.promises[series["commitment"]]["per"] if "commitment" in series else series["per"], self.agreement
        )

    def span_at(self, series: Series, day: date) -> Span | None:
        return next((span for span in self.spans(series) if span.first <= day <= span.last), None)

    def question(self, series: Series, span: Span, place: Row) -> Question:
        """The engine's question for a series with a commitment; a wish is asked as a promise without exceptions."""
        promise = self.promises.get(series.get("commitment", ""), {"id": None, "rule": "count", "owed_to": []})
        return Question(self.agreement, self.records, promise, span, self.first, place["id"], place)

    def places_of(self, series: Series, span: Span) -> list[Row]:
        promise = self.promises.get(series.get("commitment", ""), {})
        if "for_each" in promise:
            return matching(Question(self.agreement, self.records, promise, span, self.first))
        named = listed(series.get("places"))
        return [row for row in self.records["places"] if row["id"] in named and open_some_day(row, span)]

    def on_axis(self, series: Series, place: Row, day: date) -> bool:
        """Whether the place could be visited at all, as far as days go."""
        workdays = day.weekday() < 5 or (day.weekday() == 5 and "sat" in series.get("weekdays", ()))
        closed = [
            row
            for row in self.records["closed_days"]
            if row["place"] == place["id"] or (row["place"] == "" and place["kind"] == "school")
        ]
        return (
            workdays
            and day not in public_holidays(day.year)
            and in_season(series.get("between"), day)
            and is_open(place, day)
            and not any(row["first"] <= day <= row["last"] for row in closed)
        )

    def holders(self, role: str, day: date) -> frozenset[str]:
        return frozenset(row["person"] for row in self.records["roles"] if row["role"] == role and holds(row, day))

    def contacts(self, day: date) -> frozenset[str]:
        """Who that day holds the role of some series."""
        if day not in self._contacts:
            found: frozenset[str] = frozenset()
            for series in self.series:
                span = self.span_at(series, day)
                role = self.terms(series, span).get("by_role") if span else None
                found |= self.holders(role, day) if role else frozenset()
            self._contacts[day] = found
        return self._contacts[day]

    def crew(self, role: str | None, day: date) -> frozenset[str]:
        """Who may serve an item that day: holders of the role, or without one any contact."""
        return self.holders(role, day) if role else self.contacts(day)

    def is_free(self, person: str, day: date, block: str) -> bool:
        """Neither away by availability.csv nor on a lost day."""
        away = any(
            row["person"] == person and row["first"] <= day <= row["last"] and block in blocks_of(row)
            for row in self.records["availability"]
        )
        return not away and not any(one.person == person and one.first <= day <= one.last for one in self.lost)

    def is_hit(self, people: Iterable[str], day: date) -> bool:
        return any(one.person in people and one.first <= day <= one.last for one in self.lost)

    def limit(self, person: str, name: str) -> int:
        limits = self.planning["limits"]
        return int(limits.get(person, {}).get(name, limits[name]))

    def block_at(self, start: int | None) -> str | None:
        if start is None:
            return None
        return next((name for name, (first, last) in self.blocks.items() if first <= start < last), None)

    def stands(self, row: Row) -> bool:
        """Done, or planned from the first day on."""
        return bool(row["status"] == "done" or (row["status"] == "planned" and row["date"] >= self.first))

    @cached_property
    def rows(self) -> dict[str, Row]:
        """The rows that stand, by id."""
        return {row["id"]: row for row in self.records["activities"] if self.stands(row)}

    def work_of(self, row: Row) -> Work:
        """A row of activities.csv as time taken."""
        start = minutes_of(row["start"])
        series = self.series_of(row)
        return Work(
            id=row["id"],
            day=row["date"],
            block=self.block_at(start),
            start=start,
            minutes=row["minutes"],
            place=row["place"],
            zone=self.zone(row["place"]),
            people=frozenset(row["people"]),
            series=series["id"] if series else None,
        )

    @cached_property
    def meetings(self) -> list[Work]:
        """Held and planned meetings; one without a start takes the end of its block."""
        return [self._meeting(row) for row in self.records["meetings"] if row["status"] != "cancelled"]

    def _meeting(self, row: Row) -> Work:
        start = minutes_of(row["start"])
        block = self.block_at(start) or row["block"] or None
        if start is None and block is not None:
            start = self.blocks[block][1] - row["minutes"]
        return Work(
            id=row["id"],
            day=row["date"],
            block=block,
            start=start,
            minutes=row["minutes"],
            place=row["place"],
            zone=self.zone(row["place"]),
            people=frozenset(row["people"]),
            meeting=True,
        )

    def zone(self, place: str) -> str | None:
        return (self.places[place]["zone"] or None) if place else None

    def series_of(self, row: Row) -> Series | None:
        """The series that the column names, else the one that the id names, else the first that the row fits."""
        known = {one["id"]: one for one in self.series}
        if row["series"] in known:
            return known[row["series"]]
        first = row["id"].split(".")[0]
        if first in known and row["id"].startswith(f"{first}.{row['place']}."):
            return known[first]
        return next((one for one in self.series if self.counts(row, one)), None)

    def counts(self, row: Row, series: Series) -> bool:
        """Whether the row, once done, counts for the series: kind, place, minutes, purpose, audience, role."""
        span = self.span_at(series, row["date"])
        if span is None or row["place"] not in [place["id"] for place in self.places_of(series, span)]:
            return False
        terms = self.terms(series, span)
        audience = listed(terms.get("audience"))
        role = terms.get("by_role")
        return (
            row["kind"] in listed(terms["activity"])
            and row["minutes"] >= terms.get("min_minutes", 0)
            and terms.get("purpose") in (None, row["purpose"])
            and (not audience or bool(set(audience) & set(row["audience"])))
            and (not role or bool(set(row["people"]) & self.holders(role, row["date"])))
        )


def blocks_of(row: Row) -> tuple[str, ...]:
    """The blocks of an absence: all, or those listed."""
    named = tuple(part.strip() for part in row["blocks"].replace("|", ";").split(";") if part.strip())
    return BLOCKS if named in ((), ("all",)) else named


def in_season(between: list[str] | None, day: date) -> bool:
    """Inside two month-days, both included; the season may run over New Year."""
    if not between:
        return True
    first, last = between
    here = f"{day:%m-%d}"
    return first <= here <= last if first <= last else here >= first or here <= last
