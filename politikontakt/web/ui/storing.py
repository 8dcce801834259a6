"""When nothing can be stored: the page that says so, instead of a fault.

It comes when the installation is set to reading only (POLITIKONTAKT_READ_ONLY=yes, while it is moved or
backed up) and when the database refuses a write: a full disk, a locked or read-only database.
"""

from collections.abc import Callable

from django.conf import settings
from django.db import InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
TRY_AGAIN_AFTER = 120
"""Seconds."""
REFUSALS = ("readonly database", "read-only transaction", "database is locked", "disk is full", "disk i/o error")
"""What SQLite and PostgreSQL say, in lower case."""


class Storing:
    """Middleware: answers 503 with the page where a write can't be stored. What is read works as usual."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refuse at once what would write, while the installation is set to reading only."""
        if settings.READ_ONLY and request.method not in SAFE:
            return nothing_stored(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for a database that refused; any other fault goes on as it was."""
        refused = isinstance(exception, OperationalError | InternalError)
        if refused and any(words in str(exception).lower() for words in REFUSALS):
            return nothing_stored(request)
        return None


def nothing_stored(request: HttpRequest) -> HttpResponse:
    """Says that nothing was stored and when to try again."""
    response = render(request, "ui/errors/read_only.html", status=503)
    response.headers["Retry-After"] = str(TRY_AGAIN_AFTER)
    return response
