"""What stands already: rows and meetings that take their people's time and that no plan moves."""

from collections.abc import Iterable

from politikontakt.core.planner.contradictions import block_of, minutes_of
from politikontakt.core.planner.model import Kept
from politikontakt.core.planner.settings import Planning
from politikontakt.core.records.model import Activity, Meeting, Place


def kept_row(row: Activity, series: str | None, planning: Planning, places: dict[str, Place]) -> Kept:
    """An activity as it stands."""
    return Kept(
        code=f"activity:{row.id}",
        day=row.on,
        block=block_of(row, planning.blocks),
        start=None if row.start is None else minutes_of(row.start),
        minutes=row.minutes,
        zone=_zone(row.place, places),
        people=row.people,
        series=series,
        place=row.place,
        done=row.status == "done",
    )


def kept_meetings(meetings: Iterable[Meeting], planning: Planning, places: dict[str, Place]) -> list[Kept]:
    """Every meeting that is not cancelled. One without a start takes the end of its block."""
    return [_kept_meeting(each, planning, places) for each in meetings if each.status != "cancelled"]


def _kept_meeting(meeting: Meeting, planning: Planning, places: dict[str, Place]) -> Kept:
    block, minutes = block_of(meeting, planning.blocks), meeting.minutes or 0
    start = None if meeting.start is None else minutes_of(meeting.start)
    if start is None and block is not None:
        start = planning.blocks[block].last - minutes
    return Kept(
        code=f"meeting:{meeting.id}",
        day=meeting.on,
        block=block,
        start=start,
        minutes=minutes,
        zone=_zone(meeting.place, places),
        people=meeting.people,
        place=meeting.place,
        done=meeting.status == "done",
    )


def _zone(place: str | None, places: dict[str, Place]) -> str | None:
    return places[place].zone if place in places else None
