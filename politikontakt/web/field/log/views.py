"""The log sheet: what was done, from the plan or from scratch, in a few taps."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from politikontakt.modules.access.errors import Refused
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.queries import activities
from politikontakt.modules.activities.undoing import take_back
from politikontakt.modules.audit.errors import KeyConflict
from politikontakt.modules.compliance.queries import agreement_on
from politikontakt.modules.directory.models import Place
from politikontakt.modules.directory.queries import places
from politikontakt.web.field.log.forms import LogForm, first_values
from politikontakt.web.field.log.recent import recent_places
from politikontakt.web.field.shell import shell
from politikontakt.web.field.sync.doing import store
from politikontakt.web.field.sync.rows import written_by
from politikontakt.web.field.today.places import due_everywhere
from politikontakt.web.ui.access import access
from politikontakt.web.ui.forms import KeyedForm
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt
from politikontakt.web.ui.wording.refusals import refusal

ABOVE = frozenset({"place", "kind", "happened_on", "starts_at"})
BESIDE = frozenset({"people", "purpose", "partner"})
"""Fields that are folded away, one fold in the other; what is wrong in them is shown unfolded."""


@access("activities.log")
def log(request: TenantRequest, slug: str, ref: str = "") -> HttpResponse:
    """Log what was done. With the id of a row the sheet is filled in: a plan becomes done, what was done is mended."""
    row = _row(ref) if ref and request.method != "POST" else None
    form = _form(request, row)
    if form.is_valid():
        try:
            stored = _store(request, form)
        except KeyConflict as conflict:
            return _conflict(request, form, conflict)
        if stored:
            return redirect(f"{reverse('field:today', args=[slug])}?logged={stored.key}")
    everywhere = due_everywhere(request.today)
    place = row.place if row else _place(request)
    due = everywhere.at(place.ref) if everywhere and place else None
    schools = " ".join(places(kind="school").values_list("ref", flat=True))
    context = {"shell": shell(request), "form": form, "row": row, "place": place, "due": due, "schools": schools}
    context |= {"wrong_above": bool(ABOVE & set(form.errors)), "wrong_beside": bool(BESIDE & set(form.errors))}
    return render(request, "field/log.html", context, status=422 if form.errors else 200)


@access("activities.log")
@require_POST
def undo(request: TenantRequest, slug: str, key: str) -> HttpResponse:
    """Take back what was just logged."""
    row = get_object_or_404(Activity, key=key)
    form = KeyedForm(request.POST)
    taken = attempt(form, lambda: _take_back(request, form, row)) if form.is_valid() else None
    if taken:
        messages.success(request, _("Taken back."))
    else:
        messages.error(request, " ".join(str(each) for each in form.non_field_errors()) or _("Nothing was changed."))
    return redirect("field:today", slug)


def _take_back(request: TenantRequest, form: KeyedForm, row: Activity) -> Activity:
    return take_back(key=form.key, activity=row, by=request.member.actor)


def _store(request: TenantRequest, form: LogForm) -> Activity | None:
    """Store the form; what the service refuses stands in the form. The same key with other content raises."""
    try:
        return store(
            key=form.key,
            entry=form.entry,
            replaced=form.replaced,
            by=form.said_by(request.member.actor),
            today=request.today,
        )
    except Refused as refused:
        form.add_error(None, refusal(refused))
        return None


def _conflict(request: TenantRequest, form: LogForm, conflict: KeyConflict) -> HttpResponse:
    """The same form came with other content: both are shown, and neither is lost."""
    context = {"shell": shell(request), "stored": written_by(conflict.key), "mine": form.entry}
    return render(request, "field/conflict.html", context, status=409)


def _row(ref: str) -> Activity:
    row = activities().filter(ref=ref).exclude(status="cancelled").first()
    if row is None:
        raise Http404
    return row


def _form(request: TenantRequest, row: Activity | None) -> LogForm:
    stored = agreement_on(request.today)
    people = [each.person for each in request.member.holdings]
    return LogForm(
        request.POST or None,
        agreement=stored.content if stored else None,
        day=row.happened_on if row else request.today,
        recent=recent_places(people, request.today),
        initial=first_values(row) if row else _empty(request),
    )


def _empty(request: TenantRequest) -> dict[str, Any]:
    people = list(dict.fromkeys(each.person.ref for each in request.member.holdings))
    place = _place(request)
    kind = "school_visit" if place is None or place.kind == "school" else "presence"
    return {"happened_on": request.today, "people": people, "place": place and place.ref, "kind": kind}


def _place(request: TenantRequest) -> Place | None:
    """The place that the sheet's address asks for."""
    found: Place | None = places().filter(ref=request.GET.get("place", "")).first()
    return found
