"""What people read, in Bokmål and Nynorsk: all of it is there, and it is Norwegian as we write it.

The source's messages are collected into a copy, so that what was written today counts too.
"""

import ast
import os
import re
import shutil
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from allauth.account.adapter import DefaultAccountAdapter
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.conf import settings
from django.forms import fields, models
from django.utils import translation

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.verdict import Standing
from politikontakt.web.ui.wording import borrowed, dates, numbers, standings, vocabulary
from tools import messages

PLACEHOLDER = re.compile(r"%\(\w+\)[#0 +-]*[\d.]*[a-z]|%[a-z]|\{\w+\}")
AS_FILES_SAY = re.compile(r"nb, nn, en|dato, skole")
"""What a form or a fault quotes from a file, in no language of ours."""
LETTERS = re.compile(r"[^\W\d_]+")
CALLS = {"gettext": 0, "gettext_lazy": 0, "gettext_noop": 0, "ngettext": 0, "ngettext_lazy": 0}
CALLS_IN_CONTEXT = {"pgettext": 1, "pgettext_lazy": 1, "npgettext": 1, "npgettext_lazy": 1}

NOT_BOKMAAL = re.compile(r"berre|dei|eg|ein|eit|frå|gjere|ikkje|korleis|kva|kvar|kven|meir|noko|nokon|sjå|vart|vere")
NOT_NYNORSK = re.compile(
    r"bare|etterskudd|fra|gjøre|hva|hvem|hver|hvilken|hvilke|hvor|hvordan|hvorfor|hvis|ikke|jeg|kommer|mer|noe|noen"
    r"|skole|skoler|skolen|uke|uker|mye|måned|samme|være|ble|et|finnes|gjelder"
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with every message collected. Needs gettext, which is tried to install."""
    if not messages.have_gettext():
        assert os.environ.get("CI") != "true", "gettext is missing. Install it (in Debian: gettext)."
        pytest.skip("No gettext here and none could be installed, so no texts were collected.")
    copy = tmp_path_factory.mktemp("texts") / "politikontakt"
    shutil.copytree(messages.PACKAGE, copy, ignore=shutil.ignore_patterns("vendor", "__pycache__", "*.mo"))
    messages.collect(copy)
    return copy


@pytest.fixture(scope="module")
def catalogues(package: Path) -> dict[str, Catalog]:
    """Both catalogues with every message the source has now."""
    return {language: _read(package, language) for language in messages.LANGUAGES}


def _read(package: Path, language: str) -> Catalog:
    with (package / f"locale/{language}/LC_MESSAGES/django.po").open("rb") as text:
        return read_po(text, locale=language)


def texts(catalogue: Catalog) -> Iterator[tuple[Message, tuple[str, ...], tuple[str, ...]]]:
    """Each message with its English forms and its Norwegian ones; a guess (fuzzy) is no word of ours."""
    for each in catalogue:
        if each.id:
            words = _forms(each.string)
            yield each, _forms(each.id), tuple("" for _form in words) if each.fuzzy else words


def _forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


in_each = pytest.mark.parametrize("language", messages.LANGUAGES)


@in_each
def test_every_text_of_the_source_has_its_words(catalogues, language):
    missing = [each.id for each, _english, forms in texts(catalogues[language]) if not all(forms)]

    assert missing == [], f"Run `make messages` and translate these in locale/{language}."


@in_each
def test_what_is_filled_in_is_filled_in_everywhere(catalogues, language):
    """The singular may leave out the number («én rad»); nothing else may be lost, and nothing new may come."""
    wrong = []
    for each, english, forms in texts(catalogues[language]):
        asked = [sorted(PLACEHOLDER.findall(form)) for form in english]
        given = [sorted(PLACEHOLDER.findall(form)) for form in forms]
        fits = given[-1] == asked[-1] and set(asked[0]) <= set(given[0]) <= set(asked[-1])
        if all(forms) and not fits:
            wrong.append((each.id, forms))

    assert wrong == []


@in_each
def test_a_text_begins_and_ends_as_its_source_does(catalogues, language):
    """Spaces and line breaks at the ends belong to the sentence around it; a full stop belongs to the text."""
    wrong = [
        (english[0], form)
        for _each, english, forms in texts(catalogues[language])
        for source, form in zip(english, forms, strict=True)
        if form and (_ends(source) != _ends(form) or source.endswith(".") != form.endswith("."))
        if source != "."
    ]

    assert wrong == []


def _ends(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


@in_each
def test_nobody_is_asked_to_be_so_kind(catalogues, language):
    kind = [forms for _each, _english, forms in texts(catalogues[language]) if "vennlig" in " ".join(forms).lower()]

    assert kind == []


@in_each
def test_quotation_marks_and_spaces_are_norwegian(catalogues, language):
    """«…», and a space that does not break before the sign for per cent."""
    foreign = re.compile(r"[“”]|(?<=[\d)s]) ?%%")
    wrong = [form for _each, _english, forms in texts(catalogues[language]) for form in forms if foreign.search(form)]

    assert wrong == []


@pytest.mark.parametrize(("language", "strangers"), [("nb", NOT_BOKMAAL), ("nn", NOT_NYNORSK)], ids=["nb", "nn"])
def test_each_written_form_is_itself(catalogues, language, strangers):
    mixed = [
        (word, form)
        for _each, _english, forms in texts(catalogues[language])
        for form in forms
        for word in LETTERS.findall(AS_FILES_SAY.sub("", form))
        if strangers.fullmatch(word.lower())
    ]

    assert mixed == []


@in_each
def test_no_sentence_is_left_in_english(catalogues, language):
    left = [
        english[0]
        for _each, english, forms in texts(catalogues[language])
        if forms[0] == english[0] and len(LETTERS.findall(PLACEHOLDER.sub("", english[0]))) > 2
    ]

    assert left == []


def test_every_call_for_words_is_seen_by_the_collecting(package, catalogues):
    """Where a call hides from the collecting, as inside an f-string, its text would stay English for ever."""
    collected = {(each.context, english[0]) for each, english, _forms in texts(catalogues["nb"])}
    called = {call for path in package.rglob("*.py") for call in _calls(path)}

    assert len(called) > 500
    assert called - collected == set()


def _calls(path: Path) -> Iterator[tuple[str | None, str]]:
    tree = ast.parse(path.read_text("utf-8"))
    names = {
        alias.asname or alias.name: alias.name
        for each in ast.walk(tree)
        if isinstance(each, ast.ImportFrom) and each.module == "django.utils.translation"
        for alias in each.names
    }
    for each in ast.walk(tree):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name):
            yield from _text_of(names.get(each.func.id, ""), each.args)


def _text_of(function: str, arguments: list[ast.expr]) -> Iterator[tuple[str | None, str]]:
    place = {**CALLS, **CALLS_IN_CONTEXT}.get(function)
    if place is None:
        return
    said = [each.value for each in arguments[: place + 1] if isinstance(each, ast.Constant)]
    if len(said) == place + 1:
        yield (str(said[0]) if place else None), str(said[-1])


@pytest.fixture(params=["nb", "nn"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """The pages' words as they are read: from the compiled catalogues, made anew first."""
    messages.compile_catalogues()
    with translation.override(request.param):
        yield request.param


STANDINGS = {
    Standing.KEPT: ("Oppfylt", "Oppfylt"),
    Standing.LATE: ("Oppfylt for sent", "Oppfylt for seint"),
    Standing.ON_TRACK: ("I rute", "I rute"),
    Standing.AT_RISK: ("På etterskudd", "På etterskot"),
    Standing.BROKEN: ("Brutt", "Brote"),
    Standing.DISPUTED: ("Omstridt", "Omstridd"),
    Standing.NOT_DUE: ("Ikke forfalt", "Ikkje forfalle"),
    Standing.NOT_MEASURED: ("Ikke målt", "Ikkje målt"),
    Standing.WAIVED: ("Satt til side", "Sett til side"),
    Standing.EXCUSED: ("Fritatt", "Friteken"),
}


def test_a_standing_is_called_the_same_everywhere(spoken):
    place = messages.LANGUAGES.index(spoken)

    assert {each: standings.word(each) for each in Standing} == {each: STANDINGS[each][place] for each in Standing}


def test_days_times_and_numbers_are_written_as_in_norway(spoken):
    assert dates.day(date(2018, 3, 15)) == "15. mars 2018"
    assert dates.span(DayRange(date(2017, 5, 2), date(2017, 5, 14))) == "2.–14. mai 2017"
    assert dates.clock(time(8, 15)) == "kl. 08.15"
    assert numbers.decimal(12.5) == "12,5"
    assert numbers.percent(0.67) == "67\N{NO-BREAK SPACE}%"
    assert numbers.so_many_of(3, 8) == "3 av 8"


def test_a_forms_choices_follow_the_reader():
    """They are made when the program starts, in whatever language is spoken then."""
    with translation.override("nb"):
        offered = vocabulary.choices(vocabulary.PURPOSES)

    with translation.override("nn"):
        assert str(dict(offered)["preventive"]) == "Førebygging"


def test_each_language_is_named_in_itself():
    assert dict(settings.LANGUAGES) == {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
    assert {_read(messages.PACKAGE, language).locale_identifier for language in messages.LANGUAGES} == {"nb", "nn"}


FIELDS = (
    fields.CharField,
    fields.DateField,
    fields.TimeField,
    fields.IntegerField,
    fields.EmailField,
    fields.FileField,
    fields.ChoiceField,
    fields.MultipleChoiceField,
    models.ModelChoiceField,
)


def test_what_frameworks_say_in_our_forms_is_said_in_our_words():
    """Django's own Bokmål asks people to be so kind, and allauth has no Nynorsk."""
    with translation.override("en"):
        said = {str(text) for field in FIELDS for text in field.default_error_messages.values()}
        said |= {str(DefaultAccountAdapter.error_messages[code]) for code in SIGN_IN}
        counted = {str(text) for text in said if "character" in text}

    assert said - counted - {""} <= set(borrowed.SENTENCES)


SIGN_IN = ("account_inactive", "incorrect_code", "too_many_login_attempts", "rate_limited")
