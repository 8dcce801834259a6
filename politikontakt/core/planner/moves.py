"""What a replan moves, as moves.json tells it: from where, to where, and who must hear of it."""

from collections.abc import Mapping
from datetime import date

from politikontakt.core.planner.laid import moved
from politikontakt.core.planner.model import Item, Placement, Plan, Problem


def moves(problem: Problem, plan: Plan) -> list[Mapping[str, object]]:
    """Each row that moves or is dropped, by its old date, then its id. A change of start alone is none."""
    placements = {each.item: each for each in plan}
    changed = [
        (item.old.day, item.old.id, item, placements.get(item.key))
        for item in problem.items
        if item.old is not None and _changes(item, placements.get(item.key))
    ]
    return [_line(item, placement) for _, _, item, placement in sorted(changed, key=lambda each: each[:2])]


def _changes(item: Item, placement: Placement | None) -> bool:
    return item.old is not None and (placement is None or moved(item.old, placement))


def _line(item: Item, placement: Placement | None) -> Mapping[str, object]:
    old = item.old
    assert old is not None
    after = placement.people if placement else ()
    return {
        "id": old.id,
        "from": _where(old.day, old.block, old.people),
        "to": None if placement is None else _where(placement.day, placement.block, placement.people),
        "notify": [*sorted({*old.people, *after}), item.key.place],
    }


def _where(day: date, block: str | None, people: tuple[str, ...]) -> Mapping[str, object]:
    return {"date": day.isoformat(), "block": block, "people": list(people)}
