from pathlib import Path

import pytest

from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.records.read import read_records
from politikontakt.web.ui.wording.faults import PAIRS, fault_words
from politikontakt.web.ui.wording.values import choices, shown
from tests.core.agreement.example import BROKEN, faults_of
from tests.core.records.folders import BROKEN as BROKEN_RECORDS
from tests.core.records.folders import DALEN, on_disk


def all_faults() -> list[Fault]:
    found = [fault for file in sorted(BROKEN.glob("*.toml")) for fault in faults_of(file.read_bytes())]
    for folder in sorted(entry for entry in BROKEN_RECORDS.iterdir() if entry.is_dir()):
        with pytest.raises(FaultyInput) as raised:
            read_records(on_disk(folder), DALEN)
        found += raised.value.faults
    return found


def test_every_fault_is_told_with_all_its_values():
    told = [(fault.code, fault_words(fault)) for fault in all_faults()]

    assert [code for code, words in told if "?" in words.sentences or "%(" in words.sentences] == []


@pytest.mark.parametrize("code", sorted(PAIRS))
def test_each_half_can_be_part_of_a_line(code: str):
    words = fault_words(Fault(code, "x"))

    for half in (words.what, words.remedy):
        assert half
        assert not half.endswith((".", "!", ";"))
        assert ";" not in half


def test_a_fault_is_two_sentences_on_a_page():
    words = fault_words(Fault("below_zero", "activities.csv", 4, "minutes", {"found": "-5"}))

    assert (words.what, words.remedy) == ("«-5» is below zero", "write 0 or more")
    assert words.sentences == "«-5» is below zero. Write 0 or more."


def test_few_choices_are_all_told_and_many_only_the_nearest():
    many = [f"school-{number}" for number in range(100)]

    assert choices(["a", "b"], "x") == "a, b"
    assert choices([], "x") == "none is named yet"
    assert choices(["north", *many], "nort") == "north or 100 more"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("skole", "«skole»"),
        ("a\nb\x1b", "«a·b·»"),
        ("x" * 100, f"«{'x' * 60}…»"),
        (True, "true"),
        (8, "8"),
        (["a", 1], "[«a», 1]"),
        ({"a": False}, "{a = false}"),
    ],
)
def test_a_value_is_shown_as_its_file_writes_it(value: object, text: str):
    assert shown(value) == text


def test_what_a_fault_says_is_shown_even_when_values_are_odd(tmp_path: Path):
    words = fault_words(Fault("not_whole_number", "x", values={"found": "%(found)s %s {x}"}))

    assert words.what == "«%(found)s %s {x}» is not a whole number"
