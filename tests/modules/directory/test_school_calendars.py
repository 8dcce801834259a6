"""Whole school calendars: compared, stored as one write, and kept as versions."""

from datetime import date

import pytest

from politikontakt.core.calendar.imports.stretches import SchoolCalendar, Stretch
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.access.errors import NationalIdFound
from politikontakt.modules.access.services import withdraw
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.errors import KeyConflict
from politikontakt.modules.audit.queries import verify_chain
from politikontakt.modules.directory.calendar_versions import calendar_versions
from politikontakt.modules.directory.errors import CalendarsChanged
from politikontakt.modules.directory.models import ClosedDays
from politikontakt.modules.directory.queries import closed_days
from politikontakt.modules.directory.school_calendars import (
    ForSchool,
    fingerprint,
    preview,
    store_school_calendars,
)
from politikontakt.modules.directory.services import close_days
from tests import factories

SPAN = DayRange(date(2018, 2, 1), date(2018, 3, 31))
WINTER = DayRange(date(2018, 2, 19), date(2018, 2, 23))
EASTER = DayRange(date(2018, 3, 26), date(2018, 3, 28))


def calendar(*stretches: tuple[DayRange, str]) -> SchoolCalendar:
    return SchoolCalendar("", SPAN, {day: why for days, why in stretches for day in days})


def of(ref: str, *stretches: tuple[DayRange, str]) -> ForSchool:
    return ForSchool(factories.place(ref) if ref else None, calendar(*stretches))


def store(*schools: ForSchool, key=None, expected=None):
    return store_school_calendars(
        key=key or factories.key(),
        schools=schools,
        source="table",
        file="skolerute.csv",
        expected=expected or fingerprint(preview(schools)),
        by=factories.actor("siri"),
    )


def held() -> list[tuple[str, date, date, str]]:
    return [(row.place.ref if row.place else "", row.first, row.last, row.reason) for row in closed_days()]


def test_a_calendar_is_stored_as_stretches_of_its_school(in_malvik):
    store(of("hommelvik-us", (WINTER, "Vinterferie")), of("vikhammer-us", (EASTER, "Påske")))

    assert held() == [
        ("hommelvik-us", WINTER.first, WINTER.last, "Vinterferie"),
        ("vikhammer-us", EASTER.first, EASTER.last, "Påske"),
    ]
    assert verify_chain() == []


def test_a_later_calendar_changes_adds_and_withdraws_and_the_history_keeps_all(in_malvik):
    store(of("hommelvik-us", (WINTER, "Ferie"), (EASTER, "Påske")))
    longer = DayRange(WINTER.first, date(2018, 2, 26))

    store(of("hommelvik-us", (longer, "Ferie")))

    assert held() == [("hommelvik-us", longer.first, longer.last, "Ferie")]
    assert ClosedDays.objects.count() == 4  # two stored, one changed, one withdrawn
    assert ClosedDays.objects.filter(withdrawn=True).get().first == EASTER.first


def test_a_school_that_the_file_does_not_name_stays_as_it_is(in_malvik):
    store(of("vikhammer-us", (WINTER, "Ferie")))

    store(of("hommelvik-us", (EASTER, "Påske")))

    assert [ref for ref, *_ in held()] == ["vikhammer-us", "hommelvik-us"]


def test_a_calendar_of_every_school_changes_no_schools_own_days(in_malvik):
    store(of("vikhammer-us", (WINTER, "Ferie")))

    store(of("", (EASTER, "Påske")))

    assert [ref for ref, *_ in held()] == ["vikhammer-us", ""]


def test_the_same_key_stores_once(in_malvik):
    key, school = factories.key(), of("hommelvik-us", (WINTER, "Ferie"))
    seen = fingerprint(preview([school]))
    store(school, key=key, expected=seen)

    assert store(school, key=key, expected=seen) is not None
    with pytest.raises(KeyConflict):
        store(of("hommelvik-us"), key=key, expected=seen)
    assert len(held()) == 1


def test_what_was_not_looked_at_is_not_stored(in_malvik):
    school = of("hommelvik-us", (WINTER, "Ferie"))
    seen = fingerprint(preview([school]))
    close_days(key=factories.key(), first=WINTER.first, last=WINTER.first, by=SYSTEM, place=school.place)

    with pytest.raises(CalendarsChanged):
        store(school, expected=seen)

    assert len(held()) == 1


def test_a_comment_with_a_national_identity_number_is_refused(in_malvik):
    with pytest.raises(NationalIdFound):
        store(of("hommelvik-us", (WINTER, "Fri for 17054026641")))

    assert held() == []


def test_eight_schools_are_compared_with_one_question(in_malvik, django_assert_num_queries):
    schools = [of("hommelvik-us", (WINTER, ""))] * 8

    with django_assert_num_queries(1):
        preview(schools)


def test_versions_say_when_by_whom_and_what_changed(in_malvik):
    store(of("hommelvik-us", (WINTER, "Ferie")), of("vikhammer-us"))
    by_hand = close_days(
        key=factories.key(), first=EASTER.first, last=EASTER.last, by=factories.actor("berit"), reason="Påske"
    )
    withdraw(key=factories.key(), fact=by_hand, by=factories.actor("siri"))

    found = [
        (each.by, each.source, [(of.name, of.added, of.removed) for of in each.schools]) for each in calendar_versions()
    ]

    easter = Stretch(EASTER, "Påske")
    assert found == [
        ("Siri Vold", "taken_out", [("", [], [easter])]),
        ("Berit Haugen", "hand", [("", [easter], [])]),
        ("Siri Vold", "table", [("Hommelvik ungdomsskole", [Stretch(WINTER, "Ferie")], [])]),
    ]


def test_versions_of_one_school_leave_the_others_out(in_malvik):
    store(of("hommelvik-us", (WINTER, "Ferie")), of("vikhammer-us", (EASTER, "Påske")))

    [version] = calendar_versions(ref="vikhammer-us")

    assert [each.name for each in version.schools] == ["Vikhammer ungdomsskole"]


def test_versions_take_three_questions_for_one_write_and_for_five(in_malvik, django_assert_max_num_queries):
    for _ in range(5):
        row = close_days(key=factories.key(), first=EASTER.first, last=EASTER.last, by=SYSTEM)
        withdraw(key=factories.key(), fact=row, by=SYSTEM)

    with django_assert_max_num_queries(3):
        assert len(calendar_versions()) == 10
