"""Sets of days that can be cut, joined and counted quickly.

A set lives in a frame, a run of days such as an agreement's life, and keeps one bit for each
day of it. "How many school days until 15 March" is then one shift and one count of bits.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from politikontakt.core.calendar.ranges import DayRange


@dataclass(frozen=True, slots=True)
class DaySet:
    """Some of the days of a frame. Days outside the frame are never in it.

    `origin` is the ordinal of the frame's first day; bit n stands for the day n days later.
    Sets are joined and compared only with sets of the same frame.
    """

    origin: int
    bits: int

    @classmethod
    def of(cls, frame: DayRange, ranges: Iterable[DayRange]) -> "DaySet":
        """The days of `frame` that lie in at least one of the ranges."""
        origin = frame.first.toordinal()
        bits = 0
        for each in ranges:
            inside = each.cut(frame)
            if inside is not None:
                bits |= _run(inside.first.toordinal() - origin, inside.last.toordinal() - origin)
        return cls(origin, bits)

    @classmethod
    def picked(cls, frame: DayRange, days: Iterable[date]) -> "DaySet":
        """The given days, those outside the frame left out."""
        origin = frame.first.toordinal()
        bits = bytearray(len(frame) // 8 + 1)
        for day in days:
            if day in frame:
                position = day.toordinal() - origin
                bits[position >> 3] |= 1 << (position & 7)
        return cls(origin, int.from_bytes(bits, "little"))

    @classmethod
    def weekly(cls, frame: DayRange, weekdays: Collection[int]) -> "DaySet":
        """Every day of the frame that is one of the weekdays, Monday being 0."""
        week = sum(1 << n for n in range(7) if (frame.first.weekday() + n) % 7 in weekdays)
        weeks = len(frame) // 7 + 1
        repeated = week * (((1 << 7 * weeks) - 1) // 127)
        return cls(frame.first.toordinal(), repeated & ((1 << len(frame)) - 1))

    def __and__(self, other: "DaySet") -> "DaySet":
        return DaySet(self.origin, self.bits & other.bits)

    def __or__(self, other: "DaySet") -> "DaySet":
        return DaySet(self.origin, self.bits | other.bits)

    def __sub__(self, other: "DaySet") -> "DaySet":
        return DaySet(self.origin, self.bits & ~other.bits)

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __bool__(self) -> bool:
        return self.bits != 0

    def __contains__(self, day: date) -> bool:
        position = day.toordinal() - self.origin
        return position >= 0 and bool(self.bits >> position & 1)

    def within(self, days: DayRange) -> "DaySet":
        """The part that lies in `days`."""
        return self.until(days.last) - self.until(days.first - timedelta(days=1))

    def until(self, day: date) -> "DaySet":
        """The part up to `day`, that day included."""
        length = day.toordinal() - self.origin + 1
        return DaySet(self.origin, self.bits & ((1 << length) - 1) if length > 0 else 0)

    def after(self, day: date) -> "DaySet":
        """The part after `day`."""
        return self - self.until(day)

    @property
    def first(self) -> date:
        """The earliest day. A set without days has none."""
        if not self.bits:
            raise ValueError("no days")
        return self._day((self.bits & -self.bits).bit_length() - 1)

    def runs(self) -> tuple[DayRange, ...]:
        """The days as unbroken runs, earliest first."""
        found = []
        rest, position = self.bits, 0
        while rest:
            gap = (rest & -rest).bit_length() - 1
            rest >>= gap
            position += gap
            length = (~rest & (rest + 1)).bit_length() - 1
            found.append(DayRange(self._day(position), self._day(position + length - 1)))
            rest >>= length
            position += length
        return tuple(found)

    def _day(self, position: int) -> date:
        return date.fromordinal(self.origin + position)


def _run(first: int, last: int) -> int:
    return ((1 << (last - first + 1)) - 1) << first
