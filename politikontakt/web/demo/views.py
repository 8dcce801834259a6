"""Being one of the demo's people, and setting the demo's day."""

from uuid import uuid4

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from politikontakt.core.calendar.reach import EARLIEST, LATEST
from politikontakt.modules.access.services import set_demo_day
from politikontakt.modules.audit.actors import Actor
from politikontakt.web.ui.access import access
from politikontakt.web.ui.demo_people import demo_people
from politikontakt.web.ui.forms import DayInput, Form
from politikontakt.web.ui.requests import PageRequest, TenantRequest

VISITOR = "demo"
"""Who set the demo's day when nobody is signed in."""
OUR_OWN = frozenset({"same-origin", "none"})


class DayForm(Form):
    """The day it is to be. Setting it twice is setting it once, so the form carries no key."""

    day = forms.DateField(widget=DayInput(), validators=[MinValueValidator(EARLIEST), MaxValueValidator(LATEST)])


@require_POST
@access("access.public")
def be(request: PageRequest) -> HttpResponse:
    """Sign in as one of the demo's people, without a code. Nobody else can be chosen."""
    wanted = request.POST.get("user", "")
    users = {str(person.user.pk): person.user for demo in demo_people() for person in demo.people}
    if wanted not in users:
        raise Http404
    login(request, users[wanted], backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(_next(request, "/inn/videre/"))


@csrf_exempt
@require_POST
@access("access.public")
def set_day(request: TenantRequest, slug: str) -> HttpResponse:
    """Set what the demo takes for today, and go back to the page.

    The form stands on pages that are kept for everybody, so it has no token of its own;
    the browser's word for where a form comes from keeps other sites out.
    """
    if not request.municipality.demo:
        raise Http404
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in OUR_OWN:
        raise PermissionDenied
    form = DayForm(request.POST)
    if form.is_valid():
        set_demo_day(key=uuid4(), day=form.cleaned_data["day"], by=_actor(request))
    else:
        messages.error(request, _("That is not a day. Choose one in the calendar."))
    return redirect(_next(request, f"/{slug}/"))


def _actor(request: TenantRequest) -> Actor:
    """The one who is signed in, else the visitor."""
    return request.member.actor if request.user.is_authenticated else Actor(None, VISITOR, "")


def _next(request: HttpRequest, otherwise: str) -> str:
    """Where to go on, where that is one of our own addresses."""
    address = request.POST.get("next", "")
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) else otherwise
