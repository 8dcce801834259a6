"""A municipality solved anew among the others: what is seen of the others, and what comes back."""

import pytest

from politikontakt.core.planner.check import faults
from politikontakt.core.planner.solve.among import among_others, lay_back
from politikontakt.core.planner.solve.answer import placements
from politikontakt.core.planner.solve.chain import links
from politikontakt.core.planner.solve.first import first_state
from politikontakt.core.planner.solve.improve import settle, shake
from politikontakt.core.planner.solve.parts import split
from politikontakt.core.planner.solve.state import State
from politikontakt.core.planner.stopping import never
from tests.core.planner.solve.towns import three_towns


def planned() -> State:
    (part,) = split(three_towns())
    return first_state(part, never)


@pytest.fixture
def whole() -> State:
    return planned()


def test_each_municipality_leaves_out_of_its_own_what_it_leaves_out_in_the_whole(whole):
    alone = [among_others(whole, link) for link in links(whole.instance)]

    assert sum(each.short for each in alone) == whole.short
    assert sum(each.unplaced for each in alone) == whole.unplaced


def test_a_few_items_of_a_group_count_the_others_as_planned(whole):
    some = [number for number in range(len(whole.at)) if whole.at[number] is not None][::3]
    before = whole.unplaced
    for number in some:
        whole.take(number)

    part = among_others(whole, some)

    assert (part.short, part.unplaced) == (whole.short, whole.unplaced - before)
    assert 0 < part.short < len(some)


def test_the_balance_is_that_of_all_contacts(whole):
    for link in links(whole.instance):
        assert among_others(whole, link).balance() == whole.balance()


def test_the_time_of_others_is_taken(whole):
    link = links(whole.instance)[1]
    part = among_others(whole, link)

    contacts = [whole.instance.contacts.index(who) for who in part.instance.contacts]
    slots = whole.instance.slots
    for number, contact in enumerate(contacts):
        assert part.room[number * slots : (number + 1) * slots] == whole.room[contact * slots : (contact + 1) * slots]


def test_what_is_better_among_the_others_is_so_much_better_in_the_whole(whole):
    link = links(whole.instance)[0]
    before = whole.points
    part = among_others(whole, link)
    earlier = part.points
    settle(part, never)
    shake(part, rounds=200, seed=1, stop=never)

    assert lay_back(whole, link, part)
    assert before - whole.points == earlier - part.points > 0
    assert faults(three_towns(), placements(whole)) == ()


def test_what_is_no_better_leaves_everything_as_it_was(whole):
    link = links(whole.instance)[0]

    assert not lay_back(whole, link, among_others(whole, link))
    assert (whole.at, whole.quality) == (planned().at, planned().quality)


def test_what_no_longer_fits_leaves_everything_as_it_was(whole):
    """The hour is taken by somebody else in the meantime."""
    first, *_ = links(whole.instance)
    part = among_others(whole, first)
    moved = next(
        (number, option)
        for number in first
        if whole.at[number] is not None
        for option in whole.instance.options(number)
        if option != whole.at[number] and not whole.fits(number, option) and len(option.team) == 1
    )
    number = sorted(first).index(moved[0])
    names = [whole.instance.contacts[each] for each in moved[1].team]
    part.at[number] = moved[1]._replace(team=tuple(part.instance.contacts.index(who) for who in names))

    assert not lay_back(whole, first, part)
    assert (whole.at, whole.quality) == (planned().at, planned().quality)
