"""Schools by the names that files have for them."""

import pytest

from politikontakt.core.calendar.imports.matching import Match, match

KNOWN = {
    "hommelvik-us": "Hommelvik ungdomsskole",
    "hommelvik": "Hommelvik skole",
    "vikhammer-us": "Vikhammer ungdomsskole",
    "saksvik": "Saksvik skole",
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hommelvik ungdomsskole", Match("hommelvik-us", True)),
        ("hommelvik  UNGDOMSSKULE", Match("hommelvik-us", True)),
        ("vikhammer-us", Match("vikhammer-us", True)),
        # the same but for its kind, and no other is
        ("Saksvik", Match("saksvik", False)),
        ("Vikhammer", Match("vikhammer-us", False)),
        # a slip of the pen
        ("Vikhamar ungdomsskole", Match("vikhammer-us", False)),
        # nothing like it
        ("Selbu skole", Match(None, False)),
        ("", Match(None, False)),
    ],
)
def test_a_school_is_found_by_its_name_or_proposed_by_likeness(name, expected):
    assert match(name, KNOWN) == expected


def test_a_name_that_two_schools_share_is_never_sure():
    assert match("Hommelvik", KNOWN).sure is False
