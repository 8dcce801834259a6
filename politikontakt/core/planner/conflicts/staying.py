"""Old rows that break a rule among themselves may go on doing so: a rule counts where something new takes part."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from politikontakt.core.planner.solve.lp import INFINITY, Program

Entries = Sequence[dict[int, float]]
"""What each column has in which row."""


def let_stay(program: Program, stays: Sequence[bool], choices: Entries, extra: Entries) -> list[dict[int, float]]:
    """Let each row that is broken when all that may stay does hold only once a new choice takes part in it.

    `extra` are the columns that say whether something takes place; −1 joins them to the choices that make it do so.
    Gives more columns of that sort, and joins the choices to them. To be called before the rows are loaded.
    """
    if not any(stays):
        return []
    left = _when_all_stay(stays, choices, extra)
    more: list[dict[int, float]] = []
    for row, total in sorted(left.items()):
        if total > program.upper[row]:
            column = {row: total - program.upper[row]}
            program.upper[row] = total
            for number in _new_in(row, stays, choices, extra):
                join = program.row(-INFINITY, 0)
                choices[number][join], column[join] = 1.0, -1.0
            more.append(column)
    return more


def _when_all_stay(stays: Sequence[bool], choices: Entries, extra: Entries) -> Mapping[int, float]:
    """What each row comes to when every row that may stay does, and nothing else is laid."""
    found: dict[int, float] = defaultdict(float)
    for entries, staying in zip(choices, stays, strict=True):
        for row, value in entries.items() if staying else ():
            found[row] += value
    joins = {row for column in extra for row, value in column.items() if value < 0}
    for column in extra:
        if any(row in joins and found.get(row, 0) > 0 for row in column):
            for row, value in column.items():
                if row not in joins:
                    found[row] += value
    return {row: total for row, total in found.items() if row not in joins}


def _new_in(row: int, stays: Sequence[bool], choices: Entries, extra: Entries) -> list[int]:
    """The choices that are not staying and have a part in the row, by themselves or by what they make take place."""
    through = {join for column in extra if row in column for join, value in column.items() if value < 0}
    return [
        number
        for number, entries in enumerate(choices)
        if not stays[number] and (row in entries or not through.isdisjoint(entries))
    ]
