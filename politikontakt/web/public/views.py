"""Pages for residents: open to all, with nothing to sign in to. Each is made once and kept until something changes."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from politikontakt.modules.access.models import Municipality
from politikontakt.modules.compliance.queries import records, state
from politikontakt.modules.directory.queries import partners
from politikontakt.web.public.contacts import Contacts
from politikontakt.web.public.meetings import open_meetings
from politikontakt.web.public.promises import promises as promises_on
from politikontakt.web.ui.access import access
from politikontakt.web.ui.as_of import as_of
from politikontakt.web.ui.keeping import kept_page
from politikontakt.web.ui.presence import presence
from politikontakt.web.ui.requests import PageRequest, TenantRequest
from politikontakt.web.ui.wording.subjects import Names


@access("access.public")
def front(request: PageRequest) -> HttpResponse:
    """Choose a municipality."""
    return render(request, "public/front.html", {"municipalities": Municipality.objects.all()})


@access("access.public")
def municipality(request: TenantRequest, slug: str) -> HttpResponse:
    """Who the contacts are, how to reach and meet them, and how the promises stand."""

    def context(day: date) -> dict[str, Any]:
        return {
            "contacts": Contacts(day),
            "meets": presence(day),
            "open_meetings": open_meetings(day),
            "promises": promises_on(day),
        }

    return _kept(request, "public/municipality.html", context)


@access("access.public")
def promises(request: TenantRequest, slug: str) -> HttpResponse:
    """The agreement's promises in plain words, both parties' columns, and the signed words."""

    def context(day: date) -> dict[str, Any]:
        return {
            "trail": [(request.municipality.name, f"/{slug}/")],
            "promises": promises_on(day),
            "names": Names.of(records(), {each.ref: each.name for each in partners()}),
        }

    return _kept(request, "public/promises.html", context)


def _kept(request: TenantRequest, template: str, context: Callable[[date], dict[str, Any]]) -> HttpResponse:
    """A page of a municipality as of a day: it changes when anything is recorded there."""
    shown = as_of(request)
    day = shown.day
    address = request.path if day == request.today else f"{request.path}?on={day.isoformat()}"
    depends_on = (state(), request.municipality.name, request.today, day)
    return kept_page(
        request, template, lambda: {**context(day), "day": day, "shown": shown}, address=address, depends_on=depends_on
    )


@access("access.public")
def privacy(request: PageRequest, slug: str = "") -> HttpResponse:
    """What is stored about whom, and what is not."""
    return render(request, "public/privacy.html")


@access("access.public")
def accessibility(request: PageRequest, slug: str = "") -> HttpResponse:
    """How usable the pages are, what is not tested, and whom to tell."""
    return render(request, "public/accessibility.html")
