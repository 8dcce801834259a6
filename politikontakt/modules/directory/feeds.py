"""Secret addresses of calendars: made anew when asked, and found again from what stands in an address."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from politikontakt.modules.access.models import Person
from politikontakt.modules.access.writes import Write
from politikontakt.modules.audit.actors import Actor
from politikontakt.modules.directory.models import FeedAddress, Place

SALT = "directory.feed"
LENGTH = 40
"""Hexadecimal digits of the secret: 160 bits, more than anybody can try."""


@transaction.atomic
def renew_feed(*, key: UUID, by: Actor, person: Person | None = None, place: Place | None = None) -> FeedAddress:
    """Give a contact or a school an address, or a new one: the one before leads nowhere from then on."""
    write = Write(key, "directory.renew_feed", by, {"person": person and person.ref, "place": place and place.ref})
    if write.repeated:
        return write.first(FeedAddress)
    old = FeedAddress.current.filter(person=person, place=place).first()
    return write.done(write.correct(old) if old else write.add(FeedAddress, person=person, place=place))


def feed_of(person: Person) -> FeedAddress | None:
    """The address of a contact's own calendar, None where there is none."""
    feed: FeedAddress | None = FeedAddress.current.filter(person=person).first()
    return feed


def feeds_of_places() -> Mapping[int, FeedAddress]:
    """The addresses of schools' calendars, by the place's number."""
    return {each.place_id: each for each in FeedAddress.current.filter(place__isnull=False) if each.place_id}


def secret_of(feed: FeedAddress) -> str:
    """What stands in the address: which row it is, and what only this installation can have written."""
    return f"{feed.pk}-{_seal(feed)}"


def feed_at(secret: str) -> FeedAddress | None:
    """The calendar of an address, None where it was never given or is given no longer."""
    number, _, seal = secret.partition("-")
    if not (number.isascii() and number.isdigit() and len(number) <= len("999999999999")):
        return None
    feed: FeedAddress | None = FeedAddress.current.select_related("person", "place").filter(pk=int(number)).first()
    return feed if feed and constant_time_compare(seal, _seal(feed)) else None


def _seal(feed: FeedAddress) -> str:
    said = f"{feed.municipality_id}:{feed.pk}:{feed.key}"
    return salted_hmac(SALT, said, algorithm="sha256").hexdigest()[:LENGTH]
