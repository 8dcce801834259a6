"""Views that only tests have, one for each kind of rule; the installation's own addresses follow."""

from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError
from django.http import HttpResponse
from django.urls import path

from politikontakt.config.urls import handler400, handler500  # noqa: F401 – Django reads them here
from politikontakt.config.urls import urlpatterns as ours
from politikontakt.web.ui.access import access
from politikontakt.web.ui.requests import PageRequest


@access("activities.log")
def log(request: PageRequest, slug: str) -> HttpResponse:
    """For those who log."""
    return HttpResponse("in")


@access("access.public")
def public(request: PageRequest, slug: str) -> HttpResponse:
    """For all."""
    return HttpResponse("in")


@access("access.signed_in")
def signed_in(request: PageRequest, slug: str) -> HttpResponse:
    """For all with a user."""
    return HttpResponse("in")


@access("access.public")
def broken(request: PageRequest, slug: str) -> HttpResponse:
    """Fails as a database does that can't be written to."""
    raise OperationalError(request.GET["says"])


@access("access.public")
def odd(request: PageRequest, slug: str) -> HttpResponse:
    """A request that can't be meant."""
    raise SuspiciousOperation


urlpatterns = [
    path("<slug:slug>/odd/", odd),
    path("<slug:slug>/log/", log),
    path("<slug:slug>/open/", public),
    path("<slug:slug>/signed-in/", signed_in),
    path("<slug:slug>/broken/", broken),
    *ours,
]
