"""Every text that somebody can write is looked over in the same way, whichever form it stands in."""

import base64
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django import forms
from django.db import connection

import politikontakt.web
from politikontakt.modules.access.models import Municipality, Person
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.services import receive_request
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.models import AuditRow
from politikontakt.web.ui.forms import Form
from politikontakt.web.ui.free_text import FreeTextField
from tests import factories
from tests.modules.planning.conftest import SETTINGS

NUMBER = "15108695088"
REFUSED = f"Avtalt med {NUMBER}."
LIKELY = "Ring 915 00 123 først."
DAY = "2018-03-15"
NOT_FOR_PEOPLE = {
    # Short names for files take small letters and digits alone, and what is written is refused with numbers in them.
    ("RefForm", "ref"),
    ("PlaceForm", "ref"),
    ("PartnerForm", "ref"),
    ("HoldingForm", "new_ref"),
    # A code from an e-mail, which is compared and never kept.
    ("ConfirmCode", "code"),
    # The fingerprint of the proposal that somebody looked at: compared with the one in force, and never kept.
    ("AcceptForm", "looked_at"),
    # The bytes of a file that was read before, as base64; the agreement's reader refuses numbers in it.
    ("ConfirmAgreementForm", "source"),
}
FOR_SOMEBODY = {
    # A contact person's name and number, and the public number, are what these are for.
    ("PartnerForm", "contact_name"),
    ("PartnerForm", "contact_phone"),
    ("HoldingForm", "new_name"),
    ("CardForm", "phone"),
}
SHOWN_ALONE = {("Example", "note")}
"""A form of the kit's page, which stores nothing."""
IN_A_PREVIEW = {("GridForm", "reason"), ("StoreForm", "reason"), ("ImportForm", "texts")}
"""What is looked at first: tests/web/desk/test_calendar_pages.py and test_import_texts.py."""


@dataclass(frozen=True)
class Writing:
    """One text in one form: who may write, where, what else the form says, and how the text is embedded."""

    form: str
    field: str
    by: str
    address: str
    said: dict[str, Any]
    around: str = "{}"


def place(**said: str) -> dict[str, str]:
    return {"ref": "torget", "name": "Torget", "kind": "shopping_centre", **said}


def partner(**said: str) -> dict[str, str]:
    return {"ref": "klubben", "name": "Klubben", **said}


WORK = {"kind": "school_visit", "happened_on": DAY, "minutes": "45", "purpose": "preventive"}
RECEPTION = {"phone": "02800", "reception_nb": "Torget 1.", "reception_nn": "Torget 1."}
ASIDE = {"party": "kommune", "kind": "excused", "first": DAY, "last": DAY}
FILE = base64.b64encode(b"# As signed.\n" + factories.AGREEMENT).decode()
WRITINGS = [
    Writing("ActivityForm", "note", "berit", "arbeid/logg/ny/", {**WORK, "status": "done", "people": "@berit"}),
    Writing("LogForm", "note", "berit", "felt/logg/", {**WORK, "people": "berit"}),
    Writing("DisputeForm", "reason", "kari", "arbeid/loefte/P12b/bestrid/", {"party": "kommune"}),
    Writing("ExemptionForm", "reason", "kari", "arbeid/loefte/P12b/unntak/", ASIDE),
    Writing("ConfirmAgreementForm", "why", "kari", "arbeid/avtaleteksten/lagre/", {"source": FILE}),
    Writing("SettingsForm", "source", "berit", "arbeid/plan/oppsett/", {}, f"# {{}}\n{SETTINGS.decode()}"),
    Writing("AnswerForm", "outcome", "berit", "arbeid/henvendelse/spurt/svar/", {"answered_on": DAY}),
    Writing("ClosedDaysForm", "reason", "kari", "arbeid/katalog/skolefri/ny/", {"first": DAY, "last": DAY}),
    Writing("PlaceForm", "name", "kari", "arbeid/katalog/sted/ny/", place()),
    Writing("PlaceForm", "owner", "kari", "arbeid/katalog/sted/ny/", place()),
    Writing("PlaceForm", "zone", "kari", "arbeid/katalog/sted/ny/", place()),
    Writing("PartnerForm", "name", "kari", "arbeid/katalog/partner/ny/", partner()),
    Writing("PartnerForm", "kind", "kari", "arbeid/katalog/partner/ny/", partner()),
    Writing("CardForm", "reception_nb", "kari", "arbeid/katalog/kontaktkort/", RECEPTION),
    Writing("CardForm", "reception_nn", "kari", "arbeid/katalog/kontaktkort/", RECEPTION),
]
ALL = pytest.mark.parametrize("writing", WRITINGS, ids=lambda each: f"{each.form}-{each.field}")


def test_every_text_of_every_form_is_screened_or_can_hold_no_text():
    texts = {
        (form.__name__, name)
        for form, name, field in fields()
        if type(field) is forms.CharField or isinstance(field.widget, forms.Textarea)
        if not isinstance(field, FreeTextField)
    }

    assert texts == NOT_FOR_PEOPLE


def test_what_is_not_asked_about_is_there_for_somebodys_name_or_number():
    personal = {(form.__name__, name) for form, name, field in fields() if getattr(field, "personal", False)}

    assert personal == FOR_SOMEBODY


def test_the_tests_below_know_every_text():
    screened = {(form.__name__, name) for form, name, field in fields() if isinstance(field, FreeTextField)}

    assert {(each.form, each.field) for each in WRITINGS} == screened - FOR_SOMEBODY - SHOWN_ALONE - IN_A_PREVIEW


@ALL
def test_a_national_identity_number_is_refused_and_stored_nowhere(malvik, write, writing, caplog):
    answer = write(writing, REFUSED)

    assert answer.status_code == 422
    assert answer.context["form"].errors.as_data()[writing.field][0].code == "national_id"
    with within(malvik):
        assert NUMBER not in everything_stored()
    assert NUMBER not in caplog.text
    assert NUMBER not in str(answer.headers)


@ALL
def test_what_may_tell_who_is_stored_once_its_writer_has_confirmed_and_the_trail_says_so(malvik, write, writing):
    asked = write(writing, LIKELY)
    question = asked.context["form"].questions[writing.field]
    with within(malvik):
        before = "915 00 123" in everything_stored()
    key = factories.key()

    answer = write(writing, LIKELY, client_key=key, **{question.name: question.value})

    assert (asked.status_code, before, answer.status_code) == (422, False, 302)
    with within(malvik):
        assert AuditRow.objects.get(key=key).outcome["about_nobody"] == ["phone"]


@ALL
def test_a_harmless_text_asks_nobody_and_leaves_no_confirmation(malvik, write, writing):
    key = factories.key()

    answer = write(writing, "Ring skolen først.", client_key=key)

    assert answer.status_code == 302
    with within(malvik):
        assert "about_nobody" not in AuditRow.objects.get(key=key).outcome


@pytest.mark.parametrize("page", ["bestrid", "unntak"])
def test_an_address_carries_no_text_into_the_record(malvik, write, page):
    said = Writing("", "reason", "kari", f"arbeid/loefte/P12b/{page}/?subject=Kristian+(15)", ASIDE)

    assert write(said, "Vi er ikke enige.").status_code == 404


@pytest.fixture
def write(malvik: Municipality, signed_in: Any) -> Callable[..., Any]:
    """Send a form with a text in it, as somebody who may."""
    malvik.demo, malvik.demo_day = True, factories.TODAY
    malvik.save()
    with within(malvik):
        today = {"received_on": factories.TODAY, "today": factories.TODAY}
        receive_request(key=factories.key(), kind="advice", ref="spurt", by=SYSTEM, **today)
        who = {each.ref: each for each in Person.current.select_related("user")}

    def sent(writing: Writing, text: str, **more: Any) -> Any:
        people = {name: who[value[1:]].pk for name, value in writing.said.items() if value.startswith("@")}
        written = {writing.field: writing.around.format(text)}
        content = {"client_key": factories.key(), **writing.said, **people, **written, **more}
        return signed_in(who[writing.by].user).post(f"/malvik/{writing.address}", content)

    return sent


def fields() -> Iterator[tuple[type[Form], str, forms.Field]]:
    """Every field of every form of the pages."""
    for found in pkgutil.walk_packages(politikontakt.web.__path__, "politikontakt.web."):
        importlib.import_module(found.name)
    for form in every(Form):
        if form.__module__.startswith("politikontakt."):
            yield from ((form, name, field) for name, field in form.base_fields.items())


def every(form: type[Form]) -> Iterator[type[Form]]:
    for each in form.__subclasses__():
        yield each
        yield from every(each)


def everything_stored() -> str:
    """The content of every table, sessions included."""
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows += cursor.fetchall()
    return str(rows)
