"""The day a page speaks of: today, or the day asked for by `?on=2018-03-15`."""

from dataclasses import dataclass
from datetime import date

from politikontakt.core.calendar.reach import within_reach
from politikontakt.web.ui.requests import PageRequest


@dataclass(frozen=True, slots=True)
class AsOf:
    """`day` is what the page shows. `misread` is what was asked for, where no day could be read from it."""

    day: date
    today: date
    misread: str = ""

    @property
    def other_day(self) -> bool:
        """Whether the page shows another day than today."""
        return self.day != self.today

    @property
    def query(self) -> str:
        """What links on the page carry on, so that one stays on the day: `on=2018-03-15` or nothing."""
        return f"on={self.day.isoformat()}" if self.other_day else ""


def as_of(request: PageRequest) -> AsOf:
    """The day a request asks for. What can't be read shows today and is named, never guessed."""
    asked = request.GET.get("on", "").strip()
    if not asked:
        return AsOf(request.today, request.today)
    day = read_day(asked)
    return AsOf(day, request.today) if day else AsOf(request.today, request.today, misread=asked[:40])


def read_day(text: str) -> date | None:
    """A day as the browser's field sends it (2018-03-15) or as people write it (15.3.2018); None where it is none.

    A page can speak of no day that can't be written either.
    """
    parts = text.split("-") if "-" in text else list(reversed(text.split(".")))
    try:
        year, month, day = (int(each) for each in parts)
        found = date(year, month, day)
    except ValueError:
        return None
    return found if within_reach(found) else None
