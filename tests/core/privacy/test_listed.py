"""The operator's own list of names: how it is read, and how its names are found in a text."""

from itertools import product

import pytest

from politikontakt.core.privacy.listed import LONGEST, MOST, NameFault, read_names
from politikontakt.core.privacy.screen import screen


def found(text: str, *names: str) -> list[str]:
    return [text[each.first : each.after] for each in screen(text, names).to_confirm]


def test_a_list_is_one_name_a_line_without_what_follows_a_number_sign():
    source = b"# given names\nKristian\n\n  Ann   Kari  # two words\nkristian\n"

    assert read_names(source) == (("Kristian", "Ann Kari"), ())


def test_every_line_that_is_no_name_is_named_by_its_number_alone():
    source = f"Kristian\n15108695088\n42\nKristian 15\n{'a' * (LONGEST + 1)}\n".encode()

    assert read_names(source) == (
        ("Kristian",),
        (
            NameFault("national_id", 2),
            NameFault("not_a_name", 3),
            NameFault("not_a_name", 4),
            NameFault("too_long", 5),
        ),
    )


def test_a_file_in_another_encoding_is_said_to_be_one():
    assert read_names("Åse".encode("latin-1")) == ((), (NameFault("not_text", 0),))


def test_the_mark_that_windows_puts_first_is_no_part_of_a_name():
    assert read_names("\ufeffÅse".encode()) == (("Åse",), ())


def test_a_list_that_is_longer_than_phones_can_carry_is_refused_at_the_line_where_it_is():
    names = ["".join(letters) for letters in product("abcdefghijklm", repeat=3)][: MOST + 1]

    assert read_names("\n".join(names[:MOST]).encode())[1] == ()
    assert read_names("\n".join(names).encode()) == ((), (NameFault("too_many", MOST + 1),))


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Kristian spurte om deling.", ["Kristian"]),
        ("KRISTIANS telefon", ["KRISTIANS"]),
        ("Kristiansund og Kristiansen", []),
        ("Ann-Kari og ann  kari", ["Ann-Kari", "ann  kari"]),
        ("Ann kom først", []),
        ("Bo bor her, de bo der", ["Bo"]),  # a short name may be a word
        ("Snakket med Kristian (15)", ["Kristian (15)"]),  # with an age it is one finding, not two
    ],
)
def test_a_listed_name_is_found_as_whole_words(text, spans):
    assert found(text, "Kristian", "Ann Kari", "Bo") == spans


def test_the_longer_of_two_listed_names_is_shown():
    assert found("Ola Nordmann ringte", "Ola", "Ola Nordmann") == ["Ola Nordmann"]


def test_without_a_list_no_name_alone_is_found():
    assert found("Kristian spurte om deling.") == []
