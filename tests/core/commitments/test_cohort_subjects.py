"""Which cohorts a day shows."""

from datetime import date

import pytest

from politikontakt.core.commitments.judge import verdicts
from politikontakt.core.commitments.rules.cohort import CohortTerms
from politikontakt.core.records.model import Place, Records
from tests.core.commitments.scenes import LOWER_SECONDARY, SCHOOL, promising

PARENTS_ONCE = CohortTerms(activity=("parents_meeting",), for_each=LOWER_SECONDARY)
BOTH = Records(
    places=(
        SCHOOL,
        Place(id="old", name="old", kind="school", stage_from=8, stage_to=10, closed_on=date(2017, 7, 31)),
        Place(id="primary", name="primary", kind="school", stage_from=1, stage_to=7),
    )
)


def cohorts_on(on: date, *, all_periods: bool = False) -> dict[str, str]:
    found = verdicts(promising(PARENTS_ONCE), BOTH, on=on, all_periods=all_periods)
    return {each.subject: each.standing.value for each in found}


@pytest.mark.parametrize(
    ("on", "cohorts"),
    [
        (date(2016, 9, 1), ["2017", "2018", "2019"]),  # before the start: those at school on its first day
        (date(2017, 7, 31), ["2017", "2018", "2019"]),
        (date(2017, 8, 1), ["2018", "2019", "2020"]),
        (date(2019, 9, 30), ["2020", "2021", "2022"]),
        (date(2025, 1, 1), ["2020", "2021", "2022"]),  # after the end: those at school on its last day
    ],
)
def test_a_day_shows_the_three_cohorts_at_school(on: date, cohorts: list[str]):
    assert [each for each in cohorts_on(on) if each.startswith("hommelvik")] == [
        f"hommelvik/{year}" for year in cohorts
    ]


def test_every_cohort_begun_at_every_school_open_in_its_window():
    assert cohorts_on(date(2019, 12, 1), all_periods=True) == {
        "hommelvik/2017": "broken",
        "hommelvik/2018": "broken",
        "hommelvik/2019": "broken",
        "hommelvik/2020": "not_due",
        "hommelvik/2021": "not_due",
        "hommelvik/2022": "not_due",
        "old/2017": "broken",
        "old/2018": "broken",
        "old/2019": "broken",
    }


def test_a_cohort_that_leaves_on_the_last_day_in_force_is_due():
    agreed = promising(PARENTS_ONCE, last=date(2018, 7, 31))

    found = {each.subject: each for each in verdicts(agreed, BOTH, on=date(2018, 8, 1), all_periods=True)}

    assert found["hommelvik/2018"].standing.value == "broken"
    assert found["hommelvik/2019"].reasons == ("leaves_after_end",)


def test_a_school_that_closed_before_a_cohort_began_never_had_it():
    assert [each for each in cohorts_on(date(2018, 1, 1)) if each.endswith("2020")] == ["hommelvik/2020"]
