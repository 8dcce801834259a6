"""Parties in a sentence."""

import pytest
from django.utils import translation

from politikontakt.web.ui.templatetags.agreement_words import party_names

NAMES = {"kommune": "Malvik kommune", "politi": "Trøndelag politidistrikt", "lokalt": "Politiet i Værnesregionen"}


@pytest.mark.parametrize(
    ("parties", "shown"),
    [
        (["kommune"], "Malvik kommune"),
        (["kommune", "politi"], "Malvik kommune og Trøndelag politidistrikt"),
        (["kommune", "politi", "lokalt"], "Malvik kommune, Trøndelag politidistrikt og Politiet i Værnesregionen"),
        (["fylke"], "fylke"),  # one without a name is shown by its id
    ],
)
def test_parties_are_listed_as_people_say_them(parties, shown):
    with translation.override("nb"):
        assert party_names(parties, NAMES) == shown
