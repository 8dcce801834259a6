"""How likely a promised number is to be reached with what is planned, and until when it can safely wait.

Planned is not done: each planned visit is carried out with the chance that the place's own record
shows, so what will be done is what is done and a binomial number of what is planned.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import comb

SAFE = Fraction(9, 10)
"""The chance that counts as safe."""
PRIOR_CARRIED_OUT, PRIOR_MISSED = 4, 1
"""What a place without a record is thought to have: 4 of 5 carried out. Its own record soon outweighs it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """6 done, 4 planned, 0.71 the chance of 8; last safe week 21 of 2018.

    `carried_out` is the chance that a planned visit is carried out. `last_safe_week` is the ISO year
    and week; None when no week is left in which the rest could safely begin, or when nothing is missing.
    """

    done: int
    planned: int
    required: int
    carried_out: Fraction
    chance: Fraction
    last_safe_week: tuple[int, int] | None


def forecast(
    *, done: int, planned: int, required: int, carried_out: int, missed: int, days_left: Sequence[date]
) -> Forecast:
    """Look ahead from today.

    `carried_out` and `missed` are the place's own record: planned work up to today that was done and
    that was not. `days_left` are the days on which something can still be done.
    """
    likely = chance_carried_out(carried_out, missed)
    missing = max(0, required - done)
    return Forecast(
        done=done,
        planned=planned,
        required=required,
        carried_out=likely,
        chance=chance_of_at_least(missing, planned, likely),
        last_safe_week=last_safe_week(missing, likely, days_left),
    )


def chance_carried_out(carried_out: int, missed: int) -> Fraction:
    """The chance that planned work is carried out. 3 of 5 so far: (3 + 4) ÷ (5 + 5), that is 0.7."""
    return Fraction(carried_out + PRIOR_CARRIED_OUT, carried_out + missed + PRIOR_CARRIED_OUT + PRIOR_MISSED)


def chance_of_at_least(wanted: int, tries: int, chance: Fraction) -> Fraction:
    """The chance that of so many tries at least `wanted` succeed. With 0.8: 8 of 8 is 0.17, 8 of 10 is 0.68."""
    missed = 1 - chance
    return sum(
        (comb(tries, hits) * chance**hits * missed ** (tries - hits) for hits in range(max(0, wanted), tries + 1)),
        Fraction(0),
    )


def last_safe_week(missing: int, chance: Fraction, days_left: Sequence[date]) -> tuple[int, int] | None:
    """The last ISO week in which the rest can begin, one a week, and be reached with the chance `SAFE`.

    2 missing, each carried out with 0.75: 4 weeks are safe and 3 are not, so it is the last week but three.
    """
    if missing <= 0:
        return None
    weeks = sorted({day.isocalendar()[:2] for day in days_left})
    for needed in range(missing, len(weeks) + 1):
        if chance_of_at_least(missing, needed, chance) >= SAFE:
            return weeks[-needed]
    return None
