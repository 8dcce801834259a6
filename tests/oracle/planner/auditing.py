"""Holds what `plan` and `replan` wrote against the second reading: every difference as a line."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

from politikontakt import __version__
from tests.oracle.planner.exhaust import Exhaust, TooMany
from tests.oracle.planner.files import rows_in
from tests.oracle.planner.grid import Group, Item, groups, items
from tests.oracle.planner.rules import breaches, lies_badly
from tests.oracle.planner.world import Work, World
from tests.oracle.planner.worth import Outcome, Worth, has_moved, worth
from tests.oracle.question import listed
from tests.oracle.reading import Row

REPORT = {
    "version": str,
    "from": str,
    "to": str,
    "points": float,
    "bound": float,
    "gap": float,
    "placed": int,
    "promised_short": int,
    "not_placed": list,
    "not_placed_proven": bool,
    "stopped": bool,
    "seconds": float,
}
REPLAN = {"moved": int, "meetings_hit": list, "rows_hit": list}
NOT_PLACED = {"series": str, "place": str, "period": str, "ordinal": int, "commitment": str, "conflict": list}
FOUR_DECIMALS = Fraction(1, 20000)


@dataclass
class Answer:
    """What a command wrote, beside the world it was asked about."""

    world: World
    out: Path
    replan: bool = False

    @cached_property
    def report(self) -> dict[str, Any]:
        return dict(json.loads((self.out / "report.json").read_text("utf-8"), parse_float=Fraction))

    @cached_property
    def written(self) -> list[Row]:
        return rows_in(self.out / "activities.csv", "activities")

    @cached_property
    def groups(self) -> list[Group]:
        return groups(self.world)

    @cached_property
    def items(self) -> list[Item]:
        return items(self.world, self.groups, replan=self.replan)

    @cached_property
    def by_key(self) -> dict[tuple[str, ...], Item]:
        return {tuple(map(str, item.key)): item for item in self.items}

    @cached_property
    def by_old(self) -> dict[str, Item]:
        return {item.old: item for item in self.items if item.old is not None}

    @cached_property
    def new(self) -> list[Row]:
        return [row for row in self.written if row["id"] not in self.world.rows]

    @cached_property
    def changed(self) -> dict[str, Row]:
        return {row["id"]: row for row in self.written if row["id"] in self.world.rows}

    def item_of(self, row: Row) -> Item | None:
        return self.by_key.get((row["series"], row["place"], row["period"], row["ordinal"]))

    @cached_property
    def laid(self) -> dict[tuple[str, str, object, int], Work]:
        """Where every item of the problem lies once the answer is taken over."""
        found = {}
        for row in self.new:
            item = self.item_of(row)
            if item is not None:
                found[item.key] = replace(self.world.work_of(row), series=row["series"], fresh=True)
        for old, item in self.by_old.items():
            work = self._old_work(old)
            if work is not None:
                found[item.key] = work
        return found

    def _old_work(self, old: str) -> Work | None:
        """A row that was there, as it stands now; none when it was cancelled."""
        row = self.changed.get(old, self.world.rows[old])
        if row["status"] == "cancelled":
            return None
        series = self.world.series_of(self.world.rows[old])
        work = replace(self.world.work_of(row), series=series["id"] if series else None)
        return replace(work, fresh=has_moved(self.world, work))

    @cached_property
    def works(self) -> list[Work]:
        """Everything that stands once the answer is taken over."""
        others = [self._old_work(old) for old in self.world.rows if old not in self.by_old]
        return [*self.laid.values(), *(work for work in others if work), *self.world.meetings]

    @cached_property
    def standing(self) -> list[Work]:
        """Everything that the plan can't change."""
        fixed = [self.world.work_of(row) for old, row in self.world.rows.items() if old not in self.by_old]
        return [*fixed, *self.world.meetings]

    @cached_property
    def worth(self) -> Worth:
        return worth(self.world, self.groups, self.items, Outcome(self.laid, self.works))


def differences(answer: Answer, *, asked: tuple[str, str], patience: int = 0) -> Iterator[str]:
    """Everything that is not as described. With `patience` every plan is tried, too, as far as that goes."""
    yield from _keys(answer, asked)
    yield from _new_rows(answer)
    yield from _no_rule_broken(answer)
    yield from _numbers(answer)
    yield from _not_placed(answer)
    if patience:
        yield from _against_every_plan(answer, patience)


def _keys(answer: Answer, asked: tuple[str, str]) -> Iterator[str]:
    wanted = {**REPORT, **(REPLAN if answer.replan else {})}
    report = json.loads((answer.out / "report.json").read_text("utf-8"))
    if set(report) != set(wanted):
        yield f"report keys: {sorted(set(report) ^ set(wanted))}"
    for key, kind in wanted.items():
        right = type(report.get(key)) in ((int, float) if kind is float else (kind,))
        if not right:
            yield f"report {key}: {report.get(key)!r} is no {kind.__name__}"
    if report["version"] != __version__:
        yield f"version {report['version']}"
    if (report["from"], report["to"]) != asked:
        yield f"from and to: {report['from']} {report['to']}, asked {asked}"


def _new_rows(answer: Answer) -> Iterator[str]:
    """Ids, columns, kind, audience and purpose of every new row."""
    known = {row["id"] for row in answer.world.records["activities"]}
    ids = [row["id"] for row in answer.written]
    if len(set(ids)) != len(ids):
        yield f"ids twice: {ids}"
    for row in answer.new:
        item = answer.item_of(row)
        if item is None or item.old is not None:
            yield f"{row['id']}: no such item in the problem"
            continue
        base = ".".join(map(str, item.key))
        names = [base, *(f"{base}.{number}" for number in range(2, 50))]
        wanted = {
            "id": next(name for name in names if name not in known),
            "kind": listed(item.group.terms["activity"])[0],
            "status": "planned",
            "minutes": item.group.series["minutes"],
            "purpose": item.group.terms.get("purpose", ""),
            "audience": listed(item.group.terms.get("audience")),
            "recorded_at": "",
            "people": sorted(row["people"]),
        }
        for key, value in wanted.items():
            if row[key] != value:
                yield f"{row['id']}: {key} is {row[key]!r}, not {value!r}"
        if row["confirmed"] not in ("", "no"):
            yield f"{row['id']}: new and confirmed"


def _no_rule_broken(answer: Answer) -> Iterator[str]:
    for item in answer.items:
        work = answer.laid.get(item.key)
        if work is None or not work.fresh:
            if work is not None and item.hit:
                yield f"{work.id}: hit and stays"
            continue
        for what in lies_badly(answer.world, item, work):
            yield f"{work.id}: {what}"
        if work.start is None:
            yield f"{work.id}: no start"
    yield from breaches(answer.world, answer.works)


def _numbers(answer: Answer) -> Iterator[str]:
    report, worth = answer.report, answer.worth
    if report["promised_short"] != worth.short:
        yield f"promised_short {report['promised_short']}, counted {worth.short}"
    if abs(Fraction(report["points"]) - worth.points) > FOUR_DECIMALS:
        yield f"points {float(report['points'])}, counted {float(worth.points)}"
    gap = 0 if not report["points"] else 1 - Fraction(report["bound"]) / Fraction(report["points"])
    if abs(Fraction(report["gap"]) - gap) > Fraction(1, 1000):
        yield f"gap {float(report['gap'])}, counted {float(gap)}"
    moved = sum(work.fresh for item in answer.items if item.old and (work := answer.laid.get(item.key)))
    if report["placed"] != len(answer.new) + moved:
        yield f"placed {report['placed']}, written {len(answer.new)} new and {moved} moved"
    if answer.replan and report["moved"] != worth.moved:
        yield f"moved {report['moved']}, counted {worth.moved}"


def _not_placed(answer: Answer) -> Iterator[str]:
    listed_items = answer.report["not_placed"]
    for each in listed_items:
        if list(each) != list(NOT_PLACED):
            yield f"keys of not_placed: {list(each)}"
    told = [(each["series"], each["place"], each["period"], str(each["ordinal"])) for each in listed_items]
    missing = [tuple(map(str, item.key)) for item in answer.items if item.key not in answer.laid]
    if sorted(told) != sorted(missing):
        yield f"not_placed {sorted(told)}, missing {sorted(missing)}"
    for each in listed_items:
        item = answer.by_key.get((each["series"], each["place"], each["period"], str(each["ordinal"])))
        if item is not None and each["commitment"] != item.group.series.get("commitment"):
            yield f"commitment of {each}"


def _against_every_plan(answer: Answer, patience: int) -> Iterator[str]:
    search = Exhaust(answer.world, answer.groups, answer.items, answer.standing, patience)
    try:
        least = search.least()
    except TooMany:
        return
    found, report = answer.worth, answer.report
    if found < least:
        yield f"better than every plan: {found} {least}: the second reading is wrong"
    layers = (found.short, found.unplaced), (least.short, least.unplaced)
    if report["not_placed_proven"] and layers[0] != layers[1]:
        yield f"not_placed_proven, but {layers[1]} can be reached and {layers[0]} is: {told(search.best_plan.values())}"
    if layers[0] == layers[1] and found.moved == least.moved and report["bound"] > least.points + FOUR_DECIMALS:
        better = told(search.best_plan.values())
        yield f"bound {float(report['bound'])} is above a plan of {float(least.points)}: {better}"
    if found != least and report["gap"] == 0 and report["not_placed_proven"]:
        yield f"called the best: {found} where {least} can be reached: {told(search.best_plan.values())}"


def told(works: Sequence[Work] | Any) -> str:
    return "; ".join(f"{work.id} {work.day} {work.block} {'+'.join(sorted(work.people))}" for work in works)
