"""What a contact does in one block, with the travel to it, fits in the block."""

from collections.abc import Iterator

from politikontakt.core.planner.hard.breach import PlanFault, breach
from politikontakt.core.planner.hard.diary import Diary, travel_of


def breaches(diary: Diary) -> Iterator[PlanFault]:
    """Blocks with more minutes of rows, meetings and travel than they have. A joint item counts in full for each."""
    problem = diary.problem
    for person in problem.contacts:
        for (day, block), rows in diary.grouped(person, lambda row: (row.day, row.block)).items():
            if block is None:
                continue
            minutes = sum(row.minutes for row in rows) + travel_of(problem, rows)
            length = problem.blocks[block].minutes
            if minutes > length:
                yield breach("block_full", rows, day=day, person=person, block=block, minutes=minutes, most=length)
