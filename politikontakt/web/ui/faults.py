"""When a request can't be answered: a page for each case, with what to do next.

`politikontakt/config/urls.py` names the handlers. `InWords` is middleware for the one answer that Django
gives without words: an address that takes forms alone, opened as a page.
"""

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.template.loader import render_to_string

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
"""A form that is larger than what is taken at once; any other bad request is one nobody can understand."""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 for what can't be understood, 413 for what is too large."""
    if isinstance(exception, TOO_MUCH):
        return render(request, "ui/errors/too_much.html", status=413)
    return render(request, "400.html", status=400)


def server_fault(request: HttpRequest) -> HttpResponse:
    """500. The page is made even where the style sheets can't be found: a damaged installation has words too."""
    try:
        page = render_to_string("500.html", {"styled": True})
    except ValueError:  # the static files' manifest lacks a file
        page = render_to_string("500.html", {"styled": False})
    return HttpResponse(page, status=500)


class InWords:
    """Middleware: a page for 405 where a browser asks for one. Answers with content of their own stay as they are."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the view did, in words where it had none."""
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content and request.accepts("text/html"):
            page = render(request, "ui/errors/forms_alone.html", status=405)
            page.headers["Allow"] = response.headers["Allow"]
            return page
        return response
