"""Pages for residents: open to all, with no cookie set and nothing to sign in to."""

from django.http import HttpResponse
from django.shortcuts import render

from politikontakt.modules.access.models import Municipality
from politikontakt.web.ui.access import access
from politikontakt.web.ui.requests import PageRequest, TenantRequest


@access("access.public")
def front(request: PageRequest) -> HttpResponse:
    """Choose a municipality."""
    return render(request, "public/front.html", {"municipalities": Municipality.objects.all()})


@access("access.public")
def municipality(request: TenantRequest, slug: str) -> HttpResponse:
    """Who the contacts are, how to reach and meet them, and how the promises stand."""
    return render(request, "public/municipality.html", {})


@access("access.public")
def promises(request: TenantRequest, slug: str) -> HttpResponse:
    """The agreement's promises in plain words, both parties' columns, and the signed words."""
    return render(request, "public/promises.html", {})


@access("access.public")
def privacy(request: PageRequest, slug: str = "") -> HttpResponse:
    """What is stored about whom, and what is not."""
    return render(request, "public/privacy.html")


@access("access.public")
def accessibility(request: PageRequest, slug: str = "") -> HttpResponse:
    """How usable the pages are, what is not tested, and whom to tell."""
    return render(request, "public/accessibility.html")
