"""Forms: the client's key, labels and errors as people meet them, and free text."""

from typing import Any
from uuid import uuid4

import pytest
from django import forms
from django.utils.translation import gettext, override

from politikontakt.web.ui.forms import Chips, FreeTextField, KeyedForm, Toggle

NUMBER = "15108695088"
"""A synthetic national identity number with the right check digits."""


class Note(KeyedForm):
    note = FreeTextField(label="Notat", required=False)
    minutes = forms.ChoiceField(label="Minutter", choices=[("15", "15"), ("30", "30")], widget=Toggle(), required=False)
    themes = forms.MultipleChoiceField(label="Tema", choices=[("drugs", "Rus")], widget=Chips(), required=False)
    day = forms.DateField(label="Dag", required=False)


def sent(note: str, **fields: Any) -> Note:
    return Note({"client_key": str(uuid4()), "note": note, **fields})


def test_every_page_gets_a_key_of_its_own():
    first, second = Note(), Note()

    assert first["client_key"].value() != second["client_key"].value()


def test_a_form_sent_back_keeps_its_key():
    form = sent(NUMBER)
    key = form.data["client_key"]

    assert not form.is_valid()
    assert f'value="{key}"' in str(form)


@pytest.mark.parametrize("key", ["", "no key"])
def test_without_a_key_nothing_is_taken(key):
    form = Note({"client_key": key, "note": "Nettvett"})

    assert list(form.errors) == ["client_key"]


@pytest.mark.parametrize("written", [NUMBER, "151086 95088", "15.10.86-95088", "１５１０８６９５０８８"])
def test_a_national_identity_number_is_refused_however_it_is_written(written):
    form = sent(f"Snakket om {written} i dag")

    assert form.errors.as_data()["note"][0].code == "national_id"


def test_several_numbers_are_counted():
    form = sent(f"{NUMBER} og {NUMBER}")

    assert "2" in form.errors["note"][0]


def test_a_plain_note_is_taken_as_it_is():
    form = sent("9. trinn om nettvett, 45 minutter, 28 elever.")

    assert form.is_valid()
    assert form.cleaned_data["note"] == "9. trinn om nettvett, 45 minutter, 28 elever."


def test_what_may_tell_who_it_is_about_must_be_answered():
    form = sent("Ring mor på 915 00 123")

    assert form.errors.as_data()["note"][0].code == "about_nobody"
    assert form.questions["note"].pieces == ("915 00 123",)
    assert 'name="note_about_nobody"' in str(form)


def test_an_answer_lets_that_text_through():
    text = "Ring mor på 915 00 123"
    asked = sent(text)
    asked.is_valid()

    again = sent(text, note_about_nobody=asked.questions["note"].value)

    assert again.is_valid()


def test_an_answer_is_for_that_very_text():
    asked = sent("Ring mor på 915 00 123")
    asked.is_valid()

    other = sent("Ring far på 915 00 124", note_about_nobody=asked.questions["note"].value)

    assert not other.is_valid()


def test_the_summary_leads_to_the_field():
    html = str(sent(NUMBER))

    assert 'href="#id_note"' in html
    assert 'id="id_note"' in html


def test_the_summary_leads_to_the_first_choice_of_a_group():
    html = str(sent("", themes=["nothing"]))

    assert 'href="#id_themes_0"' in html
    assert 'id="id_themes_0"' in html


def test_the_error_is_tied_to_its_field_for_those_who_listen():
    html = str(sent(NUMBER))

    assert 'aria-invalid="true"' in html
    assert 'id="id_note_error"' in html


def test_what_was_chosen_is_still_chosen_when_the_form_comes_back():
    html = str(sent(NUMBER, minutes="30", themes=["drugs"]))

    assert 'value="30" id="id_minutes_1" checked' in html
    assert 'value="drugs" id="id_themes_0" checked' in html


def test_what_people_wrote_is_never_markup():
    html = str(sent(f"<script>alert(1)</script> {NUMBER}"))

    assert "<script>" not in html


def test_a_field_left_out_says_that_it_is_missing():
    class Visit(KeyedForm):
        day = forms.DateField(label="Dag")
        place = forms.CharField(label="Sted", error_messages={"required": "Velg et sted."})

    form = Visit({"client_key": str(uuid4())})

    assert form.errors["day"] == [gettext("Is missing.")]
    assert form.errors["place"] == ["Velg et sted."]


def test_the_summary_reads_as_one_sentence_and_is_where_the_reader_begins():
    form = Note({"client_key": str(uuid4()), "day": "32.13."})

    with override("nb"):
        summary = str(form).partition("</ul>")[0]

    assert "Dag: " in summary
    assert summary.partition("Dag: ")[2][:1].islower()
    assert "autofocus" in summary


class Either(KeyedForm):
    alternatives = frozenset({"person", "name"})
    person = forms.CharField(label="Person", required=False)
    name = forms.CharField(label="Navn", required=False)
    until = forms.DateField(label="Siste dag", required=False)


def test_a_field_that_is_needed_where_another_is_empty_is_not_for_those_who_like():
    with override("nb"):
        assert str(Either()).count("om du vil") == 1
