"""When something becomes known. The real instant, but for work that tells of another time: the demo's three years.

Only programs of our own open `at`; nothing that a user sends can.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """The instant to store as the time of recording."""
    return _told.get() or timezone.now()


@contextmanager
def at(instant: datetime) -> Iterator[None]:
    """Record what is written inside as if it were written at `instant` (with time zone)."""
    before = _told.set(instant)
    try:
        yield
    finally:
        _told.reset(before)
