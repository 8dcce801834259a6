"""What a plan is worth, worked out again from the files on disk.

Written from the description of the planner alone and on purpose without a line of the product: naive,
slow, one day at a time. `worth` reads the agreement, the records, planning.toml and what `plan` or
`replan` wrote, and gives the layers that the report must agree with to the digit.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from bench.recompute.points import Points
from bench.recompute.promises import Lost


@dataclass(frozen=True)
class Worth:
    """The layers, exact."""

    short: int
    unplaced: Fraction
    moved: int
    points: Fraction


def worth(agreement: Path, records: Path, out: Path, first: date, last: date, lost: Lost | None = None) -> Worth:
    """The worth of the plan in `out`, or with `lost` of the mended plan."""
    world = Points(agreement, records, out, first, last, lost)
    world.give_ordinals()
    return Worth(world.short(), world.unplaced(), world.moved(), world.points())
