"""Pips: n of m as small fields, with a stroke where we ought to be today."""

from dataclasses import dataclass

HIGHEST = 24
"""Above this many, pips say nothing that the number does not say better."""
WIDE, NARROW = 13.5, 6.5
GAP = 5.5


@dataclass(frozen=True, slots=True)
class Pip:
    """One field: where it begins and whether it is done, today or open."""

    x: float
    state: str


@dataclass(frozen=True, slots=True)
class Pips:
    """A row of fields ready to draw. `mark` is where the stroke for "expected" stands, None without one."""

    fields: tuple[Pip, ...]
    field_width: float
    width: float
    mark: float | None


def pips(
    done: int, required: int, expected: int | None = None, *, today: bool = False, small: bool = False
) -> Pips | None:
    """`done` of `required`; None when there is nothing to count or too many to see.

    5 of 8 is five filled fields and three empty; what is done beyond `required` is not drawn.
    `today` marks the next field as the one that happens today; `small` is for a phone's row.
    """
    if not 0 < required <= HIGHEST:
        return None
    field = NARROW if small or required > 8 else WIDE
    step = field + GAP
    states = ["done"] * min(done, required) + ["today"] * today
    states = (states + ["open"] * required)[:required]
    fields = tuple(Pip(round(0.75 + number * step, 2), state) for number, state in enumerate(states))
    mark = None if expected is None else round(min(expected, required) * step - (GAP - 1.5) / 2, 2)
    return Pips(fields, field, round(required * step, 2), mark)
