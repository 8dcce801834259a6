"""Questions whose SQL is made once give what the queryset gives, each time anew and only within the scope."""

from datetime import date, time

import pytest
from django.db.models import BigIntegerField, DateField
from django_scopes.exceptions import ScopeError

from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity, ActivityPerson
from politikontakt.modules.audit.prepared import Given, Prepared
from tests import factories

FEBRUARY, MARCH = date(2018, 2, 6), date(2018, 3, 6)


@pytest.fixture
def asked():
    """The times and audiences of a day, with the place of each."""
    day = Given("day", DateField())
    return Prepared(
        lambda: (
            Activity.current.filter(happened_on=day)
            .order_by("id")
            .values_list("key", "happened_on", "starts_at", "audience", "place__ref")
        )
    )


def test_it_gives_the_queryset_s_rows_with_python_s_values(in_malvik, asked):
    visit = factories.visit(FEBRUARY, starts_at=time(8, 15), audience=("pupils", "parents"))

    assert asked(day=FEBRUARY) == [(visit.key, FEBRUARY, time(8, 15), ("pupils", "parents"), "hommelvik-us")]


def test_it_is_asked_anew_each_time_and_made_once(in_malvik, django_assert_num_queries):
    made = []

    def queryset():
        made.append("")
        return Activity.current.filter(happened_on=Given("day", DateField())).values_list("happened_on")

    asked = Prepared(queryset)
    counts = [len(asked(day=FEBRUARY))]
    factories.visit(FEBRUARY)
    counts.append(len(asked(day=FEBRUARY)))

    with django_assert_num_queries(1):
        counts.append(len(asked(day=MARCH)))

    assert (counts, made) == ([0, 1, 0], [""])


def test_rows_that_no_longer_hold_and_other_municipalities_are_left_out(in_malvik, stjordal, asked):
    visit = factories.visit(FEBRUARY)

    with within(stjordal):
        assert asked(day=FEBRUARY) == []
    assert len(asked(day=FEBRUARY)) == 1
    Activity.objects.filter(pk=visit.pk).update(holds=False)
    assert asked(day=FEBRUARY) == []


def test_a_table_that_reaches_its_municipality_by_another_is_scoped_too(in_malvik, stjordal):
    visit = factories.visit(FEBRUARY)
    takers = Prepared(
        lambda: ActivityPerson.objects.filter(activity=Given("row", BigIntegerField())).values_list("person__ref")
    )

    assert takers(row=visit.pk) == [("berit",)]
    with within(stjordal):
        assert takers(row=visit.pk) == []


def test_without_a_scope_it_raises(malvik, asked):
    with pytest.raises(ScopeError):
        asked(day=FEBRUARY)


def test_a_value_that_is_not_given_is_an_error(in_malvik, asked):
    with pytest.raises(KeyError):
        asked()
