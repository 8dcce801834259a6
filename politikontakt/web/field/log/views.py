"""The log sheet: what was done, from the plan or from scratch, in a few taps."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.queries import activities
from politikontakt.modules.activities.services import correct_activity, log_activity
from politikontakt.modules.compliance.queries import agreement_on
from politikontakt.web.ui.access import access
from politikontakt.web.ui.activity_form import ActivityForm, said_of
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt


@access("activities.log")
def log(request: TenantRequest, slug: str, ref: str = "") -> HttpResponse:
    """Log what was done. With the id of a planned activity the sheet is filled in, and the plan becomes done."""
    planned = _planned(ref) if ref else None
    stored = agreement_on(request.today)
    form = ActivityForm(
        request.POST or None,
        agreement=stored.content if stored else None,
        day=planned.happened_on if planned else request.today,
        initial=_first_values(request, planned),
    )
    if form.is_valid() and attempt(form, lambda: _store(request, form, planned)) is not None:
        messages.success(request, _("Logged."))
        return redirect("field:today", slug)
    return render(request, "field/log.html", {"form": form, "planned": planned}, status=422 if form.errors else 200)


def _planned(ref: str) -> Activity:
    row = activities().filter(ref=ref, status="planned").first()
    if row is None:
        raise Http404
    return row


def _first_values(request: TenantRequest, planned: Activity | None) -> dict[str, Any]:
    if planned:
        return {**said_of(planned), "status": "done"}
    people = [each.person_id for each in request.member.holdings]
    return {"happened_on": request.today, "people": people, "place": request.GET.get("place")}


def _store(request: TenantRequest, form: ActivityForm, planned: Activity | None) -> Activity:
    write: dict[str, Any] = {"key": form.key, "entry": form.entry, "by": request.member.actor, "today": request.today}
    return correct_activity(activity=planned, **write) if planned else log_activity(**write)
