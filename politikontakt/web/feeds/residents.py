"""What residents may subscribe to: where the contacts can be met, a place and half a day, as the public page has it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from politikontakt.modules.access.models import Municipality
from politikontakt.web.feeds.calendar import Entry
from politikontakt.web.ui.presence import Meet, all_presence

HALVES = {
    "morning": (time(8), timedelta(hours=4)),
    "afternoon": (time(12), timedelta(hours=5)),
    "evening": (time(17), timedelta(hours=4)),
}
"""When each half begins and how long it is, the same for all: nothing tells when anybody comes or goes."""


def of_residents(here: Municipality, today: date, who: str) -> Sequence[Entry]:
    """Today's and the next 13 days' presence. What is cancelled is simply not there any more."""
    return [_entry(meet, here, who) for meet in all_presence(today)]


def _entry(meet: Meet, here: Municipality, who: str) -> Entry:
    """Named by what it says and nothing else; when it was planned is nobody's business."""
    starts_at, length = HALVES.get(meet.half, (None, timedelta(days=1)))
    name = sha256(repr((here.slug, meet.day.isoformat(), meet.half, meet.place)).encode()).hexdigest()[:32]
    half = f", {meet.half_word}" if meet.half else ""
    return Entry(
        uid=f"{name}@{here.slug}",
        day=meet.day,
        starts_at=starts_at,
        length=length,
        summary=f"{who}: {meet.place}{half}",
        place=meet.place,
        changed_at=datetime.combine(meet.day - timedelta(days=14), time(), UTC),
    )
