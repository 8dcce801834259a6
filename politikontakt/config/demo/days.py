"""Days of the demo: its today, and the local instant at which something was written down."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

TODAY = date(2018, 3, 15)
"""What the demo takes for today: a Thursday."""

ZONE = ZoneInfo("Europe/Oslo")


def day(text: str) -> date:
    """2018-03-15 → the date."""
    return date.fromisoformat(text)


def clock_time(text: str) -> time:
    """08:15 → the time."""
    return time.fromisoformat(text)


def instant(on: date, at: time) -> datetime:
    """A local time of a day."""
    return datetime.combine(on, at, ZONE)
