"""Everything that takes somebody's time under a plan: what stands and what the plan lays, side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from politikontakt.core.planner.model import Item, ItemKey, OldRow, Placement, Plan, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """One row or meeting under a plan. `new` when the plan puts it there: a new row, or an old one that moves.

    `code` names it: `activity:ID` or `meeting:ID` for what stands, `item:KEY` for what the plan lays.
    """

    code: str
    day: date
    block: str | None
    start: int | None
    minutes: int
    zone: str | None
    people: tuple[str, ...]
    series: str | None
    place: str | None
    new: bool
    item: Item | None = None

    @property
    def visit(self) -> tuple[date, str]:
        """The day and block for which a zone's travel is paid once. Without a block it is one of its own."""
        return self.day, self.block or self.code


def moved(old: OldRow, placement: Placement) -> bool:
    """Whether date, block or people change. Another start alone is no move."""
    return (placement.day, placement.block, placement.people) != (old.day, old.block, old.people)


def items_by_key(problem: Problem) -> Mapping[ItemKey, Item]:
    """The problem's items, to be found by their keys."""
    return {item.key: item for item in problem.items}


def laid(problem: Problem, plan: Plan) -> tuple[Laid, ...]:
    """What stands, then the plan's placements in their order. Those of unknown items are left out."""
    items = items_by_key(problem)
    return (*_standing(problem), *(_placed(items[each.item], each) for each in plan if each.item in items))


def _standing(problem: Problem) -> list[Laid]:
    return [
        Laid(
            code=each.code,
            day=each.day,
            block=each.block,
            start=each.start,
            minutes=each.minutes,
            zone=each.zone,
            people=each.people,
            series=each.series,
            place=each.place,
            new=False,
        )
        for each in problem.kept
    ]


def _placed(item: Item, placement: Placement) -> Laid:
    return Laid(
        code=f"activity:{item.old.id}" if item.old else f"item:{'/'.join(map(str, item.key))}",
        day=placement.day,
        block=placement.block,
        start=placement.start,
        minutes=item.minutes,
        zone=item.group.zone,
        people=placement.people,
        series=item.key.series,
        place=item.key.place,
        new=item.old is None or moved(item.old, placement),
        item=item,
    )
