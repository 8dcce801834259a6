"""Places, closed days, partners, absences and the public card."""

from datetime import date
from uuid import uuid4

import pytest

from politikontakt.modules.access.errors import EndsBeforeItBegins, NationalIdFound, RefTaken
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.directory import queries
from politikontakt.modules.directory.errors import ClosesBeforeItOpens, StagesBackwards
from politikontakt.modules.directory.models import ContactCard, Place
from politikontakt.modules.directory.services import (
    PartnerFields,
    PlaceFields,
    add_partner,
    add_place,
    change_partner,
    change_place,
    close_days,
    note_absence,
    set_contact_card,
)
from tests import factories
from tests.factories import TODAY, school


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (date(2017, 7, 31), False),  # the day before it opens
        (date(2017, 8, 1), True),  # both days named are open
        (date(2018, 6, 20), True),
        (date(2018, 6, 21), False),
    ],
)
def test_a_place_is_open_on_both_days_named(in_malvik, day, is_open):
    school("ny", "Ny skole", opened_on=date(2017, 8, 1), closed_on=date(2018, 6, 20))

    assert ("ny" in [place.ref for place in queries.places_open_on(day)]) is is_open


@pytest.mark.parametrize(("first", "last"), [(10, 8), (0, 7), (8, 14)])
def test_stages_that_are_no_school_years_in_order_are_refused(in_malvik, first, last):
    with pytest.raises(StagesBackwards):
        school("x", "X", stage_from=first, stage_to=last)


def test_a_place_that_closes_before_it_opens_is_refused(in_malvik):
    with pytest.raises(ClosesBeforeItOpens):
        school("x", "X", opened_on=date(2018, 1, 2), closed_on=date(2018, 1, 1))


def test_changing_a_place_shows_what_was_in_the_audit_row(in_malvik):
    place = factories.place("hommelvik-us")
    fields = PlaceFields(name="Hommelvik skole", kind="school", stage_from=1, stage_to=10)

    change_place(key=uuid4(), place=place, fields=fields, by=SYSTEM)

    row = AuditRow.objects.order_by("-number").first()
    assert Place.objects.get(ref="hommelvik-us").name == "Hommelvik skole"
    assert (row.outcome["before"]["name"], row.body["name"]) == ("Hommelvik ungdomsskole", "Hommelvik skole")


def test_the_same_ref_for_another_place_is_refused(in_malvik):
    with pytest.raises(RefTaken):
        add_place(key=uuid4(), ref="hommelvik-us", fields=PlaceFields(name="X", kind="street"), by=SYSTEM)


def test_closed_days_are_of_one_school_or_of_all(in_malvik):
    close_days(key=uuid4(), first=date(2018, 2, 19), last=date(2018, 2, 23), reason="Vinterferie", by=SYSTEM)
    close_days(key=uuid4(), first=TODAY, last=TODAY, place=factories.place("vikhammer-us"), reason="Fagdag", by=SYSTEM)

    found = [(each.place and each.place.ref, each.reason) for each in queries.closed_days(since=date(2018, 2, 23))]

    assert found == [(None, "Vinterferie"), ("vikhammer-us", "Fagdag")]
    assert len(queries.closed_days(since=date(2018, 2, 24))) == 1


def test_closed_days_that_end_before_they_begin_are_refused(in_malvik):
    with pytest.raises(EndsBeforeItBegins):
        close_days(key=uuid4(), first=TODAY, last=date(2018, 3, 14), by=SYSTEM)


def test_an_absence_is_of_a_person_and_some_blocks(in_malvik):
    absence = note_absence(
        key=uuid4(), person=factories.person("ola"), first=TODAY, last=TODAY, blocks=["evening"], kind="duty", by=SYSTEM
    )

    assert (absence.blocks, absence.kind, list(queries.absences(since=TODAY))) == (("evening",), "duty", [absence])


def test_a_partner_has_a_person_to_talk_to(in_malvik):
    fields = PartnerFields(name="Malvik Senter", kind="business", contact_name="Ida Lien", contact_phone="73 00 00 00")
    partner = add_partner(key=uuid4(), ref="senter", fields=fields, by=SYSTEM)

    change_partner(key=uuid4(), partner=partner, fields=PartnerFields(name="Malvik Senter"), by=SYSTEM)

    assert [(each.name, each.contact_name) for each in queries.partners()] == [("Malvik Senter", "")]


def test_the_newest_card_is_shown_and_the_one_before_is_kept(in_malvik):
    set_contact_card(key=uuid4(), phone="02800", reception={"nb": "Hommelvik"}, by=SYSTEM)
    set_contact_card(key=uuid4(), phone="02800", reception={"nb": "Stjørdal", "nn": "Stjørdal"}, by=SYSTEM)

    assert queries.contact_card().reception["nb"] == "Stjørdal"
    assert ContactCard.objects.count() == 2


def test_without_a_card_there_is_none(in_malvik):
    assert queries.contact_card() is None


def test_no_text_of_the_directory_takes_a_national_identity_number(in_malvik):
    with pytest.raises(NationalIdFound):
        set_contact_card(key=uuid4(), phone="02800", reception={"nb": "Ring 01010750160"}, by=SYSTEM)
    with pytest.raises(NationalIdFound):
        add_partner(key=uuid4(), ref="x", fields=PartnerFields(name="X", contact_name="01010750160"), by=SYSTEM)
    with pytest.raises(NationalIdFound):
        close_days(key=uuid4(), first=TODAY, last=TODAY, reason="01010750160", by=SYSTEM)


def test_the_names_of_places_are_those_of_the_places_open_on_a_day(in_malvik):
    ought = [(each.ref, each.name) for each in queries.places_open_on(TODAY)]

    assert queries.names_of_places(TODAY) == ought
    assert ("hommelvik-us", "Hommelvik ungdomsskole") in ought
