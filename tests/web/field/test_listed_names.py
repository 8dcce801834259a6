"""The operator's own list of names: the desk, the form on the phone and what the phone sends ask by the same list."""

import json

import pytest

from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.audit.models import AuditRow
from tests import factories
from tests.web.field.test_sync import PACK, Phone, told, visit

NOTE = "9. trinn. Kristian spurte om deling av bilder."


@pytest.fixture(autouse=True)
def _listed(settings):
    settings.LISTED_NAMES = ("Kristian", "Ann Kari")


def said(**more):
    work = {"kind": "school_visit", "happened_on": "2018-03-15", "minutes": "45", "purpose": "preventive"}
    return {"client_key": factories.key(), **work, "note": NOTE, **more}


@pytest.mark.parametrize("page", ["felt/logg/", "arbeid/logg/ny/"])
def test_a_listed_name_is_asked_about_in_a_form_and_the_answer_is_audited(malvik, berit, signed_in, page):
    client = signed_in(berit)
    me = client.get(f"/malvik/{page}").context["form"].initial["people"]
    sheet = said(people=me, status="done")

    asked = client.post(f"/malvik/{page}", sheet)
    question = asked.context["form"].questions["note"]
    answer = client.post(f"/malvik/{page}", {**sheet, question.name: question.value})

    assert (asked.status_code, question.pieces, answer.status_code) == (422, ("Kristian",), 302)
    with within(malvik):
        assert AuditRow.objects.get(key=sheet["client_key"]).outcome == {"about_nobody": ["listed_name"]}


def test_a_listed_name_from_a_phone_that_did_not_ask_waits_for_an_answer(malvik, berit, signed_in):
    phone = Phone(signed_in(berit), berit)

    answers = phone(visit(note=NOTE))

    assert told(answers) == [(422, "about_nobody")]
    with within(malvik):
        assert Activity.objects.count() == 0


def test_a_phone_is_given_the_list_to_ask_by(malvik, berit, signed_in):
    assert signed_in(berit).get(PACK).json()["names"] == ["Kristian", "Ann Kari"]


def test_nobody_is_given_the_list_without_a_role_that_logs(malvik, berit, arne, signed_in):
    answers = [signed_in(user).get(PACK) for user in (None, arne)]

    assert all("Kristian" not in json.dumps(each.json()) for each in answers)


def test_the_list_is_kept_by_no_cache_on_the_way(malvik, berit, signed_in):
    assert "no-store" in signed_in(berit).get(PACK)["Cache-Control"]


def test_the_history_of_an_entry_says_what_was_confirmed_and_never_the_words(malvik, berit, signed_in):
    phone = Phone(signed_in(berit), berit)
    logged = visit(note=NOTE, about_nobody=True)
    phone(logged)

    page = phone.client.get(f"/malvik/arbeid/logg/{logged['key']}/").content.decode()

    assert "Bekreftet at det ikke gjelder noen: et navn på lista" in page
