"""Lost preventive time, as both parties see it: sums of the municipality, never of a person."""

from django.http import HttpResponse
from django.shortcuts import render

from politikontakt.modules.activities.called_out import CAUSES
from politikontakt.modules.agreements.queries import agreement_on
from politikontakt.web.desk.lost_time.balance import balance
from politikontakt.web.ui.access import access
from politikontakt.web.ui.as_of import as_of
from politikontakt.web.ui.requests import TenantRequest


@access("compliance.see")
def lost_time(request: TenantRequest, slug: str) -> HttpResponse:
    """The year up to the day asked for."""
    shown = as_of(request)
    stored = agreement_on(shown.day)
    context = {"shown": shown, "balance": balance(shown.day, stored.content if stored else None), "causes": CAUSES}
    return render(request, "desk/lost_time.html", context)
