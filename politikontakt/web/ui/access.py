"""Every view says who may: `@access("activities.log")`. An address without it fails a test.

The names are rules of the modules' `policies.py`, tried on `request.member`: a person's roles in
this municipality on this day. `access.public` lets anybody in, `access.signed_in` anybody with a user.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from rules.rulesets import test_rule

from politikontakt.web.ui.requests import PageRequest

View = Callable[..., HttpResponseBase]
DECLARED = "access"
PUBLIC = "access.public"
SIGNED_IN = "access.signed_in"


def access(rule: str) -> Callable[[View], View]:
    """Let in only those for whom `rule` holds; send those who have not signed in to do so.

    A form sent by somebody who is signed out gets a page that says so, and the text stays in the
    browser one step back. Somebody signed in without the right gets the page for no access.
    """

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: PageRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if may(request, rule):
                return view(request, *args, **kwargs)
            if request.user.is_authenticated:
                raise PermissionDenied
            return _ask_to_sign_in(request)

        setattr(guarded, DECLARED, rule)
        return guarded

    return declare


def declared_rule(view: Callable[..., Any]) -> str | None:
    """The rule a view declares, None where it declares none."""
    rule = getattr(view, DECLARED, None)
    return str(rule) if rule else None


def may(request: PageRequest, rule: str, of: object = None) -> bool:
    """Whether the one who asks may do what the rule is about, to one thing or at all: for links and buttons."""
    return bool(test_rule(rule, request.member, of))  # type: ignore[no-untyped-call]


def _ask_to_sign_in(request: PageRequest) -> HttpResponse:
    """To sign-in and back here; a sent form gets an answer that loses nothing."""
    if request.method in {"GET", "HEAD"}:
        return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
    return render(request, "ui/errors/signed_out.html", {"login_url": settings.LOGIN_URL}, status=403)
