"""Arguments that several commands take, read or refused."""

import argparse
import re
from datetime import date
from typing import TYPE_CHECKING

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.verdict import Standing

if TYPE_CHECKING:
    from politikontakt.core.planner.capacity.what_if import Change
    from politikontakt.core.planner.crew import Lost

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day(written: str) -> date:
    """A day, YYYY-MM-DD."""
    try:
        if _DAY.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{written} is not a day that exists; choose another") from None
    raise argparse.ArgumentTypeError(f"{written!r} is not a day; write it as YYYY-MM-DD, such as 2018-03-15")


def standings(written: str) -> frozenset[Standing]:
    """Standings with commas between."""
    names = [name.strip() for name in written.split(",")]
    known = {standing.value for standing in Standing}
    wrong = [name for name in names if name not in known]
    if wrong:
        choices = ", ".join(standing.value for standing in Standing)
        raise argparse.ArgumentTypeError(f"{wrong[0]!r} is not a standing; choose from {choices}")
    return frozenset(Standing(name) for name in names)


def seconds(written: str) -> float:
    """A number of seconds from 0 on; 0 takes the first plan there is."""
    try:
        number = float(written)
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        raise argparse.ArgumentTypeError(f"{written!r} is not a number of seconds; write one from 0 on, such as 60")
    return number


def lost(written: str) -> "Lost":
    """Days that a person loses: PERSON:FIRST..LAST, or PERSON:DAY for one."""
    from politikontakt.core.planner.crew import Lost

    person, colon, days = written.rpartition(":")
    first, dots, last = days.partition("..")
    if not (person and colon):
        wanted = "PERSON:FIRST..LAST, such as anna:2018-03-20..2018-03-23"
        raise argparse.ArgumentTypeError(f"{written!r} does not say who loses which days; write {wanted}")
    begins, ends = day(first), day(last if dots else first)
    if ends < begins:
        raise argparse.ArgumentTypeError(f"{written!r} ends before it begins; write the earlier day first")
    return Lost(person, DayRange(begins, ends))


def change(written: str) -> "Change":
    """Another value for a term: COMMITMENT.TERM=VALUE."""
    from politikontakt.core.planner.capacity.what_if import Change

    name, equals, value = written.partition("=")
    commitment, point, term = name.strip().rpartition(".")
    if not (equals and point and commitment and term):
        wanted = "COMMITMENT.TERM=VALUE, such as P12b.at_least=10"
        raise argparse.ArgumentTypeError(f"{written!r} does not say what to change; write {wanted}")
    return Change(commitment, term, value.strip())
