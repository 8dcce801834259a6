"""The invented inputs that benchmarks stand on."""

from bench.instances.sizes import district, one_municipality
from politikontakt.core.planner.check import warnings
from politikontakt.core.planner.objective import short


def test_a_school_year_of_one_municipality_has_the_size_that_is_promised():
    problem = one_municipality(1).problem()

    assert len(problem.contacts) == 2
    assert len({group.key.place for group in problem.groups if "primary" in group.key.place}) == 6
    assert len({group.key.place for group in problem.groups if "lower" in group.key.place}) == 2
    assert 360 <= len(problem.items) <= 400


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others():
    assert one_municipality(3) == one_municipality(3)
    assert one_municipality(3).files != one_municipality(4).files


def test_nothing_that_stands_breaks_a_rule_and_no_promise_is_hopeless():
    problem = one_municipality(2).problem()

    assert warnings(problem) == ()
    assert all(item.days for item in problem.items if item.group.commitment)
    assert short(problem, ()) == sum(group.required for group in problem.groups)


def test_a_district_has_a_role_for_each_municipality_and_shares_some_contacts():
    problem = district(1, municipalities=5, contacts=8).problem()

    roles = {group.role for group in problem.groups}
    assert (len(roles), len(problem.contacts)) == (5, 8)
    holders = {role: set().union(*problem.holders[role].values()) for role in roles}
    assert all(len(people) >= 2 for people in holders.values())
    assert sum(len(people) for people in holders.values()) > len(problem.contacts)
