"""The calendars' addresses. Nobody signs in: the secret ones are let in by what stands in them."""

from collections.abc import Iterable
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from politikontakt.modules.access.models import Municipality, Person, Role
from politikontakt.modules.access.queries import holdings_on
from politikontakt.modules.directory.feeds import feed_at
from politikontakt.web.feeds.calendar import Entry, calendar
from politikontakt.web.feeds.residents import of_residents
from politikontakt.web.feeds.rows import of_contact, of_school
from politikontakt.web.ui.access import access
from politikontakt.web.ui.requests import TenantRequest

ROLE = "police_contact"
MINUTES_KEPT = 15


@require_safe
@access("access.public")
def residents(request: TenantRequest, slug: str) -> HttpResponseBase:
    """Where residents meet the contacts."""
    here = request.municipality
    with override(here.language):
        who = _title(here)
        name = f"{who}, {here.name}"
        return _answer(request, name, of_residents(here, request.today, who), f"public, max-age={MINUTES_KEPT * 60}")


@require_safe
@access("access.public")
def secret(request: TenantRequest, slug: str, secret: str) -> HttpResponseBase:
    """A contact's or a school's calendar. An address that is wrong, or no longer given, is not found."""
    here, feed = request.municipality, feed_at(secret)
    if feed is None:
        raise Http404
    with override(here.language):
        if feed.place and feed.place.holds:
            who = _title(here)
            entries = of_school(feed.place, here, request.today, who)
            return _answer(request, f"{who}, {feed.place.name}", entries, "private, no-cache")
        if feed.person and _in_a_role(feed.person, request):
            entries = of_contact(feed.person, here, request.today, lambda ref: _page_of(request, ref))
            return _answer(request, _("My plan, %(name)s") % {"name": here.name}, entries, "private, no-cache")
    raise Http404


def _in_a_role(person: Person, request: TenantRequest) -> bool:
    """Whether the person still works here: who has left keeps no calendar."""
    return person.holds and holdings_on(request.today).filter(person=person).exists()


def _title(here: Municipality) -> str:
    role = Role.current.filter(ref=ROLE).first()
    title: str = role.title(here.language) if role else _("police contact")
    return title[:1].upper() + title[1:]


def _page_of(request: TenantRequest, ref: str) -> str:
    return request.build_absolute_uri(reverse("desk:activity", args=[request.municipality.slug, ref]))


def _answer(request: HttpRequest, name: str, entries: Iterable[Entry], kept: str) -> HttpResponseBase:
    """The file, or that it is the same as last time."""
    content = calendar(name, entries)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["ETag"] = f'"{sha256(content).hexdigest()[:32]}"'
    response["Cache-Control"] = kept
    response["Content-Disposition"] = 'inline; filename="politikontakt.ics"'
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return get_conditional_response(request, etag=response["ETag"], response=response) or response
