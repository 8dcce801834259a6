"""Which row stands for which ordinal."""

from datetime import date
from typing import Any

from bench.recompute.promises import Group, Promises
from bench.recompute.text import Row, as_list, listed


class Ordinals(Promises):
    """The groups, with the rows that hold their ordinals."""

    def live(self, row: Row) -> bool:
        return row["status"] == "done" or (row["status"] == "planned" and date.fromisoformat(row["date"]) >= self.first)

    def series_of(self, row: Row) -> dict[str, Any] | None:
        """The series a row of activities belongs to."""
        series = self.planning.get("series", [])
        named = self.named(row)
        if named is not None:
            return next(each for each in series if each["id"] == named)
        old = self.old.get(row["id"], row)
        return next((each for each in series if self.fits(old, each)), None)

    def group_of(self, row: Row) -> Group | None:
        """The group a row belongs to and counts for."""
        series = self.series_of(row)
        if series is None or not self.fits(row, series):
            return None
        begins, _ = self.clipped(series, date.fromisoformat(row["date"]))
        return self.groups.get((series["id"], row["place"], begins))

    def named(self, row: Row) -> str | None:
        known = {each["id"] for each in self.planning.get("series", [])}
        if row.get("series") in known:
            return row["series"]
        first = row["id"].split(".")[0]
        return first if first in known and row["id"].startswith(f"{first}.{row['place']}.") else None

    def clipped(self, series: dict[str, Any], day: date) -> tuple[date, date]:
        """The period that holds the day, without the days not in force."""
        whole = self.period(self.terms(series, self.start)["per"], day)
        return max(whole[0], self.start), min(whole[1], self.end)

    def fits(self, row: Row, series: dict[str, Any]) -> bool:
        """Whether the row counts for the series once it is done."""
        day = date.fromisoformat(row["date"])
        if not self.start <= day <= self.end:
            return False
        begins, ends = self.clipped(series, day)
        terms = self.terms(series, begins)
        row, people = {"audience": "", **row}, set(listed(row["people"]))
        return (
            row["kind"] in as_list(terms["activity"])
            and row["place"] in [place["id"] for place in self.places_of(series, terms, begins, ends)]
            and int(row["minutes"] or 0) >= terms.get("min_minutes", 0)
            and terms.get("purpose") in (None, row.get("purpose"))
            and (not terms.get("audience") or not set(as_list(terms["audience"])).isdisjoint(listed(row["audience"])))
            and (not terms.get("by_role") or bool(people & self.holders(terms["by_role"], day)))
        )

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
