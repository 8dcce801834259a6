"""What a plan's report says: how good it is, how good it could be, and what found no place and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from politikontakt.core.planner.laid import items_by_key, moved
from politikontakt.core.planner.model import Item, Problem, Solution
from politikontakt.core.planner.objective import layers

_POINTS = Fraction(1, 10000)
_NOTHING_PROVEN = Fraction(0)
"""No plan has fewer points than none."""


@dataclass(frozen=True, slots=True)
class Exactly:
    """A number that is written with four decimals, however many of them are 0."""

    text: str

    @classmethod
    def rounded(cls, number: Fraction) -> "Exactly":
        """To the nearest ten-thousandth, halves up."""
        return cls(_written((number / _POINTS + Fraction(1, 2)).__floor__()))

    @classmethod
    def at_most(cls, number: Fraction) -> "Exactly":
        """Rounded down, as a bound must be."""
        return cls(_written((number / _POINTS).__floor__()))

    def __float__(self) -> float:
        return float(self.text)


def _written(ten_thousandths: int) -> str:
    sign, rest = ("-", -ten_thousandths) if ten_thousandths < 0 else ("", ten_thousandths)
    return f"{sign}{rest // 10000}.{rest % 10000:04}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the report repeats of the question."""

    version: str
    first: date
    last: date
    seconds: float
    replan: bool = False


def report(problem: Problem, solution: Solution, asked: Asked) -> Mapping[str, object]:
    """The content of report.json, its keys in their order."""
    quality = layers(problem, solution.plan)
    points = Exactly.rounded(quality.points)
    bound = Exactly.at_most(min(solution.bound or _NOTHING_PROVEN, quality.points))
    found: dict[str, object] = {
        "version": asked.version,
        "from": asked.first.isoformat(),
        "to": asked.last.isoformat(),
        "points": points,
        "bound": bound,
        "gap": _gap(points, bound),
        "placed": _placed(problem, solution),
        "promised_short": quality.short,
        "not_placed": not_placed(problem, solution),
        "not_placed_proven": solution.not_placed_proven,
        "stopped": solution.stopped,
        "seconds": round(asked.seconds, 3),
    }
    if asked.replan:
        found["moved"] = quality.moved
        found["meetings_hit"] = list(problem.meetings_hit)
        found["rows_hit"] = list(problem.rows_hit)
    return found


def _gap(points: Exactly, bound: Exactly) -> float:
    """(points − bound) ÷ points; 0 when there are no points."""
    return 0.0 if float(points) == 0 else (float(points) - float(bound)) / float(points)


def _placed(problem: Problem, solution: Solution) -> int:
    """New rows, and in a replan moved ones too."""
    items = items_by_key(problem)
    old = [(items[each.item].old, each) for each in solution.plan]
    return sum(row is None or moved(row, placement) for row, placement in old)


def not_placed(problem: Problem, solution: Solution) -> list[Mapping[str, object]]:
    """Each item that found no place, in the order of the file, then place, period and ordinal."""
    placed = {each.item for each in solution.plan}
    order = {series: number for number, series in enumerate(problem.needed)}
    missing = [item for item in problem.items if item.key not in placed]
    missing.sort(key=lambda item: (order[item.key.series], *item.key))
    return [_line(item, solution) for item in missing]


def _line(item: Item, solution: Solution) -> Mapping[str, object]:
    return {
        "series": item.key.series,
        "place": item.key.place,
        "period": item.key.period.isoformat(),
        "ordinal": item.key.ordinal,
        "commitment": item.group.commitment,
        "conflict": list(solution.conflicts.get(item.key, ())),
    }
