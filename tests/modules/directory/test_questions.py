"""The directory's lists: which rows, in which order, from which day."""

from datetime import date
from uuid import uuid4

import pytest

from politikontakt.modules.access.services import withdraw
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.directory import queries
from politikontakt.modules.directory.models import Place
from politikontakt.modules.directory.services import (
    PartnerFields,
    PlaceFields,
    add_partner,
    add_place,
    close_days,
    note_absence,
    set_contact_card,
)
from tests import factories

WINTER = (date(2018, 2, 19), date(2018, 2, 23))
AUTUMN = (date(2017, 10, 9), date(2017, 10, 13))


def closed(first, last, **fields):
    return close_days(key=uuid4(), first=first, last=last, by=SYSTEM, **fields)


def test_places_stand_in_the_order_of_the_register_all_or_of_one_kind(in_malvik):
    add_place(key=uuid4(), ref="a-torget", fields=PlaceFields(name="Torget", kind="street"), by=SYSTEM)

    assert [each.ref for each in queries.places()] == ["hommelvik-us", "vikhammer-us", "a-torget"]
    assert [each.ref for each in queries.places(kind="street")] == ["a-torget"]
    assert list(queries.places(kind="online")) == []


def test_a_place_that_was_taken_out_is_in_no_list(in_malvik):
    Place.objects.filter(ref="vikhammer-us").update(holds=False)

    assert [each.ref for each in queries.places()] == ["hommelvik-us"]
    assert [ref for ref, _ in queries.names_of_places(factories.TODAY)] == ["hommelvik-us"]


def test_partners_stand_by_name(in_malvik):
    for ref, name in (("b", "Natteravnene"), ("a", "Rådet"), ("c", "FAU")):
        add_partner(key=uuid4(), ref=ref, fields=PartnerFields(name=name), by=SYSTEM)

    assert [each.name for each in queries.partners()] == ["FAU", "Natteravnene", "Rådet"]


@pytest.mark.parametrize(
    ("since", "found"),
    [
        (None, [AUTUMN, WINTER]),
        (date(2017, 10, 13), [AUTUMN, WINTER]),  # the last day still counts
        (date(2017, 10, 14), [WINTER]),
        (date(2018, 2, 24), []),
    ],
)
def test_closed_days_stand_by_date_from_a_day_on(in_malvik, since, found):
    closed(*WINTER)
    closed(*AUTUMN)

    assert [(each.first, each.last) for each in queries.closed_days(since=since)] == found


def test_closed_days_that_were_taken_back_are_in_no_list(in_malvik):
    withdraw(key=uuid4(), fact=closed(*WINTER), by=SYSTEM)

    assert list(queries.closed_days()) == []


@pytest.mark.parametrize(("since", "found"), [(None, 2), (WINTER[1], 1), (date(2018, 2, 24), 0)])
def test_absences_stand_by_date_from_a_day_on(in_malvik, since, found):
    for person, (first, last) in (("berit", WINTER), ("ola", AUTUMN)):
        note_absence(key=uuid4(), person=factories.person(person), first=first, last=last, by=SYSTEM)

    rows = queries.absences(since=since)

    assert [each.first for each in rows] == sorted(each.first for each in rows)
    assert len(rows) == found


def test_the_card_that_holds_is_the_newest(in_malvik):
    for phone in ("02800", "73 00 00 00"):
        set_contact_card(key=uuid4(), phone=phone, reception={"nb": "Rådhuset"}, by=SYSTEM)

    assert queries.contact_card().phone == "73 00 00 00"


@pytest.mark.parametrize("count", [1, 5])
def test_closed_days_and_absences_take_one_query_each(in_malvik, django_assert_num_queries, count):
    for number in range(count):
        day = date(2018, 2, 1 + number)
        closed(day, day, place=factories.place("hommelvik-us"))
        note_absence(key=uuid4(), person=factories.person("berit"), first=day, last=day, by=SYSTEM)

    with django_assert_num_queries(1):
        assert len([each.place.name for each in queries.closed_days()]) == count
    with django_assert_num_queries(1):
        assert len([each.person.name for each in queries.absences()]) == count
