"""The year plan: the wheel and the weeks, whether it fits, and what if we promised more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import FaultyInput
from politikontakt.core.planner.capacity.what_if import Change
from politikontakt.modules.activities.lost_time import lost_by_month
from politikontakt.modules.agreements.models import PlanningFile
from politikontakt.modules.agreements.queries import planning_file
from politikontakt.modules.agreements.services import store_planning_file
from politikontakt.modules.compliance.queries import agreement_on, records, verdicts
from politikontakt.modules.directory.queries import places
from politikontakt.modules.planning.inputs import read_settings
from politikontakt.modules.planning.queries import last_accepted, minutes_planned, open_runs, promises_of_series
from politikontakt.web.desk.plan.doubts import doubts
from politikontakt.web.desk.plan.forms import SettingsForm, WhatIfForm
from politikontakt.web.desk.plan.meter import meter
from politikontakt.web.desk.plan.no_room import NoRoom, Telling
from politikontakt.web.desk.plan.starter import starter
from politikontakt.web.desk.plan.year import school_year, year
from politikontakt.web.desk.status.expected import expected
from politikontakt.web.ui.access import access, may
from politikontakt.web.ui.as_of import as_of
from politikontakt.web.ui.fault_lines import FaultLine, fault_lines
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt
from politikontakt.web.ui.wording.subjects import Names


@access("compliance.see")
def plan(request: TenantRequest, slug: str) -> HttpResponse:
    """The school year that holds the day: wheel, table, the next weeks, capacity and chances."""
    shown = as_of(request)
    stored = agreement_on(shown.day)
    if stored is None:
        return render(request, "desk/no_agreement.html", {"shown": shown})
    runs, names = open_runs(), Names.of(records())
    found = year(stored.content, shown.day, runs, names)
    ahead = DayRange(max(shown.day, found.days.first), found.days.last)
    doubtful = doubts(stored.content, expected(stored.content, verdicts(stored.content, shown.day), shown.day))
    context = {
        "shown": shown,
        "year": found,
        "view": "table" if request.GET.get("view") == "table" else "wheel",
        "doubts": doubtful,
        "short": sum(each.short for each in doubtful),
        "names": names,
        "runs": runs,
        "may_plan": may(request, "planning.plan"),
        "lost": _lost(found.days),
        **_no_room(stored.content, request),
        **meter(ahead, minutes_planned(ahead)),
    }
    return render(request, "desk/plan/year.html", context)


@access("compliance.see")
def what_if(request: TenantRequest, slug: str) -> HttpResponse:
    """Promised time beside the time there is, as it is and as it would be."""
    shown = as_of(request)
    stored = agreement_on(shown.day)
    if stored is None:
        return render(request, "desk/no_agreement.html", {"shown": shown})
    form = WhatIfForm(request.GET if "commitment" in request.GET else None, agreement=stored.content)
    days = school_year(stored.content, shown.day)
    changes = _changes(form)
    context = {
        "shown": shown,
        "form": form,
        "days": days,
        "now": meter(days, {}),
        "then": meter(days, {}, changes) if changes else None,
        "asked": changes,
        "may_plan": may(request, "planning.plan"),
    }
    return render(request, "desk/plan/what_if.html", context)


@access("planning.plan")
def settings(request: TenantRequest, slug: str) -> HttpResponse:
    """The planner's settings. Every fault is named; what was typed is not lost."""
    stored, source = agreement_on(request.today), planning_file()
    begin = starter(stored.content, (each.zone for each in places())) if stored else ""
    known = begin if source is None else source.decode("utf-8", "replace")
    form = SettingsForm(request.POST or None, initial={"source": known})
    faults: Sequence[FaultLine] = ()
    if form.is_valid() and stored:
        written = form.cleaned_data["source"].replace("\r\n", "\n").encode()
        faults = _faults(written, stored.content, request)
        kept = None if faults else attempt(form, lambda: _store(written, form, request))
        if kept is not None:
            messages.success(request, _("Stored. The next plan goes by it."))
            return redirect("desk:plan", slug)
    context = {"form": form, "faults": faults, "stored": stored, "new": source is None}
    return render(request, "desk/plan/settings.html", context, status=422 if form.errors or faults else 200)


def _store(source: bytes, form: SettingsForm, request: TenantRequest) -> PlanningFile:
    return store_planning_file(key=form.key, source=source, by=form.said_by(request.member.actor))


def _faults(source: bytes, agreement: Agreement, request: TenantRequest) -> Sequence[FaultLine]:
    """Every fault of the settings, read for the days from today on."""
    try:
        read_settings(source, agreement, DayRange(request.today, max(request.today, agreement.expires_on)))
    except FaultyInput as faulty:
        return fault_lines(faulty.faults)
    return ()


@dataclass(frozen=True, slots=True)
class LostYear:
    """What was lost in a school year: how many times, how many minutes, and the classes of causes, most first."""

    times: int
    minutes: int
    causes: Sequence[tuple[str, int]]


def _lost(days: DayRange) -> LostYear:
    rows = lost_by_month(days.first, days.last)
    causes: dict[str, int] = {}
    for each in rows:
        causes[each.cause] = causes.get(each.cause, 0) + each.times
    by_times = sorted(causes.items(), key=lambda pair: (-pair[1], pair[0]))
    return LostYear(sum(causes.values()), sum(each.minutes for each in rows), by_times)


def _no_room(agreement: Agreement, request: TenantRequest) -> Mapping[str, object]:
    """What found no room when the plan was last laid, and has found none since."""
    run, known = last_accepted(), records()
    lines = run.report.get("not_placed", ()) if run else ()
    if not run or not lines:
        return {}
    there = {each.id for each in known.activities if each.status != "cancelled"}
    left = [each for each in lines if "{series}.{place}.{period}.{ordinal}".format(**each) not in there]
    telling, promises = Telling.of(agreement, known, request.municipality.slug), promises_of_series(request.today)
    found: list[NoRoom] = [telling.no_room(each, promises) for each in left]
    return {"no_room": found, "no_room_on": run.first}


def _changes(form: WhatIfForm) -> Sequence[Change]:
    if not form.is_bound or not form.is_valid():
        return ()
    said = form.cleaned_data
    return [Change(said["commitment"], "at_least", str(said["at_least"]))]
