"""Open meetings that residents may come to: what about, when and where. Those are announced to the minute."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.queries import BY_THE_CLOCK, activities
from politikontakt.web.ui.wording.vocabulary import AUDIENCES, THEMES, listed

KIND = "open_meeting"
DAYS_AHEAD = 60
LINES = 4


@dataclass(frozen=True, slots=True)
class OpenMeeting:
    """One line. `themes` and `audience` are in words, "" where none are named."""

    day: date
    starts_at: time | None
    place: str
    themes: str
    audience: str


def open_meetings(today: date) -> list[OpenMeeting]:
    """The next ones planned, today's too, the earliest first."""
    rows = activities(first=today, last=today + timedelta(days=DAYS_AHEAD)).filter(kind=KIND, status="planned")
    return [_line(row) for row in rows.order_by("happened_on", BY_THE_CLOCK, "id")[:LINES]]


def _line(row: Activity) -> OpenMeeting:
    """The note is not shown: it is for the parties."""
    place = row.place.name if row.place else ""
    themes, audience = listed(THEMES, row.themes), listed(AUDIENCES, row.audience)
    return OpenMeeting(row.happened_on, row.starts_at, place, themes.lower(), audience.lower())
