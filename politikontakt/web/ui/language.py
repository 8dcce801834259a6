"""Which language a page is in, and choosing another.

A municipality has a written form of its own, and its pages begin with that. Whoever has chosen
another keeps the choice everywhere, in a cookie.
"""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme

from politikontakt.web.ui.access import access
from politikontakt.web.ui.requests import PageRequest

KNOWN = frozenset(code for code, _ in settings.LANGUAGES)
YEAR = 365 * 24 * 3600


class ReaderLanguage:
    """Middleware: speak the reader's language while the page is made. Runs after the tenant is known."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language found, and say which it was."""
        language = language_of(cast(PageRequest, request))
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ("Cookie",))
        return response


def language_of(request: PageRequest) -> str:
    """The reader's own choice, else the municipality's written form, else the installation's."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if chosen in KNOWN:
        return chosen
    return request.municipality.language if request.municipality else settings.LANGUAGE_CODE


@access("access.public")
def choose(request: PageRequest, code: str) -> HttpResponse:
    """Remember a language and go back to where the reader was."""
    if code not in KNOWN:
        raise Http404
    response = HttpResponseRedirect(_back_to(request))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, code, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure()
    )
    return response


def _back_to(request: PageRequest) -> str:
    """The address the reader came from, where it is ours; else the front page."""
    address = request.GET.get("next", "/")
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) else "/"
