"""The address a phone sends to. It answers in JSON whatever happens, so that the phone knows what to keep."""

import json
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_http_methods

from politikontakt.modules.compliance.queries import state
from politikontakt.web.field.app.files import version
from politikontakt.web.field.sync.parcel import Misshapen, TooMany, UnknownFormat, read_parcel
from politikontakt.web.field.sync.taking import take
from politikontakt.web.ui.access import access, may
from politikontakt.web.ui.requests import TenantRequest


@access("access.public")
@require_http_methods(["GET", "POST"])
def sync(request: TenantRequest, slug: str) -> JsonResponse:
    """GET: who is signed in, and the token to send with. POST: take a parcel. Says itself who may not."""
    turned_away = turn_away(request)
    if turned_away:
        return turned_away
    return _take(request) if request.method == "POST" else JsonResponse({**_here(request), "csrf": get_token(request)})


def turn_away(request: TenantRequest) -> JsonResponse | None:
    """The answer for those who may not, as JSON: a phone can't follow a page to the sign-in."""
    if not request.user.is_authenticated:
        return fault(401, "signed_out")
    return None if may(request, "activities.log") else fault(403, "no_access")


def fault(status: int, code: str) -> JsonResponse:
    """What was wrong with the whole request, by code."""
    return JsonResponse({"code": code}, status=status)


def who(request: HttpRequest) -> str:
    """The user as a phone keeps them: what one wrote is never sent as another's."""
    return str(request.user.pk)


def _here(request: TenantRequest) -> dict[str, Any]:
    return {"who": who(request), "today": request.today.isoformat(), "state": state(), "version": version()}


def _take(request: TenantRequest) -> JsonResponse:
    try:
        parcel = read_parcel(json.loads(request.body))
    except Misshapen:
        return fault(400, "misshapen")
    except UnknownFormat:
        return fault(400, "unknown_format")
    except TooMany:
        return fault(413, "too_many")
    except (ValueError, RecursionError):
        return fault(400, "not_json")
    if parcel.who != who(request):
        return fault(403, "other_user")
    answers = take(parcel, member=request.member, today=request.today)
    request.municipality.known_state = None
    return JsonResponse({**_here(request), "items": [each.as_json() for each in answers]})
