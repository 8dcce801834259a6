"""The bar of standings: one field for each, as wide as it is many. What nobody measured is hatched."""

from collections.abc import Mapping
from dataclasses import dataclass

WIDTH = 420
GAP = 2
ORDER = (
    "kept",
    "late",
    "on_track",
    "at_risk",
    "disputed",
    "broken",
    "not_due",
    "waived",
    "excused",
    "not_measured",
)
FILL = {
    "kept": "var(--pk-good)",
    "late": "var(--ds-color-neutral-base-default)",
    "on_track": "var(--pk-accent)",
    "at_risk": "var(--ds-color-warning-border-default)",
    "disputed": "var(--pk-split)",
    "broken": "var(--pk-bad)",
    "not_due": "var(--pk-rule)",
    "waived": "var(--pk-line)",
    "excused": "var(--pk-line)",
}


@dataclass(frozen=True, slots=True)
class Part:
    """The field of one standing: how many, and from where to where. `fill` None = hatched."""

    code: str
    count: int
    x: float
    width: float
    fill: str | None


def parts(counts: Mapping[str, int]) -> tuple[Part, ...]:
    """The fields of the bar in a fixed order, 420 wide in all with 2 between; a standing of none has no field.

    2, 15 and 3 of 20 are 41.6, 312 and 62.4 wide.
    """
    present = [code for code in ORDER if counts.get(code, 0) > 0]
    total = sum(counts[code] for code in present)
    room = WIDTH - GAP * (len(present) - 1)
    fields = []
    x = 0.0
    for code in present:
        width = room * counts[code] / total
        fields.append(Part(code, counts[code], round(x, 1), round(width, 1), FILL.get(code)))
        x += width + GAP
    return tuple(fields)
