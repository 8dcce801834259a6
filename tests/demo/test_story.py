"""What the demo shows on its day: the figures that pages, pictures and manuals tell of."""

from collections import Counter
from datetime import date

import pytest

from politikontakt.config.demo.days import TODAY
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.modules.access.models import Municipality
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import LostTime
from politikontakt.modules.activities.queries import activities_by_ref
from politikontakt.modules.compliance.queries import agreement_on, verdicts
from politikontakt.web.desk.lost_time.balance import balance

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_demo_malvik")]


def standing(commitment: str, subject: str = "", label: str = "") -> Verdict:
    """The verdict of a commitment and subject on the demo's day, of the period with a label or the day's own."""
    found = verdicts(agreement_on(TODAY).content, TODAY, all_periods=bool(label), commitments=(commitment,))
    [one] = [each for each in found if each.subject == subject and (not label or each.period.label == label)]
    return one


def days_of(refs: tuple[str, ...]) -> list[date]:
    return sorted(each.happened_on for each in activities_by_ref(refs).values())


def test_hommelvik_has_four_of_eight_visits_and_the_rest_is_planned():
    verdict = standing("P12b", "hommelvik-us")

    assert (verdict.standing, verdict.done, verdict.required, verdict.planned) == (Standing.ON_TRACK, 4, 8, 4)
    assert days_of(verdict.counted) == [date(2017, 9, 5), date(2017, 10, 17), date(2017, 11, 28), date(2018, 2, 1)]


def test_vikhammer_is_behind_with_three_of_eight_and_one_that_no_plan_covers():
    verdict = standing("P12b", "vikhammer-us")

    assert (verdict.standing, verdict.done, verdict.required, verdict.planned) == (Standing.AT_RISK, 3, 8, 4)
    assert days_of(verdict.counted) == [date(2017, 9, 12), date(2017, 10, 24), date(2018, 1, 16)]


def test_three_days_at_vikhammer_do_not_count_and_each_says_why():
    ignored = standing("P12b", "vikhammer-us").ignored

    found = {days_of((each.id,))[0]: each.reason for each in ignored}
    assert found == {
        date(2017, 11, 21): "wrong_audience",
        date(2017, 12, 5): "too_short",
        date(2018, 2, 6): "cancelled",
    }


@pytest.mark.parametrize(
    ("commitment", "subject", "label", "expected"),
    [
        ("G1", "", "", Standing.ON_TRACK),  # the late start was accepted
        ("V1", "", "", Standing.BROKEN),  # but not as a shorter pilot
        ("G3", "", "", Standing.DISPUTED),
        ("G4", "", "", Standing.NOT_MEASURED),
        ("G8", "", "", Standing.KEPT),
        ("M2", "", "", Standing.LATE),
        ("G2", "", "2017-H1", Standing.DISPUTED),  # the parties disagree
        ("M1", "", "2017-H2", Standing.NOT_MEASURED),  # one has not said anything
        ("M3a", "", "2017-Q4", Standing.BROKEN),  # one contact was missing
        ("P1", "", "2016-Q4", Standing.NOT_MEASURED),  # too little was logged
        ("P1", "", "2017-Q2", Standing.BROKEN),  # a quarter of emergencies
        ("P1", "", "2018-Q1", Standing.ON_TRACK),
        ("P3", "", "2017-Q2", Standing.BROKEN),  # answered late
        ("P11", "school", "2017-07", Standing.WAIVED),
        ("P12b", "hommelvik-us", "2016/17", Standing.KEPT),
        ("P12b", "vikhammer-us", "2016/17", Standing.BROKEN),
        ("P12c", "hommelvik-us/2018", "", Standing.AT_RISK),
        ("P12c", "vikhammer-us/2017", "2017", Standing.BROKEN),
    ],
)
def test_the_story_has_promises_of_every_fate(commitment: str, subject: str, label: str, expected: Standing):
    assert standing(commitment, subject, label).standing == expected


def test_the_evaluation_plan_came_47_days_late():
    assert standing("M2").days_late == 47


def test_october_2016_is_a_gap_of_31_days_and_nobody_took_over_from_anybody():
    verdict = standing("V1")

    assert (verdict.gap_days, verdict.changes, verdict.reasons) == (31, 0, ("exception_not_accepted",))


def test_the_amendment_of_2017_holds_in_2018():
    verdict = standing("P7c")

    assert (verdict.required, verdict.amendment) == (4, "Politirådet 14. november 2017, sak 4")
    assert standing("P7c", label="2017").required == 5


def test_presence_in_march_is_half_way():
    verdict = standing("P8")

    assert (verdict.done, verdict.expected, verdict.required) == (5, 5, 10)


def test_most_promises_stand_well_and_some_need_the_parties():
    found = Counter(each.standing for each in verdicts(agreement_on(TODAY).content, TODAY))

    assert found[Standing.AT_RISK] >= 4
    assert found[Standing.BROKEN] >= 1
    assert found[Standing.KEPT] + found[Standing.ON_TRACK] > sum(found.values()) / 2


def test_the_neighbour_stands_on_its_own(demo: dict[str, Municipality]):
    with within(demo["fjordheim"]):
        found = verdicts(agreement_on(TODAY).content, TODAY)

    by_commitment = {(each.commitment, each.subject): each for each in found}
    assert by_commitment[("visits-fjordheim", "fjordheim-skule")].required == 4
    assert by_commitment[("visits-fjordheim", "fjordheim-skule")].amendment == "Felles politiråd, sak 7/17"
    assert by_commitment[("prevention", "")].standing == Standing.NOT_MEASURED
    assert by_commitment[("desk", "")].days_late == 17


def test_every_month_of_the_year_has_lost_some_preventive_time_and_july_least():
    months = balance(TODAY).months

    assert [(each.first, each.times, each.total) for each in months[-1:] + months[:1]] == [
        (date(2017, 4, 1), 3, 555),
        (date(2018, 3, 1), 2, 205),
    ]
    assert [each.first for each in months if each.times < 2] == [date(2017, 7, 1)]
    assert all(each.share and each.share < 0.5 for each in months)


def test_nobody_is_away_in_the_demo_when_its_day_begins():
    assert not LostTime.current.filter(minutes__isnull=True).exists()
