"""Most less least, kept in order, against working it out anew."""

from hypothesis import given
from hypothesis import strategies as st

from politikontakt.core.planner.solve.evenness import Evenness

CONTACTS = 4
amounts = st.lists(st.integers(0, 6), min_size=CONTACTS, max_size=CONTACTS)
steady = st.lists(st.integers(0, CONTACTS - 1), unique=True).map(sorted)
ends = st.none() | st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda two: (min(two), max(two)))


def of(amounts, steady, outside):
    kept = Evenness(CONTACTS, steady, outside)
    for contact, amount in enumerate(amounts):
        kept.add(contact, amount)
    return kept


def anew(amounts, steady, outside):
    every = [amounts[each] for each in steady] + list(outside or ())
    return max(every) - min(every) if every else 0


@given(amounts, steady, ends)
def test_the_spread_is_most_less_least_of_the_steady_and_of_others(amounts, steady, outside):
    assert of(amounts, steady, outside).spread == anew(amounts, steady, outside)


@given(amounts, steady, ends, st.lists(st.integers(0, CONTACTS - 1), unique=True), st.integers(1, 5))
def test_what_raising_some_would_change_is_what_it_changes(amounts, steady, outside, raised, more):
    kept = of(amounts, steady, outside)
    after = [amount + more * (contact in raised) for contact, amount in enumerate(amounts)]

    widened = kept.widened(raised, more)

    assert widened == anew(after, steady, outside) - anew(amounts, steady, outside)
    assert kept.of == amounts


@given(amounts, steady, ends, ends)
def test_looking_outside_again_forgets_what_was_there(amounts, steady, before, now):
    kept = of(amounts, steady, before)

    kept.look_outside(now)

    assert kept.spread == anew(amounts, steady, now)


@given(amounts, steady, ends)
def test_taking_all_away_again_leaves_nothing(amounts, steady, outside):
    kept = of(amounts, steady, outside)

    for contact, amount in enumerate(amounts):
        kept.add(contact, -amount)

    assert kept.spread == anew([0] * CONTACTS, steady, outside)
