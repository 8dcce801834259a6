"""National identity numbers in free text, however they are written.

Found are the eleven digits of a birth number (fødselsnummer), a D-number (day + 40), an
emergency number (H-nummer, month + 40), a common emergency number (FH-nummer, 8 or 9 first) and the
synthetic numbers of test registers (month + 20, 40, 60, 65 or 80). Both check digits must hold, and the
date must exist, so a phone number beside an amount is left alone.
"""

import unicodedata
from collections.abc import Iterator

from politikontakt.core.privacy.folding import digit
from politikontakt.core.privacy.ruleset import digit_rules

LENGTH = 11
SEPARATOR_CATEGORIES = frozenset({"Zs", "Zl", "Zp", "Pd", "Cf", "Mn", "Me"})
"""Spaces of every width, dashes, what has no width (joiners, soft hyphens, direction marks), marks on a digit."""

D_NUMBER_DAY = 40
FH_NUMBER_DAY = 80


def find_national_ids(text: str) -> tuple[tuple[int, int], ...]:
    """Where national identity numbers stand: (first, after last) of each, from the left, never overlapping.

    Digits may be of any script and parted by spaces, dots, dashes or characters without width. A number
    starts and ends where a group of digits does: eleven digits inside a longer unbroken number are not one.
    "15.10.1986 95088", with the century written out, is found as well.
    """
    found: list[tuple[int, int]] = []
    if len(text) < LENGTH or not any(char.isdigit() for char in text):
        return ()
    for groups in _runs(text):
        found.extend(_spans(groups))
    return tuple(found)


def is_national_id(digits: str) -> bool:
    """Whether eleven ASCII digits are a national identity number: right check digits and a date that exists."""
    if len(digits) != LENGTH or not _check_digits_hold(digits):
        return False
    return int(digits[:2]) >= FH_NUMBER_DAY or any(
        _is_birth_date(digits, added) for added in digit_rules().months_added
    )


Group = list[tuple[int, str]]
"""Digits written without anything between them: where each stands, and its value."""


def _runs(text: str) -> Iterator[list[Group]]:
    """Groups of digits that only separators part, as one list for each stretch of the text."""
    groups: list[Group] = []
    most = digit_rules().separators_in_a_row
    apart = most + 1
    for at, char in enumerate(text):
        value = digit(char)
        if value and apart == 0:
            groups[-1].append((at, value))
        elif value:
            if apart > most:
                yield groups
                groups = []
            groups.append([(at, value)])
        apart = 0 if value else apart + 1 if _separates(char) else most + 1
    yield groups


def _separates(char: str) -> bool:
    return char in digit_rules().separators or unicodedata.category(char) in SEPARATOR_CATEGORIES


def _spans(groups: list[Group]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(groups):
        length = _number_at(groups, start)
        if length:
            yield groups[start][0][0], groups[start + length - 1][-1][0] + 1
        start += length or 1


def _number_at(groups: list[Group], start: int) -> int:
    """How many groups from `start` on make up a national identity number; 0 when none do."""
    digits = ""
    for count, group in enumerate(groups[start:], start=1):
        digits += "".join(value for _, value in group)
        if is_national_id(digits) or _is_with_century(digits):
            return count
        if len(digits) > LENGTH + 1:
            break
    return 0


def _is_with_century(digits: str) -> bool:
    return len(digits) == LENGTH + 2 and digits[4:6] in {"18", "19", "20"} and is_national_id(digits[:4] + digits[6:])


def _check_digits_hold(digits: str) -> bool:
    from stdnum.no import fodselsnummer  # here, because loading it takes longer than most commands and is seldom needed

    first, second = fodselsnummer.calc_check_digit1(digits), fodselsnummer.calc_check_digit2(digits)
    return bool(digits[-2:] == first + second)


def _is_birth_date(digits: str, months_added: int) -> bool:
    """Whether the six first digits are a day that exists once `months_added` is taken off the month."""
    from stdnum.exceptions import InvalidComponent
    from stdnum.no import fodselsnummer

    day, month = int(digits[:2]), int(digits[2:4]) - months_added
    if not 1 <= month <= 12:
        return False
    if day > D_NUMBER_DAY:
        day -= D_NUMBER_DAY
    try:
        fodselsnummer.get_birth_date(f"{day:02}{month:02}{digits[4:]}")
    except InvalidComponent:
        return False
    return True
