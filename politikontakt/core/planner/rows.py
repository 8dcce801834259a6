"""A plan as rows of activities.csv, each with the time it begins and an id of its own."""

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, time

from politikontakt.core.planner.hard.diary import Diary
from politikontakt.core.planner.hard.timetable import busy
from politikontakt.core.planner.laid import items_by_key, laid, moved
from politikontakt.core.planner.model import Item, ItemKey, Placement, Plan, Problem
from politikontakt.core.planner.starts import Job, start_times
from politikontakt.core.records.model import Activity, Records


class NoTimes(Exception):
    """A block whose rows can't be given times: the plan breaks a hard rule."""


def timed(problem: Problem, plan: Plan) -> Plan:
    """The plan with a start for each placement in a block. Rows that stay keep theirs where they can.

    Raises `NoTimes` for a plan that `check.faults` would not let pass.
    """
    items = items_by_key(problem)
    diary = Diary(problem, laid(problem, ()))
    blocks: dict[tuple[date, str], list[Placement]] = defaultdict(list)
    found: dict[ItemKey, Placement] = {}
    for each in plan:
        if each.block is None or each.start is not None:
            found[each.item] = each
        else:
            blocks[each.day, each.block].append(each)
    for (day, block), together in sorted(blocks.items()):
        for each, start in _starts(problem, items, diary, (day, block), together):
            found[each.item] = dataclasses.replace(each, start=start)
    return tuple(found[each.item] for each in plan)


def _starts(
    problem: Problem,
    items: Mapping[ItemKey, Item],
    diary: Diary,
    when: tuple[date, str],
    together: Sequence[Placement],
) -> Sequence[tuple[Placement, int]]:
    """Times for what lies in one block: first with the rows that stay where they began, else with all of them free."""
    day, block = when
    staying = [(each, old) for each in together if (old := _old_start(items[each.item], each)) is not None]
    for fixed in (staying, []):
        given = {each.item: start for each, start in fixed}
        spans = {person: list(taken) for person, taken in busy(diary, day).items()}
        for each, start in fixed:
            for person in each.people:
                spans.setdefault(person, []).append((start, start + items[each.item].minutes))
        free = sorted((each for each in together if each.item not in given), key=lambda each: _order(items[each.item]))
        jobs = [Job(items[each.item].minutes, each.people) for each in free]
        starts = start_times(problem.blocks[block], jobs, spans)
        if starts is not None:
            return [*fixed, *zip(free, starts, strict=True)]
    raise NoTimes(f"{day} {block}")


def _old_start(item: Item, placement: Placement) -> int | None:
    return item.old.start if item.old is not None and not moved(item.old, placement) else None


def _order(item: Item) -> tuple[str, ItemKey]:
    """What lies in one zone follows each other."""
    return item.group.zone or "", item.key


def row_id(key: ItemKey, known: Collection[str]) -> str:
    """`SERIES.PLACE.PERIOD.ORDINAL`, with `.2`, `.3` … added where that is an id already."""
    plain = f"{key.series}.{key.place}.{key.period}.{key.ordinal}"
    name, number = plain, 1
    while name in known:
        number += 1
        name = f"{plain}.{number}"
    return name


def new_rows(problem: Problem, plan: Plan, records: Records) -> list[Activity]:
    """The rows of the plan that were not there, by day, start and id. The plan is `timed`."""
    items = items_by_key(problem)
    known = {row.id for row in records.activities}
    found = [_new_row(items[each.item], each, known) for each in plan if items[each.item].old is None]
    return sorted(found, key=in_order)


def _new_row(item: Item, placement: Placement, known: Collection[str]) -> Activity:
    group = item.group
    return Activity(
        id=row_id(item.key, known),
        kind=group.kind,
        status="planned",
        on=placement.day,
        start=clock(placement.start),
        minutes=item.minutes,
        place=item.key.place,
        people=placement.people,
        purpose=group.purpose,
        audience=group.audience,
        series=item.key.series,
        period=item.key.period,
        ordinal=item.key.ordinal,
    )


def changed_rows(problem: Problem, plan: Plan, records: Records) -> list[Activity]:
    """The rows that were there and are otherwise now: moved, begun at another time, or dropped and so cancelled."""
    rows = {row.id: row for row in records.activities}
    placements = {each.item: each for each in plan}
    found = []
    for item in problem.items:
        if item.old is None:
            continue
        row, placement = rows[item.old.id], placements.get(item.key)
        if placement is None:
            found.append(dataclasses.replace(row, status="cancelled"))
        elif moved(item.old, placement) or placement.start not in (None, item.old.start):
            found.append(_moved_row(row, item, placement))
    return sorted(found, key=in_order)


def _moved_row(row: Activity, item: Item, placement: Placement) -> Activity:
    """The same row elsewhere. What a place had confirmed was the old day: the new one nobody has confirmed."""
    elsewhere = item.old is not None and moved(item.old, placement)
    return dataclasses.replace(
        row,
        on=placement.day,
        start=clock(placement.start),
        people=placement.people,
        confirmed=False if row.confirmed and elsewhere else row.confirmed,
        series=item.key.series,
        period=item.key.period,
        ordinal=item.key.ordinal,
    )


def in_order(row: Activity) -> tuple[date, bool, time, str]:
    """By day, start (an empty one last), then id."""
    return row.on, row.start is None, row.start or time.min, row.id


def clock(minutes: int | None) -> time | None:
    """Minutes after midnight as a clock time."""
    return None if minutes is None else time(minutes // 60, minutes % 60)
