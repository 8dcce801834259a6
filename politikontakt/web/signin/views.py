"""Signing in by a code, and being sent to where one works."""

from typing import Any

from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from politikontakt.modules.access.membership import Membership
from politikontakt.modules.access.models import Municipality, User
from politikontakt.modules.access.queries import municipalities_of
from politikontakt.web.signin.forms import AskForCode, ConfirmCode
from politikontakt.web.ui.access import access
from politikontakt.web.ui.demo_people import demo_people
from politikontakt.web.ui.navigation import first_page
from politikontakt.web.ui.requests import PageRequest


class AskView(RequestLoginCodeView):  # type: ignore[misc]
    """Asks for the e-mail address. In a demo it also shows everybody one can be."""

    template_name = "signin/ask.html"

    def get_form_class(self) -> type[AskForCode]:
        """Ours."""
        return AskForCode

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, and the demo's people."""
        return {**super().get_context_data(**kwargs), "demos": demo_people() if settings.DEMO else []}


class ConfirmView(ConfirmLoginCodeView):  # type: ignore[misc]
    """Takes the code."""

    template_name = "signin/confirm.html"

    def get_form_class(self) -> Any:
        """Ours; allauth's empty one when the code is to be sent again."""
        form = super().get_form_class()
        return ConfirmCode if form is self.form_class else form


@access("access.public")
def ask(request: PageRequest) -> HttpResponseBase:
    """Begin: also anew, by somebody who waits for a code and wants to try another address."""
    if request.method == "GET":
        request.session.pop(LOGIN_SESSION_KEY, None)
    answer: HttpResponseBase = AskView.as_view()(request)
    return answer


confirm = access("access.public")(ConfirmView.as_view())


@access("access.signed_in")
def onward(request: PageRequest) -> HttpResponse:
    """To the first page of the one municipality a user works in, or to a choice where there are more."""
    assert isinstance(request.user, User)
    places = municipalities_of(request.user)
    if len(places) == 1:
        return redirect(first_page(_membership(request, places[0])))
    return render(
        request, "signin/choose.html", {"pages": [(each, first_page(_membership(request, each))) for each in places]}
    )


def _membership(request: PageRequest, municipality: Municipality) -> Membership:
    """What the user is in a municipality on its own day."""
    return Membership(request.user, municipality, municipality.today(timezone.now()))


@require_POST
@access("access.public")
def leave(request: PageRequest) -> HttpResponse:
    """Sign out."""
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)


@access("access.public")
def inactive(request: PageRequest) -> HttpResponse:
    """For a user who has been closed."""
    return render(request, "signin/inactive.html", status=403)
