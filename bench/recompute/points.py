"""The points of the plan, part by part."""

from collections import defaultdict
from datetime import date
from fractions import Fraction

from bench.recompute.layers import Layers
from bench.recompute.promises import Group
from bench.recompute.text import Row, days_between, listed


class Points(Layers):
    """The points."""

    def points(self) -> Fraction:
        weights = self.planning["weights"]
        parts: dict[str, int | Fraction] = {
            "spread": self.spread(),
            "travel": self.travel(),
            "continuity": self.continuity(),
            "evening_balance": self.evening_balance(),
            "minute_balance": self.minute_balance(),
        }
        return sum((Fraction(weights[name]) * Fraction(value) for name, value in parts.items()), Fraction(0))

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
            person in listed(row["people"]) and begins <= day <= ends for person, begins, ends in self.lost or []
        )

    def contacts(self, day: date) -> set[str]:
        found: set[str] = set()
        for series in self.planning.get("series", []):
            begins = max(self.period(self.terms(series, self.start)["per"], day)[0], self.start)
            role = self.terms(series, begins).get("by_role")
            found |= self.holders(role, day) if role else set()
        return found

    def work(self) -> list[tuple[Row, date, str, set[str]]]:
        """Rows and meetings from..to, with day, block (or their own id) and the contacts that take part."""
        meetings = [{**row, "meeting": "yes"} for row in self.read("meetings.csv") if row["status"] != "cancelled"]
        days = {day: self.contacts(day) for day in days_between(self.first, self.last)}
        return [
            (row, day, self.block(row), set(listed(row["people"])) & days[day])
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
            series = self.series_of(row) if row.get("place") and not row.get("meeting") else None
            if series is not None and series.get("people", 1) != "all":
                faces[series["id"], row["place"]] |= people
        needed = {each["id"]: each.get("people", 1) for each in self.planning.get("series", [])}
        return sum(max(0, len(people) - needed[series]) for (series, _), people in faces.items())

    def steady(self) -> set[str]:
        each_day = [self.contacts(day) for day in days_between(self.first, self.last)]
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
