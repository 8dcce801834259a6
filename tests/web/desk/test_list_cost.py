"""A page of the desk asks the database as often for many rows as for one."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from politikontakt.modules.access.models import Role
from politikontakt.modules.access.services import give_role
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.services import note_event, receive_request
from politikontakt.modules.agreements.services import add_document
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.directory.services import PartnerFields, add_partner, close_days
from tests import factories

HOME = "/malvik/arbeid/"
MANY = 300
FIRST = date(2017, 1, 2)


def visits(numbers: range) -> None:
    """Visits at one school, on days of their own."""
    for number in numbers:
        factories.visit(FIRST + timedelta(days=number), at="vikhammer-us", by="berit")


def records(numbers: range) -> None:
    """Of meetings, documents, milestones and requests one for each number."""
    for number in numbers:
        day = FIRST + timedelta(days=number)
        factories.council(day, "berit", "siri")
        add_document(key=factories.key(), kind=f"plan_{number}", approved_on=day, attached=True, by=SYSTEM)
        note_event(key=factories.key(), kind=f"event_{number}", happened_on=day, by=SYSTEM, today=factories.TODAY)
        receive_request(key=factories.key(), kind="advice", received_on=day, by=SYSTEM, today=factories.TODAY)


def entries(numbers: range) -> None:
    """Of schools, partners, holdings and closed days one for each number."""
    role, person = Role.objects.get(ref="police_contact"), factories.person("siri")
    for number in numbers:
        day = FIRST + timedelta(days=number)
        school = factories.school(f"school-{number}", f"Skole {number}")
        partner = PartnerFields(name=f"Partner {number}", kind="other")
        add_partner(key=factories.key(), ref=f"partner-{number}", fields=partner, by=SYSTEM)
        close_days(key=factories.key(), first=day, last=day, place=school, by=SYSTEM)
        give_role(key=factories.key(), role=role, person=person, since=day, until=day, acting=True, by=SYSTEM)


def queries(client, address: str) -> int:
    """How often a page that was read before asks the database."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    ("pages", "fill"),
    [
        (("avtalen/", "avtalen/punkt/P12/", "logg/", "plan/"), visits),
        (("moeter/",), records),
        (("katalog/",), entries),
    ],
)
def test_a_page_asks_as_often_for_three_hundred_rows_as_for_one(malvik, berit, signed_in, pages, fill):
    client = signed_in(berit)
    asked = []
    for numbers in (range(1), range(1, MANY)):
        with within(malvik), transaction.atomic():
            fill(numbers)
        asked.append({page: queries(client, HOME + page) for page in pages})

    assert asked[0] == asked[1]
