"""What every request gets: its municipality, its day, what its user may do, and the browser's orders."""

from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from django_scopes.state import get_scope

from politikontakt.config.middleware.content_policy import OF_FILES, POLICY, content_policy
from politikontakt.config.middleware.tenant import Tenant
from politikontakt.modules.access.models import Municipality
from politikontakt.modules.access.tenants import tenant


@pytest.fixture
def visit():
    """What a view sees when an address is asked for."""

    def see(path, user=None, view=lambda request: request):
        seen = {}

        def answer(request):
            seen["found"] = view(request)
            return HttpResponse()

        request = RequestFactory().get(path)
        request.user = user or AnonymousUser()
        Tenant(answer)(request)
        return seen["found"]

    return see


def test_the_first_part_of_the_address_is_the_municipality(malvik, stjordal, visit):
    assert visit("/malvik/arbeid/").municipality == malvik
    assert visit("/stjordal/").municipality == stjordal


def test_the_scope_is_open_while_the_page_is_made_and_closed_after(malvik, visit):
    assert visit("/malvik/", view=lambda _: tenant()) == malvik
    assert "municipality" not in get_scope()


def test_the_scope_closes_also_when_the_view_fails(malvik, visit):
    def fail(_):
        raise LookupError

    with pytest.raises(LookupError):
        visit("/malvik/", view=fail)

    assert "municipality" not in get_scope()


@pytest.mark.parametrize("path", ["/", "/inn/", "/sprak/nn/", "/static/x.css"])
def test_the_installations_own_addresses_belong_to_no_municipality_and_ask_nothing(
    db, visit, path, django_assert_num_queries
):
    with django_assert_num_queries(0):
        assert visit(path).municipality is None


def test_an_unknown_municipality_does_not_exist(malvik, visit):
    request = visit("/oslo/")

    assert request.municipality is None
    with pytest.raises(Http404):
        Tenant(HttpResponse).process_view(request, None, (), {"slug": "oslo"})


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2018-03-14 22:59+00:00", date(2018, 3, 14)),  # 23.59 in Oslo, winter time
        ("2018-03-14 23:00+00:00", date(2018, 3, 15)),
        ("2018-07-14 21:59+00:00", date(2018, 7, 14)),  # 23.59 in Oslo, summer time
        ("2018-07-14 22:00+00:00", date(2018, 7, 15)),
    ],
)
def test_today_is_the_day_in_oslo(malvik, visit, instant, day):
    with time_machine.travel(instant, tick=False):
        assert visit("/malvik/").today == day
        assert visit("/").today == day


def test_a_demo_has_the_day_it_was_set_to(malvik, visit):
    Municipality.objects.filter(slug="malvik").update(demo=True, demo_day=date(2018, 3, 15))

    assert visit("/malvik/").today == date(2018, 3, 15)


def test_a_real_municipality_never_has_another_day(malvik, visit):
    Municipality.objects.filter(slug="malvik").update(demo=False, demo_day=date(2018, 3, 15))

    assert visit("/malvik/").today != date(2018, 3, 15)


def test_a_page_that_asks_for_no_rights_reads_none(malvik, berit, visit, django_assert_num_queries):
    with django_assert_num_queries(1):
        visit("/malvik/", berit)
    with django_assert_num_queries(2):
        visit("/malvik/", berit, view=lambda request: request.member.capabilities)


def test_a_browser_may_load_our_own_files_and_nothing_else():
    answer = content_policy(lambda _: HttpResponse())(RequestFactory().get("/"))

    policy = answer.headers["Content-Security-Policy"]
    assert policy == POLICY
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_files_carry_a_short_policy_and_pages_the_whole_one():
    policies = [
        content_policy(lambda _: HttpResponse())(RequestFactory().get(address)).headers["Content-Security-Policy"]
        for address in ("/static/field/app.js", "/malvik/felt/worker.js")
    ]

    assert policies == [OF_FILES, POLICY]


def test_an_answer_may_be_stricter_than_the_policy():
    stricter = HttpResponse(headers={"Content-Security-Policy": "default-src 'none'"})

    assert content_policy(lambda _: stricter)(RequestFactory().get("/")).headers["Content-Security-Policy"] == (
        "default-src 'none'"
    )
