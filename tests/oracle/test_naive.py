"""The naive engine against figures that a reader can work out by hand."""

from datetime import date
from typing import Any

import pytest
from dateutil.easter import easter

from tests.oracle.days import cohort_spans, easter_sunday, last_working_day, spans
from tests.oracle.naive import judge
from tests.oracle.reading import records_of

VISITS = [
    *("2016-11-08", "2016-12-06", "2017-01-17", "2017-03-14", "2017-05-23", "2017-06-13"),
    *("2017-09-12", "2017-09-26", "2017-10-03", "2017-11-14"),
]
PILOT = {"signed_on": date(2016, 10, 3), "effective_from": date(2016, 10, 1), "expires_on": date(2019, 9, 30)}


def agreement(rule: str, **terms: Any) -> dict[str, Any]:
    promise = {"id": "A", "owed_by": ["distrikt"], "owed_to": ["kommune"], "rule": rule, **terms}
    return {**PILOT, "clause": [{"ref": "P1", "commitment": [promise]}]}


def log_of_one_school() -> dict[str, list[dict[str, Any]]]:
    rows = "".join(f"v{number},visit,done,{day},skole\n" for number, day in enumerate(VISITS))
    places = b"id,name,kind,stage_from,stage_to\nskole,Skole,school,8,10\n"
    return records_of({"places.csv": places, "activities.csv": f"id,kind,status,date,place\n{rows}".encode()})


@pytest.mark.parametrize(
    ("per", "part_year", "on", "label", "done", "required", "standing"),
    [
        ("calendar_year", "round_down", date(2017, 12, 31), "2017", 8, 8, "kept"),
        ("agreement_year", "round_down", date(2017, 9, 30), "avtaleår 1", 8, 8, "kept"),
        ("school_year", "full", date(2017, 7, 31), "2016/17", 6, 8, "broken"),  # one day left, two visits missing
        ("school_year", "round_down", date(2017, 7, 31), "2016/17", 6, 6, "kept"),  # 8 × 304/365 = 6.66
        ("school_year", "round_up", date(2017, 7, 31), "2016/17", 6, 7, "at_risk"),  # a Monday: one day for one visit
        ("school_year", "round_up", date(2017, 8, 1), "2017/18", 0, 8, "on_track"),  # the first is due in a month
    ],
)
def test_one_log_of_ten_visits_gives_what_the_period_and_the_rounding_say(
    per: str, part_year: str, on: date, label: str, done: int, required: int, standing: str
) -> None:
    each = {"place": "school", "teaches_stage": 8}
    promise = agreement("count", activity="visit", at_least=8, per=per, part_year=part_year, for_each=each)

    [verdict] = judge(promise, log_of_one_school(), on)

    assert verdict["period"]["label"] == label
    assert (verdict["done"], verdict["required"]) == (done, required)
    assert verdict["standing"] == standing


def test_three_cohorts_of_lower_secondary_school_leave_in_the_pilot_and_three_after_it():
    windows = cohort_spans([8, 10], PILOT)

    assert [window.label for window in windows] == ["2017", "2018", "2019", "2020", "2021", "2022"]
    assert (windows[0].first, windows[0].last) == (date(2016, 10, 1), date(2017, 7, 31))
    assert (windows[-1].first, windows[-1].last) == (date(2019, 8, 1), date(2019, 9, 30))


def test_agreement_quarters_that_begin_on_the_last_of_august_fall_on_the_last_of_short_months():
    short = {"effective_from": date(2015, 8, 31), "expires_on": date(2016, 8, 30)}

    found = [(span.label, span.first, span.last) for span in spans("agreement_quarter", short)]

    assert found == [
        ("avtalekvartal 1", date(2015, 8, 31), date(2015, 11, 29)),
        ("avtalekvartal 2", date(2015, 11, 30), date(2016, 2, 28)),
        ("avtalekvartal 3", date(2016, 2, 29), date(2016, 5, 30)),
        ("avtalekvartal 4", date(2016, 5, 31), date(2016, 8, 30)),
    ]


def test_easter_agrees_with_another_way_of_finding_it():
    assert [easter_sunday(year) for year in range(1900, 2100)] == [easter(year) for year in range(1900, 2100)]


def test_two_working_days_from_the_wednesday_before_easter_end_after_it():
    assert last_working_day(date(2017, 4, 12), 2) == date(2017, 4, 19)
