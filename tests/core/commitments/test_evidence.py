"""The records, sorted and indexed once."""

from datetime import date, time

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.evidence import Evidence
from politikontakt.core.records.model import Activity, ClosedDays, Meeting, Place, Records, RoleHolding
from tests.core.commitments.scenes import SCHOOL, visit

MONDAY = date(2017, 3, 6)
TUESDAY = date(2017, 3, 7)
MARCH = DayRange(date(2017, 3, 1), date(2017, 3, 31))
MALL = Place(id="senter", name="Senter", kind="shopping_centre")


def ids(rows: object) -> list[str]:
    return [each.id for each in rows]  # type: ignore[attr-defined]


def test_activities_come_by_day_then_start_an_empty_one_last_then_id():
    evidence = Evidence(
        Records(
            activities=(
                visit(TUESDAY, "tuesday"),
                visit(MONDAY, "b-without-start"),
                visit(MONDAY, "a-without-start"),
                visit(MONDAY, "noon", start=time(12)),
                visit(MONDAY, "midnight", start=time(0)),
            )
        )
    )

    assert ids(evidence.activities(("visit",)).within(MARCH)) == [
        "midnight",
        "noon",
        "a-without-start",
        "b-without-start",
        "tuesday",
    ]


def test_several_kinds_are_one_line_in_time():
    evidence = Evidence(Records(activities=(visit(TUESDAY, "b"), visit(MONDAY, "c", kind="call"), visit(MONDAY, "a"))))

    assert ids(evidence.activities(("visit", "call")).rows) == ["a", "c", "b"]


def test_only_the_days_asked_for():
    evidence = Evidence(Records(activities=(visit(MONDAY), visit(TUESDAY))))

    assert [each.on for each in evidence.activities(("visit",)).within(DayRange(TUESDAY, TUESDAY))] == [TUESDAY]


def test_by_place_kind_partner_and_theme():
    rows = (
        visit(MONDAY, "a", themes=("drugs", "net")),
        visit(MONDAY, "b", place="senter", partner="FAU"),
        visit(MONDAY, "c", place=None, themes=("drugs",)),
    )
    evidence = Evidence(Records(places=(SCHOOL, MALL), activities=rows))

    assert ids(evidence.activities(("visit",), ("theme",), ("drugs",)).rows) == ["a", "c"]
    assert ids(evidence.activities(("visit",), ("place", "theme"), ("hommelvik", "net")).rows) == ["a"]
    assert ids(evidence.activities(("visit",), ("place_kind",), ("shopping_centre",)).rows) == ["b"]
    assert ids(evidence.activities(("visit",), ("partner",), ("FAU",)).rows) == ["b"]
    assert ids(evidence.activities(("visit",), ("place",), ("vikhammer",)).rows) == []


def test_a_theme_named_twice_is_one():
    evidence = Evidence(Records(activities=(visit(MONDAY, "a", themes=("drugs", "drugs")),)))

    assert ids(evidence.activities(("visit",), ("theme",), ("drugs",)).rows) == ["a"]


def test_meetings_come_by_day_then_id():
    rows = [Meeting(id=row, kind=kind, status="done", on=on) for row, kind, on in MEETINGS]

    assert ids(Evidence(Records(meetings=tuple(rows))).meetings("council")) == ["a", "b", "c"]


MEETINGS = [("c", "council", TUESDAY), ("b", "council", MONDAY), ("x", "heads", MONDAY), ("a", "council", MONDAY)]


def test_who_held_a_role_on_a_day_both_ends_included():
    anne = RoleHolding(role="contact", person="anne", since=MONDAY, until=TUESDAY)
    bo = RoleHolding(role="contact", person="bo", since=TUESDAY, acting=True)
    evidence = Evidence(Records(roles=(anne, bo)))

    assert evidence.holders("contact", date(2017, 3, 5)) == set()
    assert evidence.holders("contact", MONDAY) == {"anne"}
    assert evidence.holders("contact", TUESDAY) == {"anne", "bo"}
    assert evidence.holders("contact", TUESDAY, acting=False) == {"anne"}
    assert evidence.holders("contact", date(2017, 3, 8)) == {"bo"}
    assert evidence.holders("chief", MONDAY) == set()


def test_closed_days_of_all_are_for_schools():
    every_school = ClosedDays(first=MONDAY, last=MONDAY)
    the_mall = ClosedDays(first=TUESDAY, last=TUESDAY, place="senter")
    evidence = Evidence(Records(places=(SCHOOL, MALL), closed_days=(every_school, the_mall)))

    assert evidence.closed("hommelvik") == (DayRange(MONDAY, MONDAY),)
    assert evidence.closed("senter") == (DayRange(TUESDAY, TUESDAY),)


def test_an_activity_at_an_unknown_place_has_no_kind_of_place():
    lost = Activity(id="a", kind="visit", status="done", on=MONDAY, place="nowhere")

    assert ids(Evidence(Records(activities=(lost,))).activities(("visit",), ("place_kind",), ("school",)).rows) == []
