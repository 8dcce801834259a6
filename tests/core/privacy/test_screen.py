from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from politikontakt.core.privacy.screen import Found, Screening, screen
from tests.core.privacy.labelled import KINDS, NAMES, Note, labelled_notes

FLOORS = {
    # kind: (precision, recall) that may not be lost again
    "national_id": (1.0, 1.0),
    "email": (0.98, 0.95),
    "phone": (0.97, 0.97),
    "plate": (0.98, 0.95),
    "name_age": (0.96, 0.93),
    "listed_name": (1.0, 1.0),
}


def found(text: str, names: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    screening = screen(text, names)
    return tuple((each.kind, text[each.first : each.after]) for each in (*screening.refused, *screening.to_confirm))


@dataclass
class Tally:
    hit: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.hit / (self.hit + self.false)

    @property
    def recall(self) -> float:
        return self.hit / (self.hit + self.missed)


def tallies() -> dict[str, Tally]:
    """For each kind: marks that were hit, what was found without a mark, and marks that were missed."""
    counts = {kind: Tally() for kind in KINDS}
    for note in labelled_notes():
        screening = screen(note.text, NAMES)
        spans = [(each.kind, each.first, each.after) for each in (*screening.refused, *screening.to_confirm)]
        for mark in note.marked:
            if any(_same(mark, span) for span in spans):
                counts[mark[0]].hit += 1
            else:
                counts[mark[0]].missed += 1
        for span in spans:
            counts[span[0]].false += not any(_same(span, mark) for mark in note.marked)
    return counts


def _same(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def test_the_screen_holds_its_floors_on_the_labelled_notes(capsys: pytest.CaptureFixture[str]):
    counts = tallies()

    with capsys.disabled():
        print("\n| kind | marked | precision | recall |\n|---|---|---|---|")
        for kind, tally in counts.items():
            print(f"| {kind} | {tally.hit + tally.missed} | {tally.precision:.3f} | {tally.recall:.3f} |")
    below = {
        kind: (tally.precision, tally.recall)
        for kind, tally in counts.items()
        if tally.precision < FLOORS[kind][0] or tally.recall < FLOORS[kind][1]
    }
    assert below == {}


def test_the_manual_tells_the_figures_as_they_are():
    manual = (Path(__file__).parents[3] / "docs" / "explain" / "free-text.md").read_text(encoding="utf-8")

    told = [line for line in manual.splitlines() if line.startswith("| `")]
    assert told == [
        f"| `{kind}` | {tally.hit + tally.missed} | {tally.precision:.3f} | {tally.recall:.3f} |"
        for kind, tally in tallies().items()
    ]


def test_the_labelled_notes_are_many_of_every_kind_and_language():
    notes = labelled_notes()

    kinds = Counter(mark[0] for note in notes for mark in note.marked)
    languages = Counter(note.language for note in notes)
    harmless = sum(not note.marked for note in notes)
    assert len(notes) >= 300
    assert min(kinds[kind] for kind in KINDS) >= 25
    assert min(languages[language] for language in ("nb", "nn", "dialect")) >= 60
    assert harmless >= 150


def test_no_two_labelled_notes_are_the_same():
    repeated = [text for text, count in Counter(note.text for note in labelled_notes()).items() if count > 1]

    assert repeated == []


def test_a_clean_note_gives_an_empty_screening():
    assert screen("Besøk i 9B, tema nettvett, 45 minutter.") == Screening()
    assert screen("").clean


def test_a_national_identity_number_is_refused_and_the_rest_is_to_be_confirmed():
    text = "15108695088, mor har 912 34 567"

    assert screen(text) == Screening(refused=(Found("national_id", 0, 11),), to_confirm=(Found("phone", 21, 31),))


def test_what_is_to_be_confirmed_comes_from_the_left():
    assert found("SU 12345, a@example.no, 912 34 567") == (
        ("plate", "SU 12345"),
        ("email", "a@example.no"),
        ("phone", "912 34 567"),
    )


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Ring 9\u200b12 34 567", "9\u200b12 34 567"),  # without width between
        ("Ring ９１２　３４　５６７", "９１２　３４　５６７"),  # full width
        ("Ring 912\u00a034\u00a0567", "912\u00a034\u00a0567"),  # no-break spaces
        ("Ring 912–34–567", "912–34–567"),  # en dashes
    ],
)
def test_the_span_points_into_the_text_as_it_was_written(text: str, span: str):
    assert found(text) == (("phone", span),)


def test_a_letter_and_its_accent_apart_are_one_letter():
    assert found("A\u030ase (14) var der") == (("name_age", "A\u030ase (14)"),)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Møtte Bo i dag", ("Bo",), (("listed_name", "Bo"),)),
        ("Godt å bo her", ("Bo",), ()),  # a short name counts with its capital only
        ("storli var her", ("Storli",), (("listed_name", "storli"),)),
        ("Storlien er et sted", ("Storli",), ()),  # whole words only
        ("Nes-Hansen og Nes Hansen", ("Nes Hansen",), (("listed_name", "Nes-Hansen"), ("listed_name", "Nes Hansen"))),
        ("Ingen navn", ("", "  "), ()),  # an empty line in the list finds nothing
        ("A+B (C)", ("A+B",), (("listed_name", "A+B"),)),  # signs in a name are only signs
        ("Sunniva (14)", ("Sunniva",), (("name_age", "Sunniva (14)"),)),  # found once
    ],
)
def test_listed_names(text: str, names: tuple[str, ...], expected: tuple[tuple[str, str], ...]):
    assert found(text, names) == expected


@pytest.mark.parametrize("repeated", ["12 34 ", "a", "Aa ", "A", "+4", "ring ", "a.b", "(", "Ola ", "\u030a"])
def test_a_long_note_is_screened_without_getting_lost(repeated: str):
    assert not screen(repeated * 4000).refused


def test_notes_read_their_marks():
    note = next(note for note in labelled_notes() if note.text.startswith("Ring mor på"))

    assert note == Note(note.line, "nb", "Ring mor på 912 34 567 før fredag.", (("phone", 12, 22),))
