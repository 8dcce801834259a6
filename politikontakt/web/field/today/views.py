"""I dag: all that is due where the contact is, and what comes later."""

from django.http import HttpResponse
from django.shortcuts import render

from politikontakt.core.commitments.summary import points
from politikontakt.modules.compliance.queries import agreement_on, records, verdicts
from politikontakt.web.field.today.agenda import agenda
from politikontakt.web.field.today.due import due_at
from politikontakt.web.ui.access import access
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.wording.subjects import Names


@access("activities.log")
def today(request: TenantRequest, slug: str) -> HttpResponse:
    """The contact's home on the phone."""
    stored = agreement_on(request.today)
    found = verdicts(stored.content, request.today) if stored else ()
    plan = agenda([each.person for each in request.member.holdings], request.today)
    place = plan.here.place if plan.here else None
    context = {
        "plan": plan,
        "due": due_at(place.ref, stored.content, found) if place and stored else None,
        "attention": [each for each in points(stored.content, found) if each.needs_attention] if stored else [],
        "names": Names.of(records()),
    }
    return render(request, "field/today.html", context)


@access("activities.log")
def more(request: TenantRequest, slug: str) -> HttpResponse:
    """What is not for every day: the log, the directory, language, signing out."""
    return render(request, "field/more.html", {})
