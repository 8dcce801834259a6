"""Secret addresses of calendars."""

import pytest
from django.db import IntegrityError, transaction

from politikontakt.modules.access.services import withdraw
from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.directory.feeds import feed_at, feed_of, feeds_of_places, renew_feed, secret_of
from politikontakt.modules.directory.models import FeedAddress
from tests import factories


def of_berit(key=None) -> FeedAddress:
    return renew_feed(key=key or factories.key(), by=factories.actor("berit"), person=factories.person("berit"))


def test_an_address_leads_to_its_calendar(in_malvik):
    feed = of_berit()

    assert feed_at(secret_of(feed)) == feed
    assert feed_of(factories.person("berit")) == feed


def test_a_new_address_ends_the_one_before(in_malvik):
    old = secret_of(of_berit())

    new = secret_of(of_berit())

    assert (feed_at(old), feed_at(new)) == (None, feed_of(factories.person("berit")))


def test_an_address_that_was_withdrawn_leads_nowhere(in_malvik):
    feed = of_berit()
    secret = secret_of(feed)

    withdraw(key=factories.key(), fact=feed, by=SYSTEM)

    assert feed_at(secret) is None


def test_a_button_pressed_twice_makes_one_address(in_malvik):
    key = factories.key()

    assert of_berit(key) == of_berit(key)


@pytest.mark.parametrize(
    "guess", ["", "1", "1-", "x-y", "-1-abc", "99-{seal}", "{pk}-{almost}", "²-{seal}", "9" * 40 + "-a"]
)
def test_what_was_never_given_leads_nowhere(in_malvik, guess):
    feed = of_berit()
    seal = secret_of(feed).partition("-")[2]

    assert feed_at(guess.format(pk=feed.pk, seal=seal, almost=seal[:-1] + "g")) is None


def test_an_address_of_another_municipality_leads_nowhere_here(in_malvik, stjordal):
    secret = secret_of(of_berit())

    with within(stjordal):
        assert feed_at(secret) is None


def test_the_secret_is_in_no_table(in_malvik):
    seal = secret_of(of_berit()).partition("-")[2]

    stored = [*FeedAddress.objects.values(), *AuditRow.objects.values()]

    assert not any(seal in str(row) for row in stored)


def test_schools_have_one_address_each(in_malvik):
    for ref in ("hommelvik-us", "vikhammer-us", "vikhammer-us"):
        renew_feed(key=factories.key(), by=SYSTEM, place=factories.place(ref))

    assert sorted(feeds_of_places()) == sorted([factories.place("hommelvik-us").pk, factories.place("vikhammer-us").pk])


def test_an_address_is_of_a_person_or_a_school(in_malvik):
    with pytest.raises(IntegrityError), transaction.atomic():
        renew_feed(key=factories.key(), by=SYSTEM)
