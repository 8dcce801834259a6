"""Pages for residents are made once for everybody, and kept until something they depend on changes."""

import gzip
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

HOURS = 6 * 3600
"""A page that nothing changed is made anew after so many seconds, so that nothing stays for ever."""
PERSONAL = frozenset({settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name})
"""Who comes with one of these may be told something that is for them alone."""


def kept_page(
    request: HttpRequest, template: str, context: Callable[[], dict[str, Any]], *, address: str, depends_on: object
) -> HttpResponse:
    """The page, made anew only where none is kept for its address, language and `depends_on`.

    `address` is the page's own, without whatever else a reader came with; links back to the page use it.
    Nothing on the page may be for one reader alone, such as a form's token.
    """
    if PERSONAL & request.COOKIES.keys():
        return render(request, template, {**context(), "address": address})
    name = sha256(repr((template, address, get_language(), depends_on)).encode()).hexdigest()
    pages = caches["process"]
    kept = pages.get(name)
    if kept is None:
        page = render(request, template, {**context(), "address": address}).content
        kept = page, gzip.compress(page)
        pages.set(name, kept, HOURS)
    return _answer(request, *kept)


def _answer(request: HttpRequest, page: bytes, compressed: bytes) -> HttpResponse:
    """Compressed already for those who can read it so."""
    takes_gzip = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(compressed if takes_gzip else page)
    if takes_gzip:
        response.headers["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
