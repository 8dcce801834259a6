"""The log: what was done and is planned, newest first; logging, correcting and withdrawing."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from politikontakt.core.agreement.model import Agreement
from politikontakt.modules.access.services import withdraw
from politikontakt.modules.activities.entries import STATUSES
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.queries import activities, earlier_versions
from politikontakt.modules.activities.services import correct_activity, log_activity
from politikontakt.modules.audit.queries import history_of
from politikontakt.modules.compliance.queries import agreement_on
from politikontakt.modules.directory.models import Place
from politikontakt.web.desk.record.filtering import Filter, place_choices
from politikontakt.web.ui.access import access, may
from politikontakt.web.ui.activity_form import ActivityForm, said_of
from politikontakt.web.ui.forms import KeyedForm
from politikontakt.web.ui.paging import page_of
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt

PAGE = 25


@access("compliance.see")
def log(request: TenantRequest, slug: str) -> HttpResponse:
    """Activities, the newest day first, 25 on a page."""
    chosen = Filter.of(request)
    rows = page_of(chosen.applied(activities()), request.GET.get("page"), size=PAGE)
    context = {
        "rows": rows,
        "chosen": chosen,
        "statuses": STATUSES,
        "places": place_choices(),
        "may_log": may(request, "activities.log"),
    }
    return render(request, "desk/record/log.html", context)


@access("activities.log")
def new(request: TenantRequest, slug: str) -> HttpResponse:
    """Log an activity, or plan one."""
    day = request.today
    initial = {"happened_on": day, "people": [each.person_id for each in request.member.holdings], **_asked(request)}
    form = ActivityForm(request.POST or None, agreement=_agreement(day), day=day, initial=initial)
    if form.is_valid():
        stored = attempt(
            form,
            lambda: log_activity(
                key=form.key, entry=form.entry, by=form.said_by(request.member.actor), today=request.today
            ),
        )
        if stored:
            messages.success(request, _("Logged."))
            return redirect("desk:activity", slug, stored.ref)
    return render(request, "desk/record/edit.html", {"form": form}, status=422 if form.errors else 200)


@access("compliance.see")
def activity(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """One activity with what was said of it before."""
    row = _found(ref)
    context = {
        "activity": row,
        "earlier": earlier_versions(row),
        "trail": history_of("activities.activity", ref),
        "form": KeyedForm(),
        "may_log": may(request, "activities.log"),
    }
    return render(request, "desk/record/activity.html", context)


@access("activities.log")
def correct(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """Say how it really was. The row before stays in the history."""
    row = _found(ref)
    form = ActivityForm(
        request.POST or None, agreement=_agreement(request.today), day=row.happened_on, initial=said_of(row)
    )
    if form.is_valid():
        stored = attempt(
            form,
            lambda: correct_activity(
                key=form.key, activity=row, entry=form.entry, by=form.said_by(request.member.actor), today=request.today
            ),
        )
        if stored:
            messages.success(request, _("Corrected. What it said before stays in the history."))
            return redirect("desk:activity", slug, stored.ref)
    context = {"form": form, "activity": row}
    return render(request, "desk/record/edit.html", context, status=422 if form.errors else 200)


@access("activities.log")
def remove(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """Withdraw an activity that should not have been logged. It stays in the audit trail."""
    row = _found(ref)
    form = KeyedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = attempt(form, lambda: withdraw(key=form.key, fact=row, by=request.member.actor))
        if done:
            messages.success(request, _("Withdrawn. It no longer counts."))
            return redirect("desk:activities", slug)
    context = {"form": form, "activity": row}
    return render(request, "desk/record/remove.html", context, status=422 if form.errors else 200)


def _found(ref: str) -> Activity:
    row = activities().filter(ref=ref).first()
    if row is None:
        raise Http404
    return row


def _asked(request: TenantRequest) -> dict[str, Any]:
    """What a link to an empty form says of it: the place by its ref, and codes."""
    said: dict[str, Any] = {name: request.GET[name] for name in ("kind", "status") if name in request.GET}
    place = Place.current.filter(ref=request.GET.get("place", "")).first()
    return {**said, "place": place.pk} if place else said


def _agreement(day: date) -> Agreement | None:
    stored = agreement_on(day)
    return stored.content if stored else None
