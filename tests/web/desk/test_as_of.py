"""The directory, the records, the log and the plan as they stood on a day that is asked for."""

from datetime import date
from uuid import uuid4

import pytest

from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.services import note_event, receive_request
from politikontakt.modules.agreements.services import add_document
from politikontakt.modules.audit.actors import SYSTEM
from tests import factories
from tests.factories import TODAY

HOME = "/malvik/arbeid/"
THEN = {"on": "2017-06-01"}
BEFORE, AFTER = date(2017, 5, 2), date(2017, 9, 12)


@pytest.fixture
def client(malvik, berit, signed_in):
    """Berit at her desk, with something recorded before and something after the day that is asked for."""
    with within(malvik):
        factories.school("saksvik", "Saksvik skole", opened_on=date(2017, 8, 1))
        factories.holder("ny", "Nina Berg", "police_contact", since=date(2017, 8, 1))
        for day in (BEFORE, AFTER):
            factories.visit(day)
            factories.council(day, "berit")
            add_document(key=uuid4(), kind=f"plan_{day.month}", approved_on=day, attached=True, by=SYSTEM)
            note_event(key=uuid4(), kind=f"event_{day.month}", happened_on=day, by=SYSTEM, today=TODAY)
            receive_request(key=uuid4(), kind="advice", received_on=day, by=SYSTEM, today=TODAY)
    return signed_in(berit)


def test_the_directory_names_who_held_a_role_and_what_was_open_then(client):
    now, then = (client.get(HOME + "katalog/", asked).context for asked in ({}, THEN))

    assert {each.person.name for each in now["holdings"]} - {each.person.name for each in then["holdings"]} == {
        "Nina Berg"
    }
    assert {each.name for each in now["schools"]} - {each.name for each in then["schools"]} == {"Saksvik skole"}


def test_the_records_are_those_of_then(client):
    page = client.get(HOME + "moeter/", THEN).context

    assert [each.happened_on for each in page["meetings"]] == [BEFORE]
    assert [each.received_on for each in page["requests"]] == [BEFORE]
    assert [each.approved_on for each in page["documents"]] == [BEFORE]
    assert [each.happened_on for each in page["events"]] == [BEFORE]


def test_the_log_ends_with_the_day(client):
    assert [each.happened_on for each in client.get(HOME + "logg/", THEN).context["rows"]] == [BEFORE]


def test_the_plan_is_that_of_the_school_year_then(client):
    assert client.get(HOME + "plan/", THEN).context["year"].label == "2016/17"


@pytest.mark.parametrize("page", ["", "avtalen/punkt/P12/", "plan/", "moeter/", "katalog/", "tapt-tid/"])
def test_the_day_can_be_chosen_on_the_page(client, page):
    assert 'name="on" value="2017-06-01"' in client.get(HOME + page, THEN).content.decode()


def test_residents_can_choose_the_day_too(client):
    assert 'name="on" value="2017-06-01"' in client.get("/malvik/avtalen/", THEN).content.decode()


@pytest.mark.parametrize(
    "page",
    [
        "arbeid/avtalen/",
        "arbeid/avtalen/punkt/P12/",
        "arbeid/katalog/",
        "arbeid/moeter/",
        "arbeid/tapt-tid/",
        "avtalen/",
    ],
)
def test_a_day_that_is_none_is_named_at_its_field_on_every_page(client, page):
    html = client.get(f"/malvik/{page}", {"on": "31.2.2018"}).content.decode()

    assert 'aria-describedby="on-misread"' in html
    assert "“31.2.2018”" in html or "«31.2.2018»" in html
