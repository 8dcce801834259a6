"""The year as a wheel: a ring for each kind of work, a sign for each row, wedges for days without school."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import cos, pi, sin

from politikontakt.core.calendar.ranges import DayRange

CENTRE = 300.0
OUTER, INNER = 252.0, 92.0
MARGIN = 16.0
"""From the rim to the first ring, and from the last one to the hub."""
LABEL = OUTER + 20
TURN = pi / 15
"""The year begins a little after the top, so that the summer without school is where the rings' names stand."""
LANES = (0.0, 7.2, -7.2)
"""Where signs that would cover each other lie beside their ring."""
APART = 9.0
"""From the middle of a sign to the next one on the same lane."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One row on the wheel: where, how it is drawn (`done`, `agreed`, `proposed`, `waiting`, `lost`), what it is."""

    x: float
    y: float
    state: str
    title: str


@dataclass(frozen=True, slots=True)
class Label:
    """A month's name at the rim. `turn` is how far it is turned, in degrees."""

    x: float
    y: float
    turn: float
    day: date


@dataclass(frozen=True, slots=True)
class Ring:
    """One ring: its name, its radius, and where the name stands."""

    name: str
    radius: float
    y: float


@dataclass(frozen=True, slots=True)
class Wheel:
    """A year laid out, ready to draw on a sheet of 600 × 600."""

    rings: tuple[Ring, ...]
    signs: tuple[Sign, ...]
    closed: tuple[str, ...]
    """Paths of the wedges."""
    ticks: tuple[tuple[float, float, float, float], ...]
    months: tuple[Label, ...]
    today: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True)
class Row:
    """What is to be drawn: the ring's number from the outside, the day, the state, and what it is in words."""

    ring: int
    day: date
    state: str
    title: str = ""


def wheel(year: DayRange, rings: Sequence[str], rows: Iterable[Row], closed: Iterable[DayRange], today: date) -> Wheel:
    """Lay a year on the wheel. It begins by the top and goes with the clock."""
    step = (OUTER - INNER - MARGIN) / max(len(rings), 1)
    radii = [OUTER - MARGIN - step * number for number in range(len(rings))]
    return Wheel(
        rings=tuple(
            Ring(name, round(radius, 1), round(CENTRE - radius, 1)) for name, radius in zip(rings, radii, strict=True)
        ),
        signs=tuple(_signs(year, radii, rows)),
        closed=tuple(_wedge(year, each) for each in (stretch.cut(year) for stretch in closed) if each),
        ticks=tuple(_tick(year, day) for day in _month_starts(year)),
        months=tuple(_label(year, day) for day in _month_starts(year)),
        today=_line(year, today) if today in year else None,
    )


def _angle(year: DayRange, day: date) -> float:
    """Radians from the top, with the clock."""
    return TURN + 2 * pi * (day - year.first).days / len(year)


def _at(angle: float, radius: float) -> tuple[float, float]:
    return round(CENTRE + radius * sin(angle), 1), round(CENTRE - radius * cos(angle), 1)


def _signs(year: DayRange, radii: Sequence[float], rows: Iterable[Row]) -> Iterable[Sign]:
    """Each row on its ring, or beside it where another sign lies already."""
    taken: dict[tuple[int, float], float] = defaultdict(lambda: -APART)
    for row in sorted((each for each in rows if each.day in year), key=lambda each: each.day):
        angle, radius = _angle(year, row.day), radii[row.ring]
        along = angle * radius
        lane = next((each for each in LANES if along - taken[row.ring, each] >= APART), None)
        if lane is None:
            lane = min(LANES, key=lambda each: taken[row.ring, each])
        taken[row.ring, lane] = along
        x, y = _at(angle, radius + lane)
        yield Sign(x, y, row.state, row.title)


def _wedge(year: DayRange, days: DayRange) -> str:
    start, end = _angle(year, days.first), _angle(year, days.last + timedelta(days=1))
    large = int(end - start > pi)
    (ax, ay), (bx, by) = _at(start, OUTER), _at(end, OUTER)
    (cx, cy), (dx, dy) = _at(end, INNER), _at(start, INNER)
    return f"M{ax} {ay}A{OUTER:g} {OUTER:g} 0 {large} 1 {bx} {by}L{cx} {cy}A{INNER:g} {INNER:g} 0 {large} 0 {dx} {dy}z"


def _month_starts(year: DayRange) -> list[date]:
    return [day for day in year if day.day == 1]


def _tick(year: DayRange, day: date) -> tuple[float, float, float, float]:
    return (*_at(_angle(year, day), OUTER), *_at(_angle(year, day), OUTER + 8))


def _label(year: DayRange, day: date) -> Label:
    """The middle of the month, turned so that it is read from outside above and from below beneath."""
    angle = _angle(year, day + timedelta(days=14))
    x, y = _at(angle, LABEL)
    degrees = angle * 180 / pi
    turn = degrees - 180 if 90 < degrees < 270 else degrees
    return Label(x, y, round(turn, 1), day)


def _line(year: DayRange, day: date) -> tuple[float, float, float, float]:
    return (*_at(_angle(year, day), INNER - 6), *_at(_angle(year, day), OUTER + 6))
