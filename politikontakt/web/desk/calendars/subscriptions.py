"""Calendars to subscribe to: one's own, each school's, and the one that residents have."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from politikontakt.modules.access.models import Person
from politikontakt.modules.access.services import withdraw
from politikontakt.modules.directory.feeds import feed_of, feeds_of_places, renew_feed, secret_of
from politikontakt.modules.directory.models import FeedAddress, Place
from politikontakt.web.desk.calendars.looking import schools
from politikontakt.web.ui.access import access, may
from politikontakt.web.ui.forms import KeyedForm
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt


@access("compliance.see")
def subscriptions(request: TenantRequest, slug: str) -> HttpResponse:
    """The addresses there are. A school's is shown to those who plan, one's own to oneself alone."""
    plans = may(request, "planning.plan")
    person = _self(request)
    own = feed_of(person) if person else None
    of_places = feeds_of_places() if plans else {}
    found = [(school, _address(request, of_places.get(school.pk))) for school in schools()] if plans else []
    context = {
        "person": person,
        "own": _address(request, own),
        "schools": found,
        "may_plan": plans,
        "residents": request.build_absolute_uri(reverse("feeds:residents", args=[slug])),
        "form": KeyedForm(),
    }
    return render(request, "desk/calendars/subscriptions.html", context)


@require_POST
@access("compliance.see")
def own_renew(request: TenantRequest, slug: str) -> HttpResponse:
    """Give oneself an address, or a new one."""
    person = _own_person(request)
    return _done(request, lambda form: renew_feed(key=form.key, by=request.member.actor, person=person))


@require_POST
@access("compliance.see")
def own_end(request: TenantRequest, slug: str) -> HttpResponse:
    """Let one's own address lead nowhere."""
    return _ended(request, feed_of(_own_person(request)))


@require_POST
@access("planning.plan")
def school_renew(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """Give a school an address, or a new one."""
    place = get_object_or_404(Place.current, ref=ref, kind="school")
    return _done(request, lambda form: renew_feed(key=form.key, by=request.member.actor, place=place))


@require_POST
@access("planning.plan")
def school_end(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """Let a school's address lead nowhere."""
    place = get_object_or_404(Place.current, ref=ref, kind="school")
    return _ended(request, feeds_of_places().get(place.pk))


def _self(request: TenantRequest) -> Person | None:
    """Who asks, as one who holds a role here."""
    return next((each.person for each in request.member.holdings), None)


def _own_person(request: TenantRequest) -> Person:
    person = _self(request)
    if person is None:
        raise Http404
    return person


def _address(request: TenantRequest, feed: FeedAddress | None) -> str:
    """The whole address, "" where there is none."""
    if feed is None:
        return ""
    return request.build_absolute_uri(reverse("feeds:secret", args=[request.municipality.slug, secret_of(feed)]))


def _ended(request: TenantRequest, feed: FeedAddress | None) -> HttpResponse:
    """Withdraw it; pressed twice there is nothing left to do."""
    if feed is None:
        return redirect("desk:subscriptions", request.municipality.slug)
    return _done(request, lambda form: withdraw(key=form.key, fact=feed, by=request.member.actor))


def _done(request: TenantRequest, store: Callable[[KeyedForm], FeedAddress]) -> HttpResponse:
    form = KeyedForm(request.POST)
    if not form.is_valid():
        raise Http404
    if attempt(form, lambda: store(form)) is not None:
        messages.success(request, _("Done. An address from before leads nowhere any more."))
    for error in form.non_field_errors():
        messages.error(request, str(error))
    return redirect("desk:subscriptions", request.municipality.slug)
