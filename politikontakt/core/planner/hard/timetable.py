"""Rows of one contact don't overlap and end within their block."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from politikontakt.core.planner.hard.breach import PlanFault, breach
from politikontakt.core.planner.hard.diary import Diary, by
from politikontakt.core.planner.laid import Laid
from politikontakt.core.planner.starts import Job, Span, start_times


def breaches(diary: Diary) -> Iterator[PlanFault]:
    """Rows that begin outside their block, end after it, or overlap; and blocks whose rows find no times at all."""
    yield from _outside(diary)
    yield from _overlaps(diary)
    open_rows = [row for row in diary.rows if row.item is not None and row.start is None and row.block is not None]
    for (day, block), rows in by(open_rows, lambda row: (row.day, row.block)).items():
        if block is not None and not _find_times(diary, day, block, rows):
            yield breach("no_times", rows, day=day, block=block)


def _outside(diary: Diary) -> Iterator[PlanFault]:
    for row in diary.rows:
        if row.start is None or row.block is None:
            continue
        block = diary.problem.blocks[row.block]
        if not block.first <= row.start < block.last or row.start + row.minutes > block.last:
            yield breach("outside_block", [row], day=row.day, block=row.block)


def _overlaps(diary: Diary) -> Iterator[PlanFault]:
    for person in diary.problem.contacts:
        for day, rows in diary.grouped(person, lambda row: row.day).items():
            timed = sorted((row for row in rows if row.start is not None), key=lambda row: (row.start, row.code))
            for number, row in enumerate(timed):
                for other in timed[number + 1 :]:
                    if _overlap(row, other):
                        yield breach("overlap", [row, other], day=day, person=person)


def _overlap(row: Laid, other: Laid) -> bool:
    if row.start is None or other.start is None or not row.minutes or not other.minutes:
        return False
    return row.start < other.start + other.minutes and other.start < row.start + row.minutes


def _find_times(diary: Diary, day: date, block: str, rows: Sequence[Laid]) -> bool:
    jobs = [Job(row.minutes, row.people) for row in rows]
    return start_times(diary.problem.blocks[block], jobs, busy(diary, day)) is not None


def busy(diary: Diary, day: date) -> dict[str, list[Span]]:
    """The time each contact has given away that day at hours that are fixed."""
    found: dict[str, list[Span]] = defaultdict(list)
    for row in diary.by_day[day]:
        if row.start is not None and row.minutes:
            for person in row.people:
                found[person].append((row.start, row.start + row.minutes))
    return found
