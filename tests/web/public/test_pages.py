"""What residents see of their municipality."""

from datetime import date, time
from uuid import uuid4

import pytest
from django.test import Client

from politikontakt.modules.access import services as access
from politikontakt.modules.access.models import Municipality
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.entries import ActivityEntry
from politikontakt.modules.activities.services import correct_activity, log_activity
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.directory.services import PlaceFields, add_place, set_contact_card
from tests import factories
from tests.factories import TODAY

MALVIK = "/malvik/?on=2018-03-15"
PROMISES = "/malvik/avtalen/?on=2018-03-15"


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.fixture
def card(in_malvik: Municipality) -> None:
    reception = {"nb": "På Stjørdal, 9 til 15.", "nn": "På Stjørdal, frå 9 til 15."}
    set_contact_card(key=uuid4(), phone="73 00 00 00", email="kontakt@politi.example", reception=reception, by=SYSTEM)


def presence(day: date, at: str, starts_at: time | None, by: str = "berit"):
    entry = ActivityEntry(
        kind="presence",
        status="planned",
        happened_on=day,
        place=factories.place(at),
        people=[factories.person(by)],
        starts_at=starts_at,
    )
    return log_activity(key=uuid4(), entry=entry, by=SYSTEM, today=TODAY)


def test_the_front_page_names_every_municipality_in_order(client: Client, malvik, stjordal):
    page = client.get("/")

    assert [each.name for each in page.context["municipalities"]] == ["Malvik", "Stjørdal"]


def test_the_contacts_are_those_who_hold_the_role_that_day(client: Client, malvik):
    with within(malvik):
        factories.holder("ny", "Nina Berg", "police_contact", since=date(2018, 4, 1))

    march = client.get(MALVIK).context["contacts"]
    april = client.get("/malvik/?on=2018-04-01").context["contacts"]

    assert [each.person.name for each in march.holdings] == ["Berit Haugen", "Ola Sund"]
    assert [each.person.name for each in april.holdings] == ["Berit Haugen", "Ola Sund", "Nina Berg"]


def test_a_deputy_is_not_shown_as_contact(client: Client, malvik):
    with within(malvik):
        deputy = access.add_person(key=uuid4(), ref="vara", name="Vara Lie", by=SYSTEM)
        access.give_role(
            key=uuid4(),
            role=factories.Role.objects.get(ref="police_contact"),
            person=deputy,
            since=TODAY,
            deputy=True,
            by=SYSTEM,
        )

    assert "Vara Lie" not in text(client, MALVIK)


def test_without_contacts_the_page_says_so_and_how_to_reach_the_police(client: Client, malvik):
    page = client.get("/malvik/?on=2016-01-01")

    assert page.context["contacts"].holdings == []
    assert 'href="tel:02800"' in page.content.decode()


def test_the_card_says_where_to_call_write_and_go(client: Client, malvik, card):
    html = text(client, MALVIK)

    assert 'href="tel:73000000"' in html
    assert 'href="mailto:kontakt@politi.example"' in html
    assert "På Stjørdal, 9 til 15." in html


def test_nynorsk_readers_get_the_nynorsk_text(client: Client, malvik, card):
    client.get("/sprak/nn/")

    assert "På Stjørdal, frå 9 til 15." in text(client, MALVIK)


def test_presence_is_a_place_and_half_a_day_without_who_or_when(client: Client, malvik):
    with within(malvik):
        presence(date(2018, 3, 20), "hommelvik-us", time(9, 15), by="ola")

    page = client.get(MALVIK)

    assert [(meet.day, meet.half, meet.place) for meet in page.context["meets"]] == [
        (date(2018, 3, 20), "morning", "Hommelvik ungdomsskole")
    ]
    assert "9.15" not in page.content.decode()
    assert "09:15" not in page.content.decode()


def test_presence_is_shown_for_today_and_thirteen_days_more(client: Client, malvik):
    with within(malvik):
        for day in (date(2018, 3, 14), date(2018, 3, 15), date(2018, 3, 28), date(2018, 3, 29)):
            presence(day, "hommelvik-us", None)

    assert [meet.day.day for meet in client.get(MALVIK).context["meets"]] == [15, 28]


def test_what_is_cancelled_is_gone_without_a_trace(client: Client, malvik):
    with within(malvik):
        planned = presence(date(2018, 3, 20), "hommelvik-us", time(9))
    before = text(client, MALVIK)
    with within(malvik):
        off = ActivityEntry(kind="presence", status="cancelled", happened_on=planned.happened_on, place=planned.place)
        correct_activity(key=uuid4(), activity=planned, entry=off, by=SYSTEM, today=TODAY)
    after = client.get(MALVIK)

    assert "Hommelvik ungdomsskole" in before
    assert list(after.context["meets"]) == []
    assert "Hommelvik ungdomsskole" not in after.content.decode()


def test_where_asylum_seekers_live_is_never_shown(client: Client, malvik):
    with within(malvik):
        add_place(key=uuid4(), ref="mottak", fields=PlaceFields(name="Mottaket", kind="reception_centre"), by=SYSTEM)
        presence(date(2018, 3, 20), "mottak", time(9))

    assert "Mottaket" not in text(client, MALVIK)


def test_the_promises_are_counted(client: Client, malvik):
    promises = client.get(MALVIK).context["promises"]

    assert (promises.total, sum(promises.counts.values())) == (3, 3)
    assert promises.counts["not_measured"] >= 1


def test_a_logged_visit_shows_at_once(client: Client, malvik):
    def done() -> list[int | None]:
        sections = client.get(PROMISES).context["promises"].sections
        [row] = [row for section in sections for row in section.rows if row.clause.ref == "P12"]
        return [verdict.done for verdict in row.duties[0].commitments[0].verdicts]

    before = done()
    with within(malvik):
        factories.visit(date(2018, 3, 6))

    assert (before, done()) == ([0, 0], [1, 0])


def test_a_clause_without_a_rule_says_that_nobody_can_measure_it(client: Client, malvik):
    rows = [row for section in client.get(PROMISES).context["promises"].sections for row in section.rows]
    [unruled] = [row for row in rows if row.clause.ref == "G5"]

    assert unruled.duties == ()


def test_both_columns_stand_there_also_when_one_owes_nothing(client: Client, malvik):
    rows = [row for section in client.get(PROMISES).context["promises"].sections for row in section.rows]
    [visits] = [row for row in rows if row.clause.ref == "P12"]

    assert [(duty.side, len(duty.commitments)) for duty in visits.duties] == [("police", 1), ("municipality", 0)]


def test_the_signed_words_are_there(client: Client, malvik):
    assert "Minst åtte besøk i året ved hver ungdomsskole." in text(client, PROMISES)


def test_before_the_agreement_the_page_says_when_it_begins(client: Client, malvik):
    promises = client.get("/malvik/?on=2016-01-01").context["promises"]

    assert (promises.not_begun, promises.in_force) == (True, False)


@pytest.mark.parametrize("address", ["/stjordal/", "/stjordal/avtalen/"])
def test_a_municipality_without_an_agreement_has_its_pages(client: Client, stjordal, address: str):
    page = client.get(address)

    assert page.status_code == 200
    assert not page.context["promises"]


@pytest.mark.parametrize("page", ["", "avtalen/", "personvern/", "tilgjengelighet/"])
def test_a_municipality_that_is_not_here_is_not_found(client: Client, malvik, page: str):
    assert client.get(f"/oslo/{page}").status_code == 404


@pytest.mark.parametrize("address", [MALVIK, PROMISES, "/malvik/personvern/", "/malvik/tilgjengelighet/", "/"])
def test_reading_leaves_no_cookie(client: Client, malvik, address: str):
    assert not client.get(address).cookies


def test_another_municipalitys_school_is_never_shown(client: Client, malvik, stjordal):
    assert "Halsen" not in text(client, MALVIK) + text(client, PROMISES)


def test_a_page_read_before_costs_one_query(client: Client, malvik, django_assert_num_queries):
    client.get(MALVIK)

    with django_assert_num_queries(1):
        client.get(MALVIK)


def test_an_open_meeting_is_announced_with_its_hour_but_not_the_note(client: Client, malvik):
    with within(malvik):
        entry = ActivityEntry(
            kind="open_meeting",
            status="planned",
            happened_on=date(2018, 4, 11),
            starts_at=time(18),
            place=factories.place("vikhammer-us"),
            people=[factories.person("berit")],
            themes=("online_safety",),
            note="Husk kaffe",
        )
        log_activity(key=uuid4(), entry=entry, by=SYSTEM, today=TODAY)

    page = client.get(MALVIK)
    [meeting] = page.context["open_meetings"]

    assert (meeting.day, meeting.starts_at, meeting.place) == (date(2018, 4, 11), time(18), "Vikhammer ungdomsskole")
    assert "Husk kaffe" not in page.content.decode()


def test_without_open_meetings_nothing_is_said_of_them(client: Client, malvik):
    assert 'aria-labelledby="open"' not in text(client, MALVIK)
