"""What is short, not placed and moved once the plan is taken over."""

from datetime import date
from fractions import Fraction

from bench.recompute.ordinals import Ordinals
from bench.recompute.promises import Group
from bench.recompute.text import Row, listed


class Layers(Ordinals):
    """The layers before the points."""

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
        place_in_time = [(each["date"], self.block(each), tuple(sorted(listed(each["people"])))) for each in (old, row)]
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
