"""Calendars that other programs subscribe to, read back by the same rules."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from icalendar import Calendar

from politikontakt.modules.access.models import Holding, Role
from politikontakt.modules.access.services import add_role, change_role, end_role, withdraw
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.entries import ActivityEntry
from politikontakt.modules.activities.services import correct_activity
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.directory.feeds import renew_feed, secret_of
from politikontakt.modules.directory.services import PlaceFields, add_place
from politikontakt.modules.planning.services import entry_of
from tests import factories

OSLO = ZoneInfo("Europe/Oslo")
RESIDENTS = "/malvik/kalender.ics"
MARCH, APRIL = date(2018, 3, 20), date(2018, 4, 10)


@pytest.fixture
def here(malvik):
    """Malvik on 15 March 2018, with its scope open; the contacts' title is the agreement's."""
    malvik.demo, malvik.demo_day = True, factories.TODAY
    malvik.save()
    with within(malvik):
        role = Role.objects.get(ref="police_contact")
        change_role(
            key=factories.key(), role=role, titles={"nb": "politikontakt"}, party=role.party, may=role.may, by=SYSTEM
        )
        yield malvik


def planned(day: date, at: str = "hommelvik-us", by: str = "berit", **entry):
    return factories.visit(day, at, by, **{"status": "planned", "starts_at": time(9, 15), **entry})


def contact(ref: str = "berit") -> str:
    feed = renew_feed(key=factories.key(), by=SYSTEM, person=factories.person(ref))
    return f"/malvik/kalender/{secret_of(feed)}.ics"


def school(ref: str = "hommelvik-us") -> str:
    feed = renew_feed(key=factories.key(), by=SYSTEM, place=factories.place(ref))
    return f"/malvik/kalender/{secret_of(feed)}.ics"


def read(address: str) -> Calendar:
    answer = Client().get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return Calendar.from_ical(answer.content)


def events(address: str) -> list:
    return list(read(address).walk("VEVENT"))


def test_a_contact_finds_the_own_planned_work_in_norwegian_time(here):
    planned(MARCH)
    planned(APRIL, at="vikhammer-us", confirmed=True, minutes=90)
    planned(MARCH, by="ola")

    found = events(contact())

    assert [(each["DTSTART"].dt, each["DTEND"].dt) for each in found] == [
        (datetime(2018, 3, 20, 9, 15, tzinfo=OSLO), datetime(2018, 3, 20, 10, 15, tzinfo=OSLO)),
        (datetime(2018, 4, 10, 9, 15, tzinfo=OSLO), datetime(2018, 4, 10, 10, 45, tzinfo=OSLO)),
    ]
    assert [str(each["STATUS"]) for each in found] == ["TENTATIVE", "CONFIRMED"]
    assert [str(each["LOCATION"]) for each in found] == ["Hommelvik ungdomsskole", "Vikhammer ungdomsskole"]


def test_summer_time_is_told_by_the_file_itself(here):
    planned(MARCH)
    planned(APRIL)

    found = read(contact())
    [zone] = found.walk("VTIMEZONE")
    described = zone.to_tz()

    assert str(zone["TZID"]) == "Europe/Oslo"
    assert [each["DTSTART"].params["TZID"] for each in found.walk("VEVENT")] == ["Europe/Oslo"] * 2
    for day, offset in ((MARCH, 1), (APRIL, 2), (date(2018, 3, 25), 2), (date(2018, 10, 28), 1)):
        assert datetime.combine(day, time(12), described).utcoffset() == timedelta(hours=offset)


def test_meetings_are_there_with_or_without_a_time(here):
    factories.council(MARCH, "berit", status="planned", starts_at=time(12), minutes=120)
    factories.council(APRIL, "berit", "kari", status="planned")
    factories.council(APRIL, "kari", status="planned")

    found = events(contact())

    assert [each["DTSTART"].dt for each in found] == [datetime(2018, 3, 20, 12, tzinfo=OSLO), APRIL]
    assert found[1]["DTEND"].dt == APRIL + timedelta(days=1)


def test_what_moves_keeps_its_name_and_counts_up(here):
    row, address = planned(MARCH), contact()
    [before] = events(address)
    entry = ActivityEntry(
        kind=row.kind, happened_on=APRIL, status="planned", place=row.place, people=[factories.person("berit")]
    )

    correct_activity(key=factories.key(), activity=row, entry=entry, by=SYSTEM, today=factories.TODAY)
    [after] = events(address)

    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["LAST-MODIFIED"].dt >= before["LAST-MODIFIED"].dt
    assert after["DTSTART"].dt == APRIL


def test_what_is_withdrawn_is_gone(here):
    row, address = planned(MARCH), contact()

    withdraw(key=factories.key(), fact=row, by=SYSTEM)

    assert events(address) == []


def test_what_is_cancelled_says_so_under_its_old_name(here):
    row, own, at_school = planned(MARCH, confirmed=True), contact(), school()
    [before] = events(own)

    correct_activity(
        key=factories.key(), activity=row, entry=entry_of(row, status="cancelled"), by=SYSTEM, today=factories.TODAY
    )

    for address in (own, at_school):
        [after] = events(address)
        assert (str(after["STATUS"]), after["SEQUENCE"], after["DTSTART"].dt) == (
            "CANCELLED",
            1,
            datetime(2018, 3, 20, 9, 15, tzinfo=OSLO),
        )
    assert [each["UID"] for each in events(own)] == [before["UID"]]


def test_every_calendar_is_as_the_format_asks(here):
    """Rules of RFC 5545 that programs trip over: line ends and lengths, one stamp and name each, zones described."""
    planned(MARCH, audience=["pupils"])
    planned(APRIL, status="cancelled")
    planned(MARCH, kind="presence", starts_at=None)
    factories.council(APRIL, "berit", status="planned")

    for address in (contact(), school(), RESIDENTS):
        source = Client().get(address).content
        file = Calendar.from_ical(source)
        found = file.walk("VEVENT")

        assert source.endswith(b"END:VCALENDAR\r\n")
        assert b"\n" not in source.replace(b"\r\n", b"")
        assert max(map(len, source.split(b"\r\n"))) <= 75
        assert (str(file["VERSION"]), "PRODID" in file) == ("2.0", True)
        assert len({str(each["UID"]) for each in found}) == len(found) > 0
        assert {each["DTSTAMP"].to_ical()[-1:] for each in found} == {b"Z"}
        zones = {str(each["TZID"]) for each in file.walk("VTIMEZONE")}
        assert {each["DTSTART"].params.get("TZID", "Europe/Oslo") for each in found} <= zones
        assert all(each["DTEND"].dt > each["DTSTART"].dt for each in found)
        assert source == Calendar.from_ical(source).to_ical()


def test_signs_of_the_format_come_through_unharmed(here):
    name = 'Skole; med, komma \\ og "tegn"' + " langt" * 20
    add_place(key=factories.key(), ref="rar", fields=PlaceFields(name=name, kind="school"), by=SYSTEM)
    planned(MARCH, at="rar")

    answer = Client().get(contact())

    [event] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert str(event["LOCATION"]) == name
    assert max(len(line) for line in answer.content.split(b"\r\n")) <= 75


def test_no_note_is_in_any_calendar(here):
    planned(MARCH, note="Nettvett på trinnet")
    planned(MARCH, kind="presence", note="Nettvett på trinnet")

    for address in (contact(), school(), RESIDENTS):
        assert b"Nettvett" not in Client().get(address).content


def test_a_school_sees_who_comes_by_role_and_nobody_elses_visits(here):
    planned(MARCH, audience=["pupils"])
    planned(APRIL, at="vikhammer-us")

    content = Client().get(school()).content.decode()

    [event] = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["SUMMARY"]).startswith("Politikontakt: ")
    assert "Berit" not in content
    assert event["DTSTART"].dt == datetime(2018, 3, 20, 9, 15, tzinfo=OSLO)


def test_residents_see_a_place_and_half_a_day(here):
    planned(MARCH, kind="presence", starts_at=time(13, 20), minutes=45)

    [event] = events(RESIDENTS)

    assert str(event["SUMMARY"]) == "Politikontakt: Hommelvik ungdomsskole, ettermiddag"
    assert event["DTSTART"].dt == datetime(2018, 3, 20, 12, tzinfo=OSLO)
    assert event["DTEND"].dt == datetime(2018, 3, 20, 17, tzinfo=OSLO)


def test_residents_see_nothing_that_the_public_page_does_not(here):
    add_place(
        key=factories.key(), ref="mottak", fields=PlaceFields(name="Mottaket", kind="reception_centre"), by=SYSTEM
    )
    row = planned(MARCH, kind="presence", starts_at=time(9, 15), note="Uro ved butikken", minutes=45)
    planned(MARCH)  # a school visit
    planned(MARCH, kind="presence", at="mottak")
    planned(date(2018, 3, 29), kind="presence")  # beyond the fourteen days
    planned(MARCH, kind="presence", status="cancelled", at="vikhammer-us")
    factories.council(MARCH, "berit", status="planned")
    contact()

    content = Client().get(RESIDENTS).content.decode()

    assert len(list(Calendar.from_ical(content).walk("VEVENT"))) == 1
    for secret in (
        "Berit",
        "berit",
        row.ref,
        str(row.key),
        "0915",
        "T091",
        "Mottaket",
        "Uro",
        "Vikhammer",
        "/kalender/",
    ):
        assert secret not in content


def test_two_contacts_at_one_place_are_one_event_for_residents(here):
    planned(MARCH, kind="presence")
    planned(MARCH, kind="presence", by="ola", starts_at=time(10))

    assert len(events(RESIDENTS)) == 1


def test_what_is_withdrawn_from_residents_is_silently_gone(here):
    row = planned(MARCH, kind="presence")
    [before] = events(RESIDENTS)

    withdraw(key=factories.key(), fact=row, by=SYSTEM)

    assert before["LAST-MODIFIED"].dt == datetime(2018, 3, 6, tzinfo=UTC)  # from the day alone
    assert events(RESIDENTS) == []


@pytest.mark.parametrize("guess", ["1", "1-abc", "x", "0-" + "a" * 40, "%2e%2e"])
def test_a_wrong_address_is_not_found(here, guess):
    contact()

    assert Client().get(f"/malvik/kalender/{guess}.ics").status_code == 404


def test_an_address_that_was_renewed_is_not_found(here):
    old = contact()
    new = contact()

    assert [Client().get(each).status_code for each in (old, new)] == [404, 200]


def test_an_address_is_not_found_in_another_municipality(here, stjordal):
    address = contact()

    assert Client().get(address.replace("malvik", "stjordal")).status_code == 404


def test_who_holds_no_role_any_more_has_no_calendar(here):
    address = contact()

    end_role(key=factories.key(), holding=Holding.current.get(person__ref="berit"), until=date(2018, 3, 14), by=SYSTEM)

    assert Client().get(address).status_code == 404


def test_the_same_calendar_is_not_sent_twice(here):
    address = contact()
    first = Client().get(address)

    again = Client().get(address, headers={"If-None-Match": first["ETag"]})
    planned(MARCH)
    changed = Client().get(address, headers={"If-None-Match": first["ETag"]})

    assert [first.status_code, again.status_code, changed.status_code] == [200, 304, 200]
    assert (again.content, first["Cache-Control"]) == (b"", "private, no-cache")


def test_a_calendar_is_only_read(here):
    assert [Client().post(each).status_code for each in (RESIDENTS, contact())] == [405, 405]


def test_without_a_title_the_contacts_have_our_word(stjordal):
    stjordal.demo, stjordal.demo_day = True, factories.TODAY
    stjordal.save()
    with within(stjordal):
        add_role(key=factories.key(), ref="mayor", titles={"nb": "ordfører"}, side="municipality", by=SYSTEM)

    assert str(read("/stjordal/kalender.ics")["X-WR-CALNAME"]) == "Police_contact, Stjørdal"


def test_a_calendar_asks_as_much_for_one_row_as_for_twenty(here, django_assert_max_num_queries):
    addresses = [contact(), school(), RESIDENTS]
    for number in (1, 20):
        for _ in range(number):
            planned(MARCH, kind="presence")
        for address in addresses:
            with django_assert_max_num_queries(12):
                Client().get(address)
