"""Whose pages these are, which day it is, and what the one who asks may do."""

from collections.abc import Callable
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from politikontakt.modules.access.membership import Membership
from politikontakt.modules.access.models import Municipality
from politikontakt.modules.access.queries import municipality_at
from politikontakt.modules.access.services import RESERVED_SLUGS
from politikontakt.modules.access.tenants import within


class Tenant:
    """Finds the municipality in the first part of the address and keeps its scope open while the page is made.

    Sets `request.municipality` (None on the installation's own addresses), `request.today` (the local
    day, or the one a demo municipality was set to) and `request.member`, which reads the roles only when asked.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer within the municipality's scope, where the address has one."""
        municipality = addressed(request.path_info)
        day = today(municipality)
        vars(request).update(municipality=municipality, today=day, member=Membership(request.user, municipality, day))
        if municipality is None:
            return self.get_response(request)
        with within(municipality):
            return self.get_response(request)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """An address of a municipality that is not here does not exist."""
        if "slug" in kwargs and request.municipality is None:
            raise Http404


def addressed(path: str) -> Municipality | None:
    """The municipality that a path belongs to."""
    slug = path.lstrip("/").partition("/")[0]
    return None if not slug or slug in RESERVED_SLUGS else municipality_at(slug)


def today(municipality: Municipality | None) -> date:
    """The day it is there."""
    now = timezone.now()
    return municipality.today(now) if municipality else now.astimezone(ZoneInfo(settings.TIME_ZONE)).date()
