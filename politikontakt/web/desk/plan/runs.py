"""Asking for a plan or for a mended one, watching it come, and saying yes."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from politikontakt.core.faults import Fault
from politikontakt.modules.activities.queries import activities_by_ref
from politikontakt.modules.compliance.queries import agreement_on, records
from politikontakt.modules.planning.effects import effects
from politikontakt.modules.planning.inputs import last_planned
from politikontakt.modules.planning.models import Run
from politikontakt.modules.planning.queries import contacts_on, promises_of_series, run_with
from politikontakt.modules.planning.rows import from_json
from politikontakt.modules.planning.services import accept, ask_plan, ask_replan, discard, stop
from politikontakt.web.desk.plan.forms import AcceptForm, LostForm, PlanForm
from politikontakt.web.desk.plan.no_room import Telling
from politikontakt.web.desk.plan.notices import addresses_in, notices, tell
from politikontakt.web.desk.plan.proposal import Proposal, proposal
from politikontakt.web.desk.plan.year import school_year
from politikontakt.web.ui.access import access
from politikontakt.web.ui.as_of import read_day
from politikontakt.web.ui.fault_lines import fault_lines
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt
from politikontakt.web.ui.wording.subjects import Names

REACH = timedelta(weeks=5)


@access("planning.plan")
def new(request: TenantRequest, slug: str) -> HttpResponse:
    """Ask for a plan of some days."""
    stored = agreement_on(request.today)
    if stored is None:
        raise Http404
    last = school_year(stored.content, request.today).last
    form = PlanForm(request.POST or None, initial={"first": request.today, "last": last, **_asked_for(request)})
    if form.is_valid():
        said, by = form.cleaned_data, request.member.actor
        days = {"first": said["first"], "last": said["last"]}
        run = attempt(form, lambda: ask_plan(key=form.key, **days, seconds=int(said["seconds"]), by=by))
        if run:
            return redirect("desk:plan_run", slug, run.key)
    context = {"form": form, "title": _("Lay a plan")}
    return render(request, "desk/plan/ask.html", context, status=422 if form.errors else 200)


@access("planning.plan")
def lost(request: TenantRequest, slug: str) -> HttpResponse:
    """Say which days are lost, and have the plan mended."""
    initial = {"first": request.today, "last": request.today, **_asked_for(request)}
    form = LostForm(request.POST or None, contacts=contacts_on(request.today), initial=initial)
    if form.is_valid():
        said = form.cleaned_data
        days = [(said["person"], said["first"], said["last"])] if said["person"] else []
        last = _mended_until(request.today, said["last"])
        run = attempt(
            form,
            lambda: ask_replan(key=form.key, lost=days, first=request.today, last=last, by=request.member.actor),
        )
        if run:
            return redirect("desk:plan_run", slug, run.key)
    context = {"form": form, "title": _("Mend the plan")}
    return render(request, "desk/plan/ask.html", context, status=422 if form.errors else 200)


@access("planning.plan")
def run(request: TenantRequest, slug: str, key: UUID) -> HttpResponse:
    """How far a run has come, and what it proposes."""
    found = _run(key)
    stored = agreement_on(request.today)
    rows = [from_json(each) for each in found.rows]
    shown = _proposal(found, request)
    context = {
        "run": found,
        "proposal": shown,
        "effects": effects(stored.content, rows, request.today) if stored and found.open else (),
        "notices": notices(shown.changes, request.member.actor),
        "faults": fault_lines(Fault(**each) for each in found.faults if "code" in each),
        "refused": [each["refused"] for each in found.faults if "refused" in each],
        "form": AcceptForm(initial={"looked_at": found.answer}),
        "names": Names.of(records()),
        "under_way": found.state in Run.UNDER_WAY,
        "again": _again(found),
    }
    return render(request, "desk/plan/run.html", context)


@require_safe
@access("planning.plan")
def run_now(request: TenantRequest, slug: str, key: UUID) -> HttpResponse:
    """How far a run has come, in a few words for the page that watches it."""
    found = _run(key)
    return JsonResponse({"state": found.state, "answer": found.answer, "seconds": round(found.seconds)})


@require_POST
@access("planning.plan")
def run_accept(request: TenantRequest, slug: str, key: UUID) -> HttpResponse:
    """Store what is proposed, all of it or the rows that are ticked, and tell those who were written down."""
    found, form = _run(key), AcceptForm(request.POST)
    if form.is_valid():
        said = attempt(form, lambda: _accepted(request, found, form))
        if said is not None:
            messages.success(request, said)
            return redirect("desk:plan", slug)
    for error in form.non_field_errors():
        messages.error(request, str(error))
    return redirect("desk:plan_run", slug, key)


@require_POST
@access("planning.plan")
def run_stop(request: TenantRequest, slug: str, key: UUID) -> HttpResponse:
    """End a run with what it has found so far."""
    stop(run=_run(key))
    return redirect("desk:plan_run", slug, key)


@require_POST
@access("planning.plan")
def run_discard(request: TenantRequest, slug: str, key: UUID) -> HttpResponse:
    """Say no to a proposal. The plan stays as it is."""
    discard(run=_run(key))
    messages.success(request, _("Nothing was changed."))
    return redirect("desk:plan", slug)


@transaction.atomic
def _accepted(request: TenantRequest, found: Run, form: AcceptForm) -> str:
    """What came of it, in words. Rows and notices are stored together or not at all."""
    only = None if "all" in request.POST else request.POST.getlist("row")
    first_time = found.state != Run.ACCEPTED
    changes = _proposal(found, request).changes
    by, looked_at = request.member.actor, form.cleaned_data["looked_at"]
    stored = accept(key=form.key, run=found, by=by, today=request.today, only=only, looked_at=looked_at)
    told = tell(changes, stored, addresses_in(request.POST.dict(), changes), by) if first_time else 0
    rows = ngettext("%(n)d row is in the plan.", "%(n)d rows are in the plan.", len(stored)) % {"n": len(stored)}
    sent = ngettext("%(n)d notice is sent.", "%(n)d notices are sent.", told) % {"n": told}
    return f"{rows} {sent}" if told else rows


def _proposal(found: Run, request: TenantRequest) -> Proposal:
    stored = agreement_on(request.today)
    if stored is None:
        raise Http404
    old = activities_by_ref(tuple(each["id"] for each in found.rows))
    telling = Telling.of(stored.content, records(), request.municipality.slug)
    return proposal(found, old, telling, promises_of_series(request.today))


def _mended_until(today: date, last_lost: date) -> date:
    """Five weeks after the last lost day, or as far as anything is planned: what lies later stands as it is."""
    return max(last_lost, min(last_planned(today), last_lost + REACH))


def _asked_for(request: TenantRequest) -> Mapping[str, Any]:
    """What a link to the form has filled in already."""
    days = {name: read_day(request.GET.get(name, "")) for name in ("first", "last")}
    person = {"person": request.GET["person"]} if request.GET.get("person", "").isdigit() else {}
    return {**{name: day for name, day in days.items() if day}, **person}


def _again(found: Run) -> str:
    """What the form for the same question is filled in with."""
    return f"first={found.first}&last={found.last}" if found.kind == Run.PLAN else ""


def _run(key: UUID) -> Run:
    found = run_with(str(key))
    if found is None:
        raise Http404
    return found
