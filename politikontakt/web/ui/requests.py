"""The request as views see it: whose pages, which day, and what the one who asks may do."""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from politikontakt.modules.access.membership import Membership
from politikontakt.modules.access.models import Municipality, User


class PageRequest(HttpRequest):
    """A request after all middleware. `municipality` is None on the installation's own addresses."""

    municipality: Municipality | None
    today: date
    member: Membership
    user: User | AnonymousUser
    htmx: HtmxDetails


class TenantRequest(PageRequest):
    """A request for a page of a municipality."""

    municipality: Municipality
