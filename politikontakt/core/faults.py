"""A fault in a file that somebody gave us: where it is and what is wrong, as a code.

The sentences ("what is wrong; what to do") belong to the screen: `web/ui/wording/faults.py`
has one pair for each code. A reader collects every fault of a file before it gives up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a file.

    `file` is the name the user knows (`places.csv`), `line` counts from 1 and is None where
    it can't be known, `key` is the column or the dotted key (`clause[3].commitment[0].per`),
    `values` holds what the sentence needs (the value found, the choices that exist).
    """

    code: str
    file: str
    line: int | None = None
    key: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


class FaultyInput(Exception):
    """Input that can't be used. Carries every fault found, never only the first."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(faults)
