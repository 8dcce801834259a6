"""Whether a replan changes only what it may, and tells every move, who must hear, and what is hit."""

import json
from collections.abc import Iterator
from typing import Any

from tests.oracle.planner.auditing import Answer
from tests.oracle.planner.grid import may_move
from tests.oracle.planner.world import Work
from tests.oracle.planner.worth import has_moved
from tests.oracle.reading import Row

KEPT = ("id", "kind", "minutes", "place", "purpose", "audience", "themes", "partner", "recorded_at")


def move_differences(answer: Answer) -> Iterator[str]:
    """Everything about moves that is not as described."""
    yield from _changed_rows(answer)
    yield from _told_moves(answer)
    yield from _hit(answer)


def _changed_rows(answer: Answer) -> Iterator[str]:
    for name, row in answer.changed.items():
        old = answer.world.rows[name]
        item = answer.by_old.get(name)
        if item is None or not may_move(answer.world, old):
            yield f"{name} may not move: done, confirmed, out of from..to or without an ordinal"
            continue
        for key in KEPT:
            if row[key] != old[key]:
                yield f"{name}: {key} was {old[key]!r} and is {row[key]!r}"
        work = answer.world.work_of(row)
        if row["status"] == "planned" and not has_moved(answer.world, work) and row["start"] == old["start"]:
            yield f"{name}: written without a change"


def _told_moves(answer: Answer) -> Iterator[str]:
    told = json.loads((answer.out / "moves.json").read_text("utf-8"))
    wanted = [_move(answer, name, row) for name, row in answer.changed.items() if _is_move(answer, row)]
    wanted.sort(key=lambda one: (one["from"]["date"], one["id"]))
    if told != wanted:
        yield f"moves.json {told}, counted {wanted}"
    for one in told:
        if list(one) != ["id", "from", "to", "notify"] or list(one["from"]) != ["date", "block", "people"]:
            yield f"keys of {one}"


def _is_move(answer: Answer, row: Row) -> bool:
    return row["status"] == "cancelled" or has_moved(answer.world, answer.world.work_of(row))


def _move(answer: Answer, name: str, row: Row) -> dict[str, Any]:
    old = answer.world.work_of(answer.world.rows[name])
    now = None if row["status"] == "cancelled" else answer.world.work_of(row)
    hear = old.people | (now.people if now else frozenset())
    return {
        "id": name,
        "from": _where(old),
        "to": _where(now) if now else None,
        "notify": [*sorted(hear), old.place],
    }


def _where(work: Work) -> dict[str, Any]:
    return {"date": f"{work.day}", "block": work.block, "people": sorted(work.people)}


def _hit(answer: Answer) -> Iterator[str]:
    world = answer.world
    meetings = sorted(
        row["id"]
        for row in world.records["meetings"]
        if row["status"] == "planned" and row["date"] >= world.first and world.is_hit(row["people"], row["date"])
    )
    if answer.report["meetings_hit"] != meetings:
        yield f"meetings_hit {answer.report['meetings_hit']}, counted {meetings}"
    rows = sorted(
        name
        for name, row in world.rows.items()
        if row["status"] == "planned" and world.is_hit(row["people"], row["date"]) and name not in answer.by_old
    )
    if answer.report["rows_hit"] != rows:
        yield f"rows_hit {answer.report['rows_hit']}, counted {rows}"
