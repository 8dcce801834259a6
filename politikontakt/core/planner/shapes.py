"""The shapes of what only planning.toml holds: times of day, seasons, how many people, weights."""

import re
from datetime import date
from typing import Any

from politikontakt.core.agreement.shapes import Names, Shape, Wrong, number, whole_number

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_MONTH_DAY = re.compile(r"([0-9]{2})-([0-9]{2})")
_LEAP_YEAR = 2000
_MOST_PEOPLE = 1000
MOST = 1_000_000_000
"""Minutes and the like: far above anything that is meant, far below where machines lose count."""


def _pair(value: Any, code: str) -> list[Wrong] | None:
    is_pair = isinstance(value, list) and len(value) == 2
    return None if is_pair else [Wrong(code, {"found": value})]


def hours() -> Shape:
    """Two clock times, first and last, as `["08:00", "11:30"]` → minutes after midnight."""

    def read(value: Any, _names: Names) -> Any:
        wrong = _pair(value, "not_two_clocks")
        if wrong:
            return wrong
        found = [_CLOCK.fullmatch(each) if isinstance(each, str) else None for each in value]
        wrongs = [Wrong("not_clock", {"found": value[at]}, f"[{at}]") for at, each in enumerate(found) if each is None]
        if wrongs:
            return wrongs
        first, last = (int(each[1]) * 60 + int(each[2]) for each in found if each)
        return (first, last) if first < last else [Wrong("block_backwards", {"found": value})]

    return Shape("hours", read)


def season() -> Shape:
    """Two month-days, first and last, as `["08-15", "06-10"]` → ((8, 15), (6, 10)). It may run over New Year."""

    def read(value: Any, _names: Names) -> Any:
        wrong = _pair(value, "not_two_month_days")
        if wrong:
            return wrong
        found = [_month_day(each) for each in value]
        wrongs = [Wrong("not_month_day", {"found": value[at]}, f"[{at}]") for at, each in enumerate(found) if not each]
        return wrongs or tuple(found)

    return Shape("season", read)


def _month_day(text: Any) -> tuple[int, int] | None:
    found = _MONTH_DAY.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        return None
    try:
        day = date(_LEAP_YEAR, int(found[1]), int(found[2]))
    except ValueError:
        return None
    return day.month, day.day


def people() -> Shape:
    """How many contacts at the same time → int, or None for "all"."""
    count = whole_number(least=1, most=_MOST_PEOPLE)

    def read(value: Any, names: Names) -> Any:
        if value == "all":
            return None
        return [Wrong("not_people", {"found": value})] if isinstance(value, str) else count.read(value, names)

    return Shape("people", read)


def weight() -> Shape:
    """A number that is not below 0 → Fraction, exactly as written in decimals."""
    above = number(above=-1)

    def read(value: Any, names: Names) -> Any:
        exact = above.read(value, names)
        if isinstance(exact, list):
            return [
                Wrong("too_small", {"found": value, "least": 0}) if each.code == "not_above" else each for each in exact
            ]
        return exact if exact >= 0 else [Wrong("too_small", {"found": value, "least": 0})]

    return Shape("weight", read)
