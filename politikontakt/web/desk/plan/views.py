"""The year plan: the wheel and the weeks, whether it fits, and what if we promised more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import FaultyInput
from politikontakt.core.planner.capacity.meter import Month
from politikontakt.core.planner.capacity.what_if import Change
from politikontakt.modules.agreements.models import PlanningFile
from politikontakt.modules.agreements.queries import planning_file
from politikontakt.modules.agreements.services import store_planning_file
from politikontakt.modules.compliance.queries import agreement_on, records, verdicts
from politikontakt.modules.planning.errors import NoSettings
from politikontakt.modules.planning.inputs import read_settings
from politikontakt.modules.planning.queries import Outlook, capacity, open_runs, outlooks
from politikontakt.web.desk.plan.forms import SettingsForm, WhatIfForm
from politikontakt.web.desk.plan.year import school_year, year
from politikontakt.web.ui.access import access, may
from politikontakt.web.ui.as_of import as_of
from politikontakt.web.ui.fault_lines import FaultLine, fault_lines
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt
from politikontakt.web.ui.wording.subjects import Names

AS_GOOD_AS_CERTAIN = Fraction(95, 100)
"""A chance from which on a promise needs no line among those in doubt."""


@access("compliance.see")
def plan(request: TenantRequest, slug: str) -> HttpResponse:
    """The school year that holds the day: wheel, table, the next weeks, capacity and chances."""
    shown = as_of(request)
    stored = agreement_on(shown.day)
    if stored is None:
        return render(request, "desk/no_agreement.html", {"shown": shown})
    runs, names = open_runs(), Names.of(records())
    found = year(stored.content, shown.day, runs, names)
    context = {
        "shown": shown,
        "year": found,
        "table_only": request.GET.get("view") == "table",
        "outlooks": _in_doubt(outlooks(stored.content, verdicts(stored.content, shown.day), shown.day)),
        "names": names,
        "runs": runs,
        "may_plan": may(request, "planning.plan"),
        **_capacity(DayRange(max(shown.day, found.days.first), found.days.last)),
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
    context = {"shown": shown, "form": form, "now": _capacity(days), "then": _capacity(days, changes), "asked": changes}
    return render(request, "desk/plan/what_if.html", context)


@access("planning.plan")
def settings(request: TenantRequest, slug: str) -> HttpResponse:
    """The planner's settings. Every fault is named; what was typed is not lost."""
    stored, source = agreement_on(request.today), planning_file()
    form = SettingsForm(request.POST or None, initial={"source": (source or b"").decode("utf-8", "replace")})
    faults: Sequence[FaultLine] = ()
    if form.is_valid() and stored:
        written = form.cleaned_data["source"].replace("\r\n", "\n").encode()
        faults = _faults(written, stored.content, request)
        kept = None if faults else attempt(form, lambda: _store(written, form, request))
        if kept is not None:
            messages.success(request, _("Stored. The next plan goes by it."))
            return redirect("desk:plan", slug)
    context = {"form": form, "faults": faults, "stored": stored}
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


def _in_doubt(found: Mapping[tuple[str, str], Outlook]) -> Sequence[tuple[tuple[str, str], Outlook]]:
    """The counts that may not be reached, the least likely first."""
    doubtful = [(key, each) for key, each in found.items() if each.forecast.chance < AS_GOOD_AS_CERTAIN]
    return sorted(doubtful, key=lambda pair: (pair[1].forecast.chance, pair[0]))


@dataclass(frozen=True, slots=True)
class Bar:
    """One month of the meter, in hours, and how it is drawn on 220 units of width."""

    month: Month
    widest: float

    @property
    def promised(self) -> float:
        """Hours promised."""
        return float(self.month.promised) / 60

    @property
    def available(self) -> float:
        """Hours there are."""
        return float(self.month.available) / 60

    @property
    def over(self) -> bool:
        """Whether more is promised than there is time for."""
        return self.month.margin < 0

    def _units(self, hours: float) -> float:
        return round(220 * hours / self.widest, 1) if self.widest else 0.0

    @property
    def filled(self) -> float:
        """Width of what fits."""
        return self._units(min(self.promised, self.available))

    @property
    def beyond(self) -> float:
        """Width of what does not."""
        return self._units(max(self.promised - self.available, 0))

    @property
    def mark(self) -> float:
        """Where the time there is ends."""
        return self._units(self.available)


def _capacity(days: DayRange, changes: Sequence[Change] = ()) -> dict[str, object]:
    """The meter's bars, or why there are none."""
    try:
        months = capacity(days, changes=changes)
    except NoSettings:
        return {"bars": (), "no_settings": True}
    except FaultyInput as faulty:
        return {"bars": (), "settings_faults": fault_lines(faulty.faults)}
    widest = max((float(max(each.promised, each.available)) / 60 for each in months), default=0.0)
    bars = [Bar(each, widest) for each in months]
    return {"bars": bars, "over": [each for each in bars if each.over]}


def _changes(form: WhatIfForm) -> Sequence[Change]:
    if not form.is_bound or not form.is_valid():
        return ()
    said = form.cleaned_data
    return [Change(said["commitment"], "at_least", str(said["at_least"]))]
