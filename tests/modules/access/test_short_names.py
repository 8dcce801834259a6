"""Short names are what a Norwegian would write in an address."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politikontakt.modules.access.errors import NoSlug, SlugReserved
from politikontakt.modules.access.models import Municipality
from politikontakt.modules.access.services import RESERVED_SLUGS, open_municipality
from politikontakt.modules.access.short_names import is_slug, short_name
from politikontakt.modules.audit.actors import SYSTEM


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Malvik", "malvik"),
        ("Stjørdal", "stjordal"),
        ("Øygarden", "oygarden"),
        ("Ås", "as"),
        ("Hægebostad", "haegebostad"),
        ("Nordre Follo", "nordre-follo"),
        ("Bjørn-Åge Lønning", "bjorn-age-lonning"),
        ("Kárášjohka", "karasjohka"),
        ("Unjárga – Nesseby", "unjarga-nesseby"),
        ("Porsanger_Porsáŋgu", "porsanger-porsangu"),
        ("  André  ", "andre"),
        ("…", ""),
    ],
)
def test_a_short_name_keeps_every_letter(name, short):
    assert short_name(name) == short


@given(st.text(max_size=40))
def test_whatever_people_write_gives_a_part_of_an_address_or_nothing(text):
    short = short_name(text)

    assert short == "" or is_slug(short)
    assert short_name(short) == short


@pytest.mark.parametrize("slug", ["", "Malvik", "mal vik", "mal/vik", "målvik", "-malvik", "malvik-", "a--b", "x" * 51])
def test_what_can_be_no_part_of_an_address_is_refused(db, slug):
    with pytest.raises(NoSlug):
        opened(slug)

    assert not Municipality.objects.exists()


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_the_installations_own_addresses_are_refused(db, slug):
    with pytest.raises(SlugReserved):
        opened(slug)


def test_a_name_of_fifty_signs_is_an_address(db):
    assert opened("x" * 50).slug == "x" * 50


def opened(slug):
    return open_municipality(key=uuid4(), slug=slug, number="9999", name="Nyby", by=SYSTEM)
