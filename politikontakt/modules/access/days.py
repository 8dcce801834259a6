"""Days on their way to the database."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from politikontakt.core.calendar.reach import EARLIEST, LATEST, within_reach
from politikontakt.modules.access.errors import DayOutOfReach

OLDER = frozenset({"opened_on"})
"""What may lie further back: a school is often older than any agreement."""


def refuse_days_out_of_reach(content: Mapping[str, Any]) -> None:
    """Refuse content with a day that nobody can have meant, such as one in the year 218.

    Whole files are content by their fingerprints, so their days are left to the files' own rules.
    """
    for day in days({name: value for name, value in content.items() if name not in OLDER}):
        if not within_reach(day):
            raise DayOutOfReach(day=day, earliest=EARLIEST, latest=LATEST)


def days(value: Any) -> Iterator[date]:
    """Every day within a value, however deep."""
    if isinstance(value, datetime):
        yield value.date()
    elif isinstance(value, date):
        yield value
    elif isinstance(value, Mapping):
        yield from (day for each in value.values() for day in days(each))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (day for each in value for day in days(each))
