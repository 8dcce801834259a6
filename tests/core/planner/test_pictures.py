"""The pictures of docs/explain/planner.md are drawn from the planner itself: they change when it does, or this fails.

`SCREENSHOTS=yes` draws them anew.
"""

import os
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from politikontakt.core.calendar.holidays import is_working_day
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner.forecast import chance_of_at_least, last_safe_week
from politikontakt.core.planner.grid import ideal, window

IMAGES = Path(__file__).parents[3] / "docs" / "explain" / "img"
INK, SOFT, LINE, ACCENT, PALE = "#2f2b23", "#635d51", "#d8d3c9", "#00566b", "#b6ced4"
DAY, LEFT = 27, 90


def sheet(width: int, height: int, title: str, inner: Iterator[str]) -> str:
    """A small drawing on white, so that it can be read on any page."""
    style = 'font-family="system-ui, sans-serif" font-size="13"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" {style} role="img">'
    return "\n".join(
        [head, f"<title>{title}</title>", '<rect width="100%" height="100%" fill="#fff"/>', *inner, "</svg>\n"]
    )


def text(x: float, y: float, words: object, *, colour: str = INK, anchor: str = "middle") -> str:
    return f'<text x="{x:g}" y="{y:g}" fill="{colour}" text-anchor="{anchor}">{words}</text>'


def grid() -> str:
    """Four visits over September 2016: windows and ideal days on the axis of its working days."""
    days = [day for day in DayRange(date(2016, 9, 1), date(2016, 9, 30)) if is_working_day(day)]

    def inner() -> Iterator[str]:
        for index, day in enumerate(days):
            x = LEFT + DAY * index
            yield f'<rect x="{x}" y="30" width="{DAY - 2}" height="24" fill="#f0ede7"/>'
            yield text(x + 12.5, 47, day.day)
            yield text(x + 12.5, 22, index, colour=SOFT)
        yield text(LEFT - 10, 22, "axis day", colour=SOFT, anchor="end")
        yield text(LEFT - 10, 47, "September", anchor="end")
        for ordinal in range(1, 5):
            y = 50 + 28 * ordinal
            first, last = window(ordinal, 4, len(days))
            middle = LEFT + DAY * ideal(ordinal, 4, len(days)) + 12.5
            yield text(LEFT - 10, y + 5, f"visit {ordinal}", anchor="end")
            width = DAY * (last - first + 1) - 2
            yield f'<rect x="{LEFT + DAY * first}" y="{y - 7}" width="{width}" height="14" fill="{PALE}"/>'
            yield f'<circle cx="{middle:g}" cy="{y}" r="6" fill="{ACCENT}"/>'
        yield f'<circle cx="{LEFT + 6}" cy="192" r="6" fill="{ACCENT}"/>' + text(
            LEFT + 18, 197, "ideal day", anchor="start"
        )
        yield f'<rect x="{LEFT + 110}" y="185" width="40" height="14" fill="{PALE}"/>'
        yield text(LEFT + 158, 197, "where it may lie", anchor="start")

    return sheet(LEFT + DAY * len(days) + 10, 212, "Four visits over the 22 working days of September 2016", inner())


def chances() -> str:
    """The chance of eight visits a year by how many are planned, when four of five are carried out."""
    planned = range(8, 14)

    def inner() -> Iterator[str]:
        for number in range(0, 101, 25):
            y = 170 - 1.4 * number
            yield f'<path d="M60 {y:g}H{70 + 74 * len(planned)}" stroke="{LINE}"/>' + text(
                52, y + 4, f"{number} %", colour=SOFT, anchor="end"
            )
        for place, number in enumerate(planned):
            chance = float(chance_of_at_least(8, number, Fraction(4, 5))) * 100
            x, height = 82 + 74 * place, round(1.4 * chance, 1)
            colour = ACCENT if chance >= 90 else PALE
            yield f'<rect x="{x}" y="{170 - height:g}" width="44" height="{height:g}" fill="{colour}"/>'
            yield text(x + 22, 164 - height, f"{chance:.0f} %") + text(x + 22, 188, number)
        yield text(60 + 37 * len(planned), 208, "planned visits; 8 are promised, 4 of 5 are carried out", colour=SOFT)

    return sheet(80 + 74 * len(planned), 218, "The chance of eight visits by how many are planned", inner())


@pytest.mark.parametrize(("name", "drawn"), [("planner-grid", grid()), ("planner-chances", chances())])
def test_the_picture_in_the_explanation_is_what_the_planner_does(name, drawn):
    file = IMAGES / f"{name}.svg"
    if os.environ.get("SCREENSHOTS") == "yes":
        file.write_text(drawn, encoding="utf-8")

    assert file.read_text(encoding="utf-8") == drawn


def test_the_numbers_beside_the_pictures_hold():
    """As the page says them: the second of four in September, and 8 or 10 planned for 8."""
    days = [day for day in DayRange(date(2016, 9, 1), date(2016, 9, 30)) if is_working_day(day)]
    first, last = window(2, 4, len(days))

    assert [days[at].day for at in (ideal(2, 4, len(days)), first, last)] == [13, 9, 15]
    assert [round(float(chance_of_at_least(8, planned, Fraction(4, 5))) * 100) for planned in (8, 10)] == [17, 68]
    assert last_safe_week(0, Fraction(4, 5), days) is None
