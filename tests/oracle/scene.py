"""What an invented folder of records is about: the agreement, the day asked about, and the choices every file needs."""

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.oracle.choosing import holiday
from tests.oracle.days import Span, cohort_spans, spans
from tests.oracle.inventory import PEOPLE
from tests.oracle.writing import Rows


class Scene:
    """The chance, the agreement and the day, with the choices that every file needs."""

    def __init__(self, random: Random, agreement: dict[str, Any], on: date) -> None:
        self.random, self.agreement, self.on = random, agreement, on
        self.first, self.last = agreement["effective_from"], agreement["expires_on"]
        self.promises = [promise for one in agreement["clause"] for promise in one.get("commitment", [])]
        self.places: Rows = []
        self.roles: Rows = []

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def day(self) -> date:
        """A day near the one asked about, an edge or a holiday, or anywhere from a month before to a month after."""
        edge = self.random.choice([self.on, self.on, self.first, self.last])
        near = edge + timedelta(days=self.random.randint(-12, 12))
        anywhere = self.first + timedelta(days=self.random.randint(-30, (self.last - self.first).days + 30))
        return self.random.choice(
            [near, near, near, near, anywhere, anywhere, self.on, holiday(self.random, edge.year)]
        )

    def days(self) -> tuple[date, date]:
        """A first and a last day, sometimes the same."""
        first = self.day()
        return first, first + timedelta(days=self.random.choice([0, 1, 3, 10, 40, 400]))

    def cell(self, value: object, chance: float = 0.5) -> str:
        """The value, or an empty cell."""
        return f"{value}" if self.chance(chance) else ""

    def several(self, values: list[str], most: int) -> str:
        return "|".join(self.random.sample(values, self.random.randint(0, min(most, len(values)))))

    def spans_of(self, promise: dict[str, Any]) -> list[Span]:
        if promise["rule"] == "cohort":
            return cohort_spans(promise.get("stages", [8, 10]), self.agreement)
        return spans(promise.get("per", "term"), self.agreement)

    def span_of(self, promise: dict[str, Any]) -> Span:
        """One of the promise's periods, most often the one that holds the day."""
        found = self.spans_of(promise)
        holding = [span for span in found if span.first <= min(max(self.on, self.first), self.last) <= span.last]
        return self.random.choice(holding if holding and self.chance(0.7) else found)

    def subject_of(self, promise: dict[str, Any]) -> str:
        """A subject the promise may have, or none, which means all of them."""
        places = [place["id"] for place in self.places]
        members = self.members_of(promise)
        if promise["rule"] == "cohort":
            subjects = [f"{place}/{span.label}" for place in places for span in self.spans_of(promise)]
        elif promise["rule"] == "coverage":
            subjects = [f"{place}/{each}" for place in places for each in members] if "for_each" in promise else members
        else:
            subjects = places if "for_each" in promise else []
        return self.random.choice(subjects) if subjects and self.chance(0.5) else ""

    def members_of(self, promise: dict[str, Any]) -> list[str]:
        """The signed members and those that some amendment names."""
        changed = [one["set"] for one in self.agreement["amendment"] if one["commitment"] == promise["id"]]
        named = [terms["members"] for terms in (promise, *changed) if "members" in terms]
        return [member for one in named for member in ([one] if isinstance(one, str) else one)]

    def people(self, day: date) -> str:
        """Up to two people, most often some who hold a role that day."""
        holding = [row["person"] for row in self.roles if row["from"] <= f"{day}" <= (row["to"] or "9")]
        found = self.several(sorted(set(holding)) if holding and self.chance(0.7) else PEOPLE, 2)
        return f"{found}|{found}" if found and self.chance(0.05) else found

    def is_open(self, place: str, day: date) -> bool:
        row = next(row for row in self.places if row["id"] == place)
        return (not row["opened_on"] or row["opened_on"] <= f"{day}") and (
            not row["closed_on"] or f"{day}" <= row["closed_on"]
        )
