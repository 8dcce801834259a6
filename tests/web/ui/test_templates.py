"""How templates are written: lines that can be reviewed, and parts that say what they take."""

from pathlib import Path

import pytest

import politikontakt

WEB = Path(politikontakt.__file__).parent / "web"
TEMPLATES = sorted(WEB.glob("*/templates/**/*.html"))
LONGEST = 400
"""Signs: a tag with all its attributes stays on one line; several tags do not."""
STILL_LONG = ("desk/plan/", "desk/calendars/", "field/")
"""Folders whose templates still have longer lines."""


def named(path: Path) -> str:
    """A template by the name it is asked for."""
    return path.relative_to(WEB).as_posix().partition("templates/")[2]


def test_no_line_is_too_long_to_review():
    checked = [path for path in TEMPLATES if not named(path).startswith(STILL_LONG)]

    long = {named(path) for path in checked if max(map(len, path.read_text().splitlines()), default=0) > LONGEST}

    assert len(checked) > 80
    assert long == set()


@pytest.mark.parametrize("path", [path for path in TEMPLATES if path.name.startswith("_")], ids=named)
def test_a_part_begins_with_what_it_takes(path: Path):
    assert path.read_text().startswith("{# takes ")
