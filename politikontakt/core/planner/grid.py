"""Where the items of a period lie: n of them spread over its L usable days. Whole numbers only.

Days are indexes on the axis, 0 … L−1; ordinals count from 1. Of 4 items over 100 days the second
has its ideal on day 37 and may lie from day 27 to day 47.
"""


def ideal(ordinal: int, wanted: int, days: int) -> int:
    """The day in the middle of the item's own n-th part."""
    return (2 * ordinal - 1) * days // (2 * wanted)


def window(ordinal: int, wanted: int, days: int) -> tuple[int, int]:
    """First and last day the item may lie on: its part without a tenth at each end."""
    first = days * (10 * ordinal - 9) // (10 * wanted)
    last = days * (10 * ordinal - 1) // (10 * wanted)
    return first, min(days - 1, last)


def late_ideal(number: int, late: int, days_left: int) -> int:
    """Where the `number`-th of the late ones is laid, counted from the first of the days that are left."""
    return (2 * number - 1) * days_left // (2 * late)
