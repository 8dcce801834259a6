"""Every number here is made up: its date and check digits hold, nobody bears it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.no import fodselsnummer

from politikontakt.core.privacy.folding import digit
from politikontakt.core.privacy.national_ids import find_national_ids, is_national_id


def found_in(text: str) -> tuple[str, ...]:
    return tuple(text[first:after] for first, after in find_national_ids(text))


@pytest.mark.parametrize(
    "number",
    [
        "15108695088",  # birth number, 15 October 1986
        "15108650130",  # individual digits 501 and year 86: born in 1886
        "29020050088",  # 29 February 2000
        "55108610092",  # D-number: day + 40
        "15508610081",  # H-number and synthetic: month + 40
        "15308610095",  # month + 20
        "15758610028",  # month + 65
        "15908610064",  # Tenor's synthetic: month + 80
        "81000010170",  # FH-number: no date in it
    ],
)
def test_each_kind_of_number_is_found(number: str):
    assert found_in(f"Gjelder {number}, ring i morgen") == (number,)


@pytest.mark.parametrize(
    "written",
    [
        "151086 95088",
        "15 10 86 95 088",
        "15.10.86-95088",
        "15.10.1986 95088",  # the century written out
        "15/10/86 95088",
        "1 5 1 0 8 6 9 5 0 8 8",
        "151086–95088",  # en dash
        "151086\u00a095088",  # no-break space
        "151086 \n 95088",  # broken over a line
        "15108\u200b695088",  # zero-width space
        "1510\u00ad8695\u2060088",  # soft hyphen, word joiner
        "151086 - 95088",
        "１５１０８６９５０８８",  # full width
        "１５１０８６　９５０８８",  # and an ideographic space
        "١٥١٠٨٦٩٥٠٨٨",  # Arabic-Indic
        "𝟏𝟓𝟏𝟎𝟖𝟔𝟗𝟓𝟎𝟖𝟖",  # mathematical
        "¹⁵¹⁰⁸⁶⁹⁵⁰⁸⁸",  # superscript
        "①⑤①⓪⑧⑥⑨⑤⓪⑧⑧",  # in circles
        "1️⃣5️⃣1️⃣0️⃣8️⃣6️⃣9️⃣5️⃣0️⃣8️⃣8️⃣"[:-2],  # keycaps; the span ends with the last digit
    ],
)
def test_it_is_found_however_it_is_written(written: str):
    assert found_in(f"fnr:{written} ferdig") == (written,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ring 912 34 567 etter kl. 14.30",
        "Tlf. +47 912 34 567",
        "Besøk 15.10.2017 kl. 08.30–10.15, rom 204",
        "15108695089",  # one digit wrong
        "15138695088",  # month 13
        "32108610030",  # day 32: no such date whatever the check digits say
        "Kontonummer 8601 11 17947",  # an account number whose first four digits are no date
        "Beløp 1 510 869 508,00 kr",
        "151086950881",  # twelve digits unbroken
        "0151086950880",
        "151086 ble notert, så 95088",  # words between
        "151086     95088",  # five spaces: two columns, not one number
        "29020110048",  # 29 February 1901 did not exist
        "Saksnummer 2018/12345-6",
    ],
)
def test_what_only_looks_like_a_number_is_left_alone(text: str):
    assert found_in(text) == ()


def test_several_numbers_are_found_from_the_left_and_a_phone_number_between_them_is_not():
    text = "15108695088, 912 34 567; 55108610092"

    assert found_in(text) == ("15108695088", "55108610092")


def test_a_phone_number_in_front_does_not_hide_the_number():
    assert found_in("91234567 15108695088") == ("15108695088",)


def test_letters_may_stand_right_beside_the_number():
    assert found_in("født15108695088a") == ("15108695088",)


@pytest.mark.parametrize(
    ("char", "value"), [("7", "7"), ("７", "7"), ("٧", "7"), ("⁷", "7"), ("⑦", "7"), ("x", ""), ("½", "")]
)
def test_a_digit_is_known_in_every_script(char: str, value: str):
    assert digit(char) == value


def numbers() -> st.SearchStrategy[str]:
    """Right numbers of people born from 1940 to 1999."""
    born = st.integers(0, 21000).map(lambda days: date(1940, 1, 1) + timedelta(days=days))
    return st.builds(_number, born, st.integers(0, 499)).filter(lambda made: len(made) == 11)


def _number(born: date, individual: int) -> str:
    start = f"{born:%d%m%y}{individual:03}"
    with_first = start + fodselsnummer.calc_check_digit1(start)
    return with_first + fodselsnummer.calc_check_digit2(with_first)


@given(numbers(), st.lists(st.sampled_from(["", " ", ".", "-", "\u200b", " - "]), min_size=10, max_size=10))
def test_no_way_of_parting_the_digits_hides_a_number(number: str, between: list[str]):
    written = "".join(char + gap for char, gap in zip(number, [*between, ""], strict=True))

    assert found_in(f"x {written} x") == (written,)


@given(numbers(), st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_makes_it_another_number(number: str, place: int, added: int):
    wrong = number[:place] + str((int(number[place]) + added) % 10) + number[place + 1 :]

    assert not is_national_id(wrong)


@given(st.text(max_size=60))
def test_any_text_gives_spans_inside_it_in_order(text: str):
    spans = find_national_ids(text)

    assert all(0 <= first < after <= len(text) for first, after in spans)
    assert list(spans) == sorted(spans)
