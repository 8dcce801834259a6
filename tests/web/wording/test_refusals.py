"""What services refuse is said in a sentence of each language, with every blank filled wherever it is refused."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from django.utils import translation

import politikontakt
from politikontakt.modules.access.errors import DayOutOfReach, EndsBeforeItBegins, Refused
from politikontakt.modules.activities.errors import InFuture, PlaceNotOpen
from politikontakt.web.ui.wording.refusals import SENTENCES, refusal

PACKAGE = Path(politikontakt.__file__).parent
LANGUAGES = ("en", "nb", "nn")
SAID_ELSEWHERE = {"refused", "overtaken", "about_nobody", "unknown_name"}
"""The base of all; what a phone shows beside the row that holds now; what only the phone's own parcels can get."""


def refused_everywhere() -> dict[str, type[Refused]]:
    """Every kind of refusal there is, by its code."""
    for file in PACKAGE.rglob("*.py"):
        if "Refused" in file.read_text() and "migrations" not in file.parts:
            import_module(".".join((PACKAGE.name, *file.relative_to(PACKAGE).with_suffix("").parts)))
    return {each.code: each for each in (Refused, *_below(Refused))}


def _below(kind: type[Refused]) -> Iterator[type[Refused]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("politikontakt."):
            yield each
            yield from _below(each)


REFUSED = refused_everywhere()


def raised() -> dict[str, list[set[str]]]:
    """For each class the names of the values that it is raised with, one set for each place in the source."""
    found: dict[str, list[set[str]]] = {}
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                name = getattr(node.exc.func, "id", "")
                found.setdefault(name, []).append({each.arg or "" for each in node.exc.keywords})
    return found


RAISED = raised()


def test_every_refusal_has_its_sentence_and_every_sentence_its_refusal():
    assert set(REFUSED) - set(SENTENCES) <= SAID_ELSEWHERE
    assert set(SENTENCES) - set(REFUSED) == {"key_conflict"}


@pytest.mark.parametrize("code", sorted(set(SENTENCES) & set(REFUSED) - SAID_ELSEWHERE - {"national_id"}))
def test_every_blank_of_a_sentence_is_filled_wherever_it_is_refused(code: str):
    blanks = set(re.findall(r"%\((\w+)\)", SENTENCES[code]()))
    places = RAISED[REFUSED[code].__name__]

    assert places
    assert all(blanks <= given for given in places)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_whole_in_each_language(code: str, language: str):
    with translation.override(language):
        said = SENTENCES[code]()
        english = _english(code)

    assert said[-1] == "."
    assert (said == english) is (language == "en")
    assert set(re.findall(r"%\((\w+)\)", said)) == set(re.findall(r"%\((\w+)\)", english))


def _english(code: str) -> str:
    with translation.override("en"):
        return SENTENCES[code]()


@pytest.mark.parametrize(
    ("refused", "nb", "nn"),
    [
        (
            InFuture(day=date(2018, 3, 16), today=date(2018, 3, 15)),
            "16. mars 2018 ligger fram i tid. Før arbeidet samme dag eller senere, eller legg det i planen i stedet.",
            "16. mars 2018 ligg fram i tid. Før arbeidet same dag eller seinare, eller legg det i planen i staden.",
        ),
        (
            EndsBeforeItBegins(first=date(2018, 3, 2), last=date(2018, 3, 1)),
            "Siste dag, 1. mars 2018, er før den første, 2. mars 2018. Bytt dem, eller rett en av dem.",
            "Siste dag, 1. mars 2018, er før den første, 2. mars 2018. Byt dei, eller rett ein av dei.",
        ),
        (
            PlaceNotOpen(place="Saksvik skole", day=date(2018, 3, 1)),
            "Saksvik skole var ikke åpent 1. mars 2018. Se på dagen, eller på dagene for stedet.",
            "Saksvik skole var ikkje ope 1. mars 2018. Sjå på dagen, eller på dagane for staden.",
        ),
        (
            DayOutOfReach(day=date(218, 3, 1), earliest=date(1950, 1, 1), latest=date(2099, 12, 31)),
            "1. mars 218 er for langt unna: dager går fra 1. januar 1950 til 31. desember 2099. "
            "Sjekk året, og skriv alle fire sifrene.",
            "1. mars 218 er for langt unna: dagar går frå 1. januar 1950 til 31. desember 2099. "
            "Sjekk året, og skriv alle fire siffera.",
        ),
    ],
    ids=lambda value: value.code if isinstance(value, Refused) else "",
)
def test_a_refusal_reads_as_a_colleague_would_say_it(refused: Refused, nb: str, nn: str):
    said = {}
    for language in ("nb", "nn"):
        with translation.override(language):
            said[language] = refusal(refused).replace("\N{NO-BREAK SPACE}", " ")

    assert said == {"nb": nb, "nn": nn}


def test_a_refusal_without_a_sentence_still_says_what_to_do():
    class Unheard(Refused):
        code = "unheard_of"

    with translation.override("en"):
        said = refusal(Unheard())

    assert said == "This could not be stored (unheard_of). Check the fields and try again."
