"""A plan is a log of what is to come: `judge` on the records and the plan says that every placed promise is on track.

Through the commands alone, from files to files, for every shape of promise that a plan can be made for.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from politikontakt.core.calendar.periods import PERIOD_KINDS
from tests.cli.running import run
from tests.cli.test_planning import SCHOOLS, plan, taken_over
from tests.core.planner.scenes import ANNA_BJORN, BOTH_CONTACTS, Scene, series, terms

YEAR = ("--from", "2016-08-01", "--to", "2017-12-31", "--seconds", "1")
"""The school year, and the rest of the calendar year that it ends in."""
MONTHS = [date(2016, month, 1) for month in range(8, 13)] + [date(2017, month, 1) for month in range(1, 8)]
BREAKS = "place,first,last,reason\n,2016-10-10,2016-10-14,autumn\n,2016-12-22,2017-01-02,Christmas\n"
AMENDED = """
[[amendment]]
agreed_on = 2016-11-01
valid_from = 2017-01-01
commitment = "P1"
set = { at_least = 3 }
decision = "Politirådet, sak 12/16"
"""


def scene(asked: str, *, amendments: str = "", **keys: object) -> Scene:
    """One promise and its series, two contacts, four schools and breaks."""
    of_series = {"id": '"visits"', "commitment": '"P1"', "minutes": 60, **keys}
    made = Scene(commitments={"P1": asked}, amendments=amendments).with_series(series(**of_series))
    return made.with_files(places=SCHOOLS, people=ANNA_BJORN, roles=BOTH_CONTACTS, closed_days=BREAKS)


def judged(capsys: pytest.CaptureFixture[str], scene: Scene, folder: Path, on: date) -> dict[str, str]:
    """What the command says of each subject on a day."""
    agreement, records = scene.write(folder)
    ran = run(capsys, "judge", agreement, records, "--on", on.isoformat(), "--json")
    assert ran.status in (0, 1), ran.err
    return {each["subject"]: each["standing"] for each in json.loads(ran.out)["verdicts"]}


LOWER = '{ place = "school", teaches_stage = 8 }'
SHAPES = {
    **{per: scene(terms(per=f'"{per}"', at_least="4")) for per in PERIOD_KINDS if per != "week"},
    "several on a day count": scene(terms(per='"calendar_quarter"', distinct='"items"')),
    "of some purpose": scene(terms(per='"calendar_quarter"', purpose='"preventive"', audience='["parents"]')),
    "of some length": scene(terms(per='"calendar_quarter"', min_minutes="60")),
    "two together": scene(terms(per='"calendar_quarter"', at_least="2"), people=2, blocks='["evening"]'),
    "everybody together": scene(terms(per='"school_year"', at_least="2"), people='"all"'),
    "at named places": scene(terms(per='"month"', for_each="", at_least="2"), places='["mall"]'),
    "part of a year rounded up": scene(terms(per='"school_year"', at_least="9", part_year='"round_up"')),
    "amended in the year": scene(terms(per='"calendar_quarter"', at_least="2"), amendments=AMENDED),
    "in a season, on some weekdays": scene(
        terms(per='"school_year"', for_each=LOWER, at_least="8"),
        between='["09-01", "05-31"]',
        weekdays='["tue", "sat"]',
    ),
    "with more than is promised": scene(terms(per='"school_year"', at_least="4"), reserve=2),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_promise_that_was_placed_is_on_track_all_year(capsys, tmp_path, shape):
    planned = plan(capsys, SHAPES[shape], tmp_path, *YEAR)
    assert (planned.status, planned.report.get("promised_short")) == (0, 0), planned

    for first in MONTHS:
        known = taken_over(SHAPES[shape], planned.rows, done_before=first.isoformat())
        found = judged(capsys, known, tmp_path / f"{first}", first)
        assert found
        assert set(found.values()) <= {"on_track", "kept"}, (first, found)


def test_a_promise_that_was_not_placed_is_not_on_track(capsys, tmp_path):
    """Two contacts with two evenings a week each have some 17 evenings in a month, and 36 are promised."""
    crowded = scene(terms(per='"month"', at_least="12"), minutes=180, blocks='["evening"]')

    planned = plan(capsys, crowded, tmp_path, "--from", "2016-09-01", "--to", "2016-09-30", "--seconds", "1")

    found = judged(capsys, taken_over(crowded, planned.rows), tmp_path / "judged", date(2016, 9, 1))
    short = {each["place"] for each in planned.report["not_placed"]}
    assert planned.report["promised_short"] == len(planned.report["not_placed"]) > 0
    assert {place for place, standing in found.items() if standing == "on_track"} == found.keys() - short
