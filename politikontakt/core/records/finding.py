"""Something wrong with a row, by its place in `Records`, before anybody asks for its line."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """`row` counts from 0 in its file, -1 for what is not there.

    `other_row` is the row of the same file that it is at odds with.
    """

    code: str
    file: str
    row: int
    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    other_row: int | None = None
