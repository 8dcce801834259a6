"""Whatever a ref holds, its page has an address, and no other page has the same."""

from urllib.parse import unquote

import pytest
from django.urls import resolve, reverse
from hypothesis import given
from hypothesis import strategies as st

from politikontakt.modules.activities.entries import ActivityEntry
from politikontakt.modules.activities.services import log_activity
from tests.factories import TODAY, actor, key, person

ODD_REFS = (
    "P12",
    "3/4",  # a slash parts an address
    "3%2F4",  # not the same as the one above
    "§ 3, ledd 2?#b",  # what a browser would cut off
    "..",  # a browser goes up a level
    "ny",  # the page of a new row
    "%6Ey",
    "åpent møte",
)


@pytest.mark.parametrize("ref", ODD_REFS)
def test_a_ref_has_an_address_that_leads_back_to_it(ref):
    assert found_at(ref) == ("desk:activity", ref)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_every_text_that_can_be_a_ref_comes_back_from_its_address(ref):
    assert found_at(ref) == ("desk:activity", ref)


def test_the_list_and_the_page_of_an_activity_with_a_slash_in_its_ref_open(in_malvik, berit, signed_in):
    entry = ActivityEntry(kind="office_work", happened_on=TODAY, people=[person("berit")], minutes=60)
    log_activity(key=key(), entry=entry, by=actor("berit"), today=TODAY, ref="2017/18 nr. 3?")

    listed = signed_in(berit).get("/malvik/arbeid/logg/")
    page = signed_in(berit).get(reverse("desk:activity", args=["malvik", "2017/18 nr. 3?"]))

    assert (listed.status_code, page.status_code) == (200, 200)


def found_at(ref):
    """The page and the ref that a server finds at the ref's address (it undoes the browser's quoting once)."""
    match = resolve(unquote(reverse("desk:activity", args=["malvik", ref])))
    return match.view_name, match.kwargs["ref"]
