"""Pages for residents: open to all, with nothing to sign in to. Each is made once and kept until something changes."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from politikontakt.modules.access.models import Municipality
from politikontakt.modules.compliance.queries import records, state
from politikontakt.modules.directory.queries import partners
from politikontakt.web.public.contacts import Contacts
from politikontakt.web.public.meetings import open_meetings
from politikontakt.web.public.presence import presence
from politikontakt.web.public.promises import promises as promises_on
from politikontakt.web.ui.access import access
from politikontakt.web.ui.as_of import as_of
from politikontakt.web.ui.remember import remember_by
from politikontakt.web.ui.requests import PageRequest, TenantRequest
from politikontakt.web.ui.wording.subjects import Names


@access("access.public")
def front(request: PageRequest) -> HttpResponse:
    """Choose a municipality."""
    return render(request, "public/front.html", {"municipalities": Municipality.objects.all()})


@access("access.public")
def municipality(request: TenantRequest, slug: str) -> HttpResponse:
    """Who the contacts are, how to reach and meet them, and how the promises stand."""
    day = as_of(request).day
    context = {
        **_remembered(request, day),
        "contacts": Contacts(day),
        "meets": SimpleLazyObject(lambda: presence(day)),
        "open_meetings": SimpleLazyObject(lambda: open_meetings(day)),
        "promises": SimpleLazyObject(lambda: promises_on(day)),
    }
    return render(request, "public/municipality.html", context)


@access("access.public")
def promises(request: TenantRequest, slug: str) -> HttpResponse:
    """The agreement's promises in plain words, both parties' columns, and the signed words."""
    day = as_of(request).day
    context = {
        **_remembered(request, day),
        "trail": [(request.municipality.name, f"/{slug}/")],
        "promises": SimpleLazyObject(lambda: promises_on(day)),
        "names": SimpleLazyObject(lambda: Names.of(records(), {each.ref: each.name for each in partners()})),
    }
    return render(request, "public/promises.html", context)


def _remembered(request: TenantRequest, day: date) -> dict[str, Any]:
    """A page of a municipality as of a day: it changes when anything is recorded there."""
    address = request.path if day == request.today else f"{request.path}?on={day.isoformat()}"
    return {**remember_by(address, state(), request.municipality.name, request.today, day), "day": day}


@access("access.public")
def privacy(request: PageRequest, slug: str = "") -> HttpResponse:
    """What is stored about whom, and what is not."""
    return render(request, "public/privacy.html")


@access("access.public")
def accessibility(request: PageRequest, slug: str = "") -> HttpResponse:
    """How usable the pages are, what is not tested, and whom to tell."""
    return render(request, "public/accessibility.html")
