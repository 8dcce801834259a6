"""The days that anything here can be about: what is typed outside them is a slip of the pen."""

from datetime import date

EARLIEST, LATEST = date(1950, 1, 1), date(2099, 12, 31)
"""Both included. Nothing was agreed further away, and every later day is one that a page can show."""


def within_reach(day: date) -> bool:
    """Whether a day is one that work, a role or a promise can lie on: 1 January 1950 is, the year 218 is not."""
    return EARLIEST <= day <= LATEST
