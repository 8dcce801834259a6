"""The terms that hold on a day."""

from datetime import date

from politikontakt.core.agreement.amended import terms_on, terms_over_time
from politikontakt.core.agreement.model import Amendment
from politikontakt.core.commitments.rules.count import CountTerms
from tests.core.commitments.scenes import EIGHT_A_YEAR, amended, promising, records, the_verdict

AUGUST_2018 = date(2018, 8, 1)


def at_least_on(day: date, *amendments: Amendment) -> int:
    agreed = promising(EIGHT_A_YEAR, amendments=amendments)
    terms = terms_on(agreed, agreed.commitments[0], day)
    assert isinstance(terms, CountTerms)
    return terms.at_least


def test_an_amendment_holds_from_its_day_on():
    six = amended(AUGUST_2018, at_least=6)

    assert at_least_on(date(2018, 7, 31), six) == 8
    assert at_least_on(AUGUST_2018, six) == 6


def test_later_amendments_lie_over_earlier_ones_whatever_their_order_in_the_file():
    six, seven = amended(AUGUST_2018, at_least=6), amended(date(2018, 9, 1), at_least=7)

    assert at_least_on(date(2018, 10, 1), seven, six) == 7
    assert at_least_on(date(2018, 8, 15), seven, six) == 6


def test_of_two_valid_from_one_day_the_one_agreed_last_holds():
    early = amended(AUGUST_2018, agreed_on=date(2018, 1, 1), at_least=6)
    late = amended(AUGUST_2018, agreed_on=date(2018, 5, 1), at_least=7)

    assert at_least_on(AUGUST_2018, late, early) == 7


def test_an_amendment_leaves_the_other_terms_as_they_were():
    agreed = promising(
        EIGHT_A_YEAR, amendments=[amended(AUGUST_2018, at_least=6), amended(date(2018, 9, 1), min_minutes=30)]
    )

    history = [each.terms for each in terms_over_time(agreed, agreed.commitments[0])]

    assert [(each.at_least, each.min_minutes) for each in history if isinstance(each, CountTerms)] == [
        (8, 0),
        (6, 0),
        (6, 30),
    ]


def test_a_period_goes_by_its_first_day_in_force():
    """The first school year begins for the agreement on 1 October 2016, not on 1 August."""
    agreed = promising(EIGHT_A_YEAR, amendments=[amended(date(2016, 10, 1), at_least=4, part_year="full")])

    found = the_verdict(agreed, records(), date(2017, 1, 1))

    assert (found.required, found.amendment) == (4, "Sak 1")


def test_an_amendment_of_another_commitment_says_nothing_here():
    other = Amendment(
        agreed_on=AUGUST_2018, valid_from=AUGUST_2018, commitment="P2", set={"at_least": 1}, decision="Sak 9"
    )

    assert at_least_on(AUGUST_2018, other) == 8
