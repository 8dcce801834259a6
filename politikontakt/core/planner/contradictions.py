"""Work that people have set on days on which its people are away: nobody but they can say which is right."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time

from politikontakt.core.faults import Fault
from politikontakt.core.planner.model import Block
from politikontakt.core.records.columns import BLOCKS
from politikontakt.core.records.model import Activity, Availability, Meeting, Records

Lines = Mapping[str, Sequence[int]]
"""The line of each row, by file of the records."""


def line_of(lines: Lines, file: str, row: int) -> int | None:
    """The line of a row, counted from 0 in its file, where it is known."""
    known = lines.get(file, ())
    return known[row] if row < len(known) else None


def on_absences(records: Records, blocks: Mapping[str, Block], since: date | None, lines: Lines) -> Iterator[Fault]:
    """Each planned meeting and confirmed planned row from `since` on that lies on an absence, with both rows named."""
    set_by_people: list[tuple[str, str, int, Meeting | Activity]] = [
        *(("meeting_on_absence", "meetings.csv", row, each) for row, each in enumerate(records.meetings)),
        *(
            ("confirmed_on_absence", "activities.csv", row, each)
            for row, each in enumerate(records.activities)
            if each.confirmed
        ),
    ]
    away: dict[str, list[tuple[int, Availability]]] = defaultdict(list)
    for row, absence in enumerate(records.availability):
        away[absence.person].append((row, absence))
    for code, file, row, work in set_by_people:
        if work.status == "planned" and (since is None or work.on >= since):
            of_them = [each for person in work.people for each in away[person]]
            for values in _clashes(work, of_them, block_of(work, blocks), lines):
                yield Fault(code, file, line_of(lines, file, row), "date", values)


def _clashes(
    work: Meeting | Activity, away: Sequence[tuple[int, Availability]], block: str | None, lines: Lines
) -> Iterator[Mapping[str, object]]:
    """What there is to say of each absence, given with its row, that takes one of the people away."""
    for row, absence in away:
        if absence.first <= work.on <= absence.last and _away(absence, block):
            yield {
                "id": work.id,
                "person": absence.person,
                "day": work.on,
                "first": absence.first,
                "last": absence.last,
                "other_file": "availability.csv",
                "other_line": line_of(lines, "availability.csv", row),
            }


def _away(absence: Availability, block: str | None) -> bool:
    """Without a block only an absence in all three says that the person can't be there."""
    away = set(absence.blocks or BLOCKS)
    return block in away if block else len(away) == len(BLOCKS)


def block_of(work: Meeting | Activity, blocks: Mapping[str, Block]) -> str | None:
    """The block in which it begins; without a start, or with one outside all blocks, the one a meeting names."""
    if work.start is not None:
        start = minutes_of(work.start)
        for each in blocks.values():
            if each.first <= start < each.last:
                return each.name
    return work.block if isinstance(work, Meeting) else None


def minutes_of(clock: time) -> int:
    """A clock time in minutes after midnight."""
    return clock.hour * 60 + clock.minute
