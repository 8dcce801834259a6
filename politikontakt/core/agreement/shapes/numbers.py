"""Numbers, yes and no, and days."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from politikontakt.core.agreement.shapes.base import Names, Shape, wrong

_MOST_DIGITS = 30


def whole(value: Any, *, least: int, most: int | None = None) -> Any:
    """Read a whole number from `least` to `most`, both included."""
    if not isinstance(value, int) or isinstance(value, bool):
        return wrong("not_whole_number", value)
    if value < least:
        return wrong("too_small", value, least=least)
    return value if most is None or value <= most else wrong("too_large", value, most=most)


def _exact(value: Any) -> Fraction | None:
    """The number as it is written, without binary rounding. None for what is no finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    written = Decimal(str(value))
    return Fraction(written) if written.is_finite() and abs(written.adjusted()) <= _MOST_DIGITS else None


def whole_number(*, least: int = 0, most: int | None = None) -> Shape:
    """A whole number from `least` to `most`, both included → int. True and 8.0 are not whole numbers."""
    return Shape("whole_number", lambda value, _names: whole(value, least=least, most=most))


def share() -> Shape:
    """A number from 0 to 1 → Fraction, exactly as written in decimals."""

    def read(value: Any, _names: Names) -> Any:
        exact = _exact(value)
        return exact if exact is not None and 0 <= exact <= 1 else wrong("not_share", value)

    return Shape("share", read)


def number(*, above: int = 0) -> Shape:
    """A number above `above` → Fraction, exactly as written in decimals."""

    def read(value: Any, _names: Names) -> Any:
        exact = _exact(value)
        if exact is None:
            return wrong("not_number", value)
        return exact if exact > above else wrong("not_above", value, above=above)

    return Shape("number", read)


def yes_no() -> Shape:
    """true or false → bool."""
    return Shape("yes_no", lambda value, _names: value if isinstance(value, bool) else wrong("not_yes_no", value))


def day() -> Shape:
    """A TOML local date → date. A date with a time of day is not one."""

    def read(value: Any, _names: Names) -> Any:
        is_day = isinstance(value, date) and not isinstance(value, datetime)
        return value if is_day else wrong("not_day", value)

    return Shape("day", read)
