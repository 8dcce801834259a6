"""One question: how does this promise stand, for this subject and period, on this day?"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from tests.oracle.days import Span, walk, working
from tests.oracle.reading import Records, Row

DEFAULTS: dict[str, dict[str, Any]] = {
    "count": {"distinct": "days", "min_minutes": 0, "part_year": "round_down"},
    "meeting": {"at_least": 1, "part_year": "full"},
    "deadline": {"attached": False},
    "staffing": {"fixed": False},
    "share": {"weekly_minutes": 2250, "min_coverage": 0.6},
    "baseline": {"at_least_ratio": 1},
    "cohort": {"stages": [8, 10], "at_least": 1},
    "coverage": {"at_least": 1, "part_year": "round_down", "distinct": "days"},
    "answer": {"share_at_least": 1},
    "judgement": {},
}
NO_TERMS = ("id", "title", "owed_by", "owed_to", "reading", "rule")


@dataclass(frozen=True)
class Question:
    """What a rule needs to know. `place` is the row of the place asked about, `member` of what coverage asks."""

    agreement: dict[str, Any]
    records: Records
    commitment: dict[str, Any]
    span: Span
    on: date
    subject: str = ""
    place: Row | None = None
    member: str | None = None

    @property
    def kind(self) -> str:
        return str(self.commitment["rule"])

    @cached_property
    def terms(self) -> dict[str, Any]:
        """The terms of the period: those valid on its first day in force; for a deadline on the day asked."""
        return terms_on(self.agreement, self.commitment, self.on if self.kind == "deadline" else self.span.first)

    @property
    def over(self) -> bool:
        return self.on > self.span.last

    @cached_property
    def open_days(self) -> set[date]:
        """The days of the period on which the place is open; without a place all of them."""
        return {day for day in self.span.days if self.place is None or is_open(self.place, day)}

    @cached_property
    def days_that_count(self) -> set[date]:
        """The open days without an exception that every party who is owed has accepted."""
        return {day for day in self.open_days if not any(e["first"] <= day <= e["last"] for e in self.exceptions(True))}

    @cached_property
    def usable_days(self) -> set[date]:
        return {day for day in self.days_that_count if self.can_be_visited(day)}

    def can_be_visited(self, day: date) -> bool:
        """A school on working days that no row closes; any other place every day."""
        if self.place is None or self.place["kind"] != "school":
            return True
        closed = [row for row in self.records["closed_days"] if row["place"] in ("", self.place["id"])]
        return working(day) and not any(row["first"] <= day <= row["last"] for row in closed)

    def exceptions(self, accepted: bool) -> list[Row]:
        """The exceptions of this promise and subject that hold, or those that don't."""
        return [
            row
            for row in self.records["exceptions"]
            if row["commitment"] == self.commitment["id"]
            and row["subject"] in ("", self.subject)
            and (set(self.commitment["owed_to"]) <= set(row["accepted_by"])) is accepted
        ]

    def dispute_open(self) -> bool:
        return any(
            row["commitment"] == self.commitment["id"]
            and row["subject"] in ("", self.subject)
            and row["period_first"] in (None, self.span.first)
            and row["opened_on"] <= self.on
            and (row["settled_on"] is None or self.on < row["settled_on"])
            for row in self.records["disputes"]
        )

    def holders(self, role: str, day: date) -> set[str]:
        """Who holds the role that day, acting holders too."""
        return {row["person"] for row in self.records["roles"] if row["role"] == role and holds(row, day)}

    def by_role(self, row: Row) -> bool:
        """Whether one of the people of this row holds the role that the terms ask for."""
        role = self.terms.get("by_role")
        return role is None or bool(set(row["people"]) & self.holders(role, row["date"]))


def holds(row: Row, day: date) -> bool:
    return bool(row["from"] <= day and (row["to"] is None or day <= row["to"]))


def is_open(place: Row, day: date) -> bool:
    opened, closed = place["opened_on"], place["closed_on"]
    return (opened is None or opened <= day) and (closed is None or day <= closed)


def open_some_day(place: Row, span: Span) -> bool:
    return any(is_open(place, day) for day in walk(span.first, span.last))


def amendments_on(agreement: dict[str, Any], commitment: dict[str, Any], day: date) -> list[dict[str, Any]]:
    """The amendments valid on a day, in the order in which they are laid over the terms."""
    valid = [
        one
        for one in agreement.get("amendment", [])
        if one["commitment"] == commitment["id"] and one["valid_from"] <= day
    ]
    return sorted(valid, key=lambda one: (one["valid_from"], one["agreed_on"]))


def terms_on(agreement: dict[str, Any], commitment: dict[str, Any], day: date) -> dict[str, Any]:
    signed = {key: value for key, value in commitment.items() if key not in NO_TERMS}
    terms = {**DEFAULTS[commitment["rule"]], **signed}
    for one in amendments_on(agreement, commitment, day):
        terms = {**terms, **one["set"]}
    return terms


def listed(value: Any) -> list[str]:
    """Where a list is meant, one string is a list of one."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(value)
