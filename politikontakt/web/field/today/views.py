"""I dag: all that is due where the contact is, and what comes later."""

from collections.abc import Collection
from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from politikontakt.modules.access.models import Person
from politikontakt.modules.activities.lost_time import away
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.queries import open_requests
from politikontakt.modules.compliance.queries import records
from politikontakt.web.field.called_out.undo import may_undo
from politikontakt.web.field.shell import shell
from politikontakt.web.field.today.agenda import agenda
from politikontakt.web.field.today.attention import needs_me
from politikontakt.web.field.today.due import Due
from politikontakt.web.field.today.elsewhere import elsewhere, next_planned
from politikontakt.web.field.today.places import due_everywhere, place_now
from politikontakt.web.ui.access import access
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.wording import vocabulary as codes
from politikontakt.web.ui.wording.subjects import Names


@access("activities.log")
def today(request: TenantRequest, slug: str) -> HttpResponse:
    """The contact's home on the phone."""
    people = [each.person for each in request.member.holdings]
    plan = agenda(people, request.today, _clock(request))
    everywhere = due_everywhere(request.today)
    place = place_now(request.GET.get("place", ""), plan)
    planned_here = plan.planned_at(place)
    context = {
        "shell": shell(request),
        "plan": plan,
        "place": place,
        "planned_here": planned_here,
        "elsewhere": elsewhere(people, request.today, place),
        "next": None if place or plan.later else next_planned(people, request.today),
        "due": everywhere.at(place.ref) if place and everywhere else Due(),
        "requests": open_requests(request.today)[:3],
        "attention": needs_me(everywhere, request.member.parties) if everywhere else [],
        "names": Names.of(records()),
        "logged": _logged(request),
        **_out(people, request.today),
        **{name: uuid4() for name in ("start_key", "end_key", "undo_key", "logged_undo_key")},
    }
    return render(request, "field/today.html", context)


@access("activities.log")
def more(request: TenantRequest, slug: str) -> HttpResponse:
    """What is not for every day: the log, the directory, language, signing out."""
    return render(request, "field/more.html", {"shell": shell(request)})


def _out(people: Collection[Person], day: date) -> dict[str, Any]:
    """Whether one is called away now, and whether one was earlier in the day."""
    out, was_out = away(people, day)
    return {
        "out": out,
        "was_out": was_out,
        "may_undo": bool(out and may_undo(out)),
        "causes": codes.choices(codes.CAUSES),
    }


def _logged(request: TenantRequest) -> Activity | None:
    """What was logged just now by a form without script, for undoing it."""
    asked = request.GET.get("logged", "")
    try:
        row: Activity | None = Activity.current.select_related("place").filter(key=UUID(asked)).first()
    except ValueError:
        return None
    return row


def _clock(request: TenantRequest) -> time | None:
    """The time of day there; None in a demo that was set to another day."""
    return None if request.municipality.demo_day else timezone.localtime().time()
