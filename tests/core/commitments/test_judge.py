"""Which verdicts a day has, and in which order."""

from datetime import date

from politikontakt.core.commitments.judge import verdicts
from politikontakt.core.commitments.rules.coverage import CoverageTerms
from politikontakt.core.commitments.rules.staffing import StaffingTerms
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.core.records.model import Place, Records
from tests.core.commitments.scenes import (
    EIGHT_A_YEAR,
    END,
    LOWER_SECONDARY,
    SCHOOL,
    START,
    agreement,
    clause,
    commitment,
    promising,
    records,
    the_verdict,
    visit,
)

IN_FORCE = date(2017, 3, 1)
TWO_CONTACTS = StaffingTerms(role="contact", at_least=2)


def names(found: tuple[Verdict, ...]) -> list[tuple[str | None, str, str]]:
    return [(each.commitment, each.subject, each.period.label if each.period else "") for each in found]


def school(id: str, **more: date) -> Place:
    return Place(id=id, name=id, kind="school", stage_from=8, stage_to=10, **more)


def test_verdicts_come_in_the_order_of_the_file_then_subject_then_period():
    agreed = agreement(
        clause(commitment(TWO_CONTACTS, id="Z"), ref="2"), clause(commitment(EIGHT_A_YEAR, id="A"), ref="1")
    )
    recorded = Records(places=(school("å-skole"), school("b-skole"), school("Z-skole")))

    found = verdicts(agreed, recorded, on=date(2017, 9, 1), all_periods=True)

    assert names(found) == [
        ("Z", "", "avtaletiden"),
        ("A", "Z-skole", "2016/17"),
        ("A", "Z-skole", "2017/18"),
        ("A", "b-skole", "2016/17"),
        ("A", "b-skole", "2017/18"),
        ("A", "å-skole", "2016/17"),
        ("A", "å-skole", "2017/18"),
    ]


def test_a_clause_without_commitment_is_told_once_also_before_the_start():
    agreed = agreement(clause(ref="P9"))

    for on in (date(2010, 1, 1), IN_FORCE, date(2030, 1, 1)):
        (found,) = verdicts(agreed, Records(), on=on, all_periods=True)
        assert found == Verdict(commitment=None, clause="P9", standing=Standing.NOT_MEASURED, reasons=("no_rule",))


def test_some_commitments_can_be_asked_for_by_id():
    agreed = agreement(clause(commitment(TWO_CONTACTS, id="A"), commitment(TWO_CONTACTS, id="B")), clause(ref="9"))

    assert names(verdicts(agreed, Records(), on=IN_FORCE, commitments=["B"])) == [("B", "", "avtaletiden")]


def test_a_place_that_closed_before_the_period_has_no_verdict_in_it():
    recorded = Records(places=(SCHOOL, school("old", closed_on=date(2017, 7, 31))))
    agreed = promising(EIGHT_A_YEAR)

    assert names(verdicts(agreed, recorded, on=date(2017, 7, 31))) == [
        ("P1", "hommelvik", "2016/17"),
        ("P1", "old", "2016/17"),
    ]
    assert names(verdicts(agreed, recorded, on=date(2017, 8, 1))) == [("P1", "hommelvik", "2017/18")]


def test_a_place_that_opens_later_in_the_period_is_there_from_its_first_day():
    recorded = Records(places=(school("new", opened_on=date(2017, 7, 31)),))

    found = the_verdict(promising(EIGHT_A_YEAR), recorded, START)

    assert (found.subject, found.required, found.standing) == ("new", 0, Standing.NOT_DUE)


def test_a_school_that_only_tells_its_first_stage_teaches_those_above():
    recorded = Records(
        places=(Place(id="x", name="x", kind="school", stage_from=8), Place(id="y", name="y", kind="school"))
    )

    assert [each.subject for each in verdicts(promising(EIGHT_A_YEAR), recorded, on=IN_FORCE)] == ["x"]


def test_before_the_start_also_all_periods_are_the_first_one():
    found = verdicts(promising(EIGHT_A_YEAR), records(), on=date(2016, 9, 30), all_periods=True)

    assert names(found) == [("P1", "hommelvik", "2016/17")]
    assert found[0].standing == Standing.NOT_DUE


def test_before_the_start_a_promise_without_subject_is_not_due_either():
    found = the_verdict(promising(EIGHT_A_YEAR), Records(), date(2016, 9, 30))

    assert (found.subject, found.standing, found.reasons) == ("", Standing.NOT_DUE, ())


def test_after_the_end_the_last_period_holds_the_day_and_is_over_by_the_real_day():
    recorded = records(visit(END))

    on_the_last_day = the_verdict(promising(EIGHT_A_YEAR), recorded, END)
    after = the_verdict(promising(EIGHT_A_YEAR), recorded, date(2020, 5, 1))

    assert on_the_last_day.standing == after.standing == Standing.KEPT
    assert after.period == on_the_last_day.period
    assert after.period is not None
    assert (after.period.label, after.period.last) == ("2019/20", END)


def test_a_planned_visit_on_the_last_day_is_not_done_the_day_after():
    recorded = records(visit(END, "p", status="planned"))

    assert the_verdict(promising(EIGHT_A_YEAR), recorded, END).planned == 1
    after = the_verdict(promising(EIGHT_A_YEAR), recorded, date(2019, 10, 1))
    assert after.planned == 0
    assert [(each.id, each.reason) for each in after.ignored or ()] == [("p", "not_done")]


def test_members_that_are_places_are_there_while_they_are_open():
    terms = CoverageTerms(activity=("visit",), each_of="place", members=("old", "hommelvik"), per="calendar_year")
    recorded = Records(places=(SCHOOL, school("old", closed_on=date(2016, 12, 31))))

    assert [each.subject for each in verdicts(promising(terms), recorded, on=date(2016, 12, 31))] == [
        "hommelvik",
        "old",
    ]
    assert [each.subject for each in verdicts(promising(terms), recorded, on=date(2017, 1, 1))] == ["hommelvik"]


def test_when_every_member_is_closed_there_is_no_subject():
    terms = CoverageTerms(activity=("visit",), each_of="place", members=("old",), per="calendar_year")
    recorded = Records(places=(school("old", closed_on=date(2016, 12, 31)),))

    found = the_verdict(promising(terms), recorded, date(2017, 1, 1))

    assert (found.subject, found.standing, found.reasons) == ("", Standing.NOT_MEASURED, ("no_subject",))


def test_members_at_each_place_without_a_place_are_one_verdict_without_subject():
    terms = CoverageTerms(
        activity=("visit",), each_of="theme", members=("a", "b"), per="calendar_year", for_each=LOWER_SECONDARY
    )

    found = the_verdict(promising(terms), Records(), IN_FORCE)

    assert (found.subject, found.reasons) == ("", ("no_subject",))
