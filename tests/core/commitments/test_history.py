"""How a promise has stood, how its number grows, and how else it can be read."""

from datetime import date

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.case import Case, Promise
from politikontakt.core.commitments.course import course
from politikontakt.core.commitments.history import Change, as_on, changes
from politikontakt.core.commitments.judge import find_case
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.readings import other_readings, read_by
from politikontakt.core.commitments.required_at import asking
from politikontakt.core.commitments.rules.count import CountTerms, qualifies
from politikontakt.core.commitments.rules.deadline import DeadlineTerms
from politikontakt.core.commitments.rules.meeting import MeetingTerms
from politikontakt.core.commitments.verdict import Standing
from politikontakt.core.records.model import ClosedDays, Document, Exemption, Meeting, Place, Records
from tests.core.commitments.scenes import EIGHT_A_YEAR, SCHOOL, START, amended, promising, records, visit

TEN_VISITS = [
    date(2016, 11, 8),
    date(2016, 12, 6),
    date(2017, 1, 17),
    date(2017, 3, 14),
    date(2017, 5, 23),
    date(2017, 6, 13),
    date(2017, 9, 12),
    date(2017, 9, 26),
    date(2017, 10, 3),
    date(2017, 11, 14),
]
PLAN = DeadlineTerms(document="plan", by=date(2016, 12, 31))


def case(matter: Matter, subject: str, on: date, period_first: date = START) -> Case:
    found = find_case(matter, commitment="P1", subject=subject, period_first=period_first, on=on)
    assert found is not None
    return found


def test_a_case_that_does_not_exist_is_none():
    matter = Matter(promising(EIGHT_A_YEAR), records())

    assert find_case(matter, commitment="P1", subject="vikhammer", period_first=START, on=START) is None
    assert find_case(matter, commitment="P2", subject="hommelvik", period_first=START, on=START) is None


def test_the_case_of_an_earlier_period_is_judged_on_the_day_asked_for():
    matter = Matter(promising(EIGHT_A_YEAR), records(*map(visit, TEN_VISITS)))

    verdict = as_on(case(matter, "hommelvik", START), date(2017, 8, 1))

    assert (verdict.period and verdict.period.label, verdict.done, verdict.standing) == ("2016/17", 6, Standing.KEPT)


def test_the_days_on_which_the_standing_changed():
    recorded = Records(documents=(Document(id="d", kind="plan", approved_on=date(2017, 1, 20)),))
    deadline = case(Matter(promising(PLAN), recorded), "", date(2017, 2, 1))

    assert changes(deadline, date(2017, 2, 1)) == (
        Change(START, Standing.ON_TRACK),
        Change(date(2016, 12, 1), Standing.AT_RISK),
        Change(date(2017, 1, 1), Standing.BROKEN),
        Change(date(2017, 1, 20), Standing.LATE),
    )


def test_the_history_of_a_deadline_goes_by_the_terms_of_each_day():
    agreed = promising(PLAN, amendments=[amended(date(2017, 1, 5), by=date(2017, 3, 1))])

    found = changes(case(Matter(agreed, Records()), "", date(2017, 1, 10)), date(2017, 1, 10))

    assert [(each.on, each.standing.value) for each in found][-2:] == [
        (date(2017, 1, 1), "broken"),
        (date(2017, 1, 5), "on_track"),
    ]


def test_the_course_has_the_days_that_count_and_steps_to_the_periods_end():
    recorded = records(
        visit(date(2017, 9, 12)),
        visit(date(2017, 9, 12), "again"),
        visit(date(2018, 4, 10), status="planned"),
        visit(date(2018, 2, 6), status="planned"),
        closed_days=(ClosedDays(first=date(2017, 10, 9), last=date(2017, 10, 13)),),
    )
    found = course(case(Matter(promising(EIGHT_A_YEAR), recorded), "hommelvik", date(2018, 3, 15), date(2017, 8, 1)))

    assert found is not None
    assert found.required == 8
    assert found.done == (date(2017, 9, 12),)
    assert found.planned == (date(2018, 4, 10),)
    assert found.expected[0] == (date(2017, 8, 1), 0)
    assert [number for _, number in found.expected] == list(range(9))
    assert found.closed == (DayRange(date(2017, 10, 9), date(2017, 10, 13)),)


def test_the_steps_are_the_expected_numbers_of_the_verdicts():
    matter = Matter(promising(EIGHT_A_YEAR), records())
    of_the_year = case(matter, "hommelvik", START)
    found = course(of_the_year)
    assert found is not None

    for day, expected in found.expected:
        assert as_on(of_the_year, day).expected == expected


def test_kinds_without_a_number_have_no_course():
    assert course(case(Matter(promising(PLAN), Records()), "", START)) is None


def test_there_is_no_course_before_the_start_or_without_a_subject():
    assert course(case(Matter(promising(EIGHT_A_YEAR), records()), "hommelvik", date(2016, 9, 1))) is None
    assert course(case(Matter(promising(EIGHT_A_YEAR), Records()), "", START)) is None


def test_a_meetings_course_has_no_closed_days():
    terms = MeetingTerms(meeting="council", per="calendar_quarter", present=(("contact", 1),))
    meeting = Meeting(id="m", kind="council", status="done", on=date(2016, 11, 1), people=("anne",))

    found = course(case(Matter(promising(terms), records(meetings=(meeting,))), "", date(2016, 12, 1)))

    assert found is not None
    assert (found.done, found.planned, found.closed) == ((date(2016, 11, 1),), (), ())
    assert found.expected == ((START, 0), (date(2016, 11, 15), 1))


def test_the_same_evidence_read_in_other_ways():
    matter = Matter(promising(EIGHT_A_YEAR), records(*map(visit, TEN_VISITS)))

    found = other_readings(matter, "P1", on=date(2017, 9, 30), subject="hommelvik")

    assert [(per, each.period and each.period.label, each.done, each.required) for per, each in found.items()] == [
        ("school_year", "2017/18", 2, 8),
        ("calendar_year", "2017", 6, 8),
        ("agreement_year", "avtaleår 1", 8, 8),
    ]


def test_another_reading_keeps_the_amendments():
    agreed = promising(EIGHT_A_YEAR, amendments=[amended(date(2018, 1, 1), at_least=6)])

    (found,) = read_by(Matter(agreed, records()), "P1", "calendar_year", on=date(2018, 2, 1))

    assert (found.required, found.amendment) == (6, "Sak 1")


def test_a_kind_without_periods_has_no_other_reading():
    assert other_readings(Matter(promising(PLAN), Records()), "P1", on=START) == {}


def test_what_a_place_is_asked_for_also_where_the_promise_names_none():
    """Eight in 365 days: 304 are in force, 120 of them excepted for this place."""
    terms = CountTerms(activity=("visit",), at_least=8, per="school_year")
    january_to_april = Exemption(
        commitment="P1",
        subject="hommelvik",
        first=date(2017, 1, 1),
        last=date(2017, 4, 30),
        kind="waived",
        accepted_by=("kommune",),
    )
    matter = Matter(promising(terms), records(exceptions=(january_to_april,)))
    promise = Promise("1", matter.agreement.commitments[0])
    period = matter.period_holding("school_year", START)

    assert asking(matter, promise, period).number == 6
    at_school = asking(matter, promise, period, SCHOOL)
    assert (at_school.number, at_school.at_least, at_school.standing) == (4, 8, None)
    assert at_school.reasons == ("part_period_reduced",)


def test_nothing_is_asked_of_a_period_that_is_waived_or_not_due():
    whole_life = Exemption(
        commitment="P1", first=START, last=date(2019, 9, 30), kind="excused", accepted_by=("kommune",)
    )
    matter = Matter(promising(EIGHT_A_YEAR), records(exceptions=(whole_life,)))
    promise = Promise("1", matter.agreement.commitments[0])
    new_school = Place(id="new", name="new", kind="school", opened_on=date(2017, 7, 31))
    period = matter.period_holding("school_year", START)

    assert asking(matter, promise, period, SCHOOL).standing == Standing.EXCUSED
    without = Matter(promising(EIGHT_A_YEAR), records())
    assert asking(without, promise, period, new_school).standing == Standing.NOT_DUE
    closed = Place(id="old", name="old", kind="school", closed_on=date(2016, 9, 30))
    assert asking(matter, promise, period, closed).standing == Standing.NOT_DUE


def test_whether_a_row_is_what_the_terms_ask_for_whatever_its_status():
    terms = CountTerms(activity=("visit",), at_least=1, per="month", by_role="contact", min_minutes=30)
    evidence = Matter(promising(terms), records()).evidence

    assert qualifies(terms, visit(START, status="planned", minutes=30), evidence)
    assert not qualifies(terms, visit(START, minutes=29), evidence)
    assert not qualifies(terms, visit(START, kind="call"), evidence)
    assert not qualifies(terms, visit(START, people=("per",)), evidence)
