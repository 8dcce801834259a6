"""Days without school: what is stored, a file or a grid to change it, a look first, and how it came to be."""

from typing import Any

from django.contrib import messages
from django.core.signing import BadSignature
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from politikontakt.core.faults import FaultyInput
from politikontakt.modules.directory.calendar_versions import calendar_versions
from politikontakt.modules.directory.school_calendars import GRID, held_by_place, store_school_calendars
from politikontakt.web.desk.calendars.forms import GridForm, StoreForm, UploadForm, WhichGrid
from politikontakt.web.desk.calendars.grid import as_calendar, first_year_of, school_year, weeks
from politikontakt.web.desk.calendars.looking import EVERY, Look, look, schools
from politikontakt.web.desk.calendars.overview import overview
from politikontakt.web.desk.calendars.reading import Reading, packed, read, unpacked
from politikontakt.web.ui.access import access, may
from politikontakt.web.ui.fault_lines import FaultLine, fault_lines
from politikontakt.web.ui.forms import KeyedForm
from politikontakt.web.ui.free_text import ABOUT_NOBODY, question
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt


@access("compliance.see")
def calendars(request: TenantRequest, slug: str) -> HttpResponse:
    """Each school's days without school in this school year, and what was changed when and by whom."""
    return _overview(request, UploadForm())


@require_POST
@access("directory.keep")
def upload(request: TenantRequest, slug: str) -> HttpResponse:
    """Read a file and show what it would change. Nothing is stored."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _overview(request, form)
    given = form.cleaned_data["calendar"]
    try:
        reading = read(given.read(), file=given.name or "", today=request.today)
    except FaultyInput as faulty:
        return _overview(request, UploadForm(), fault_lines(faulty.faults))
    return _shown(request, look(reading, schools(), None), StoreForm())


@access("directory.keep")
def grid(request: TenantRequest, slug: str) -> HttpResponse:
    """The weeks and weekdays of a school year to tick, for one school or for all."""
    known, this_year = schools(), first_year_of(request.today)
    asked = {name: value for name, value in request.GET.items() if value}
    which = WhichGrid({"school": EVERY, "year": this_year, **asked}, schools=known, this_year=this_year)
    said = which.cleaned_data if which.is_valid() else {}
    days = school_year(said.get("year") or this_year)
    place = next((each for each in known if each.ref == said.get("school")), None)
    stored = held_by_place()
    own, common = stored.get(place.pk if place else None, ()), stored.get(None, ()) if place else ()
    form = GridForm(request.POST or None)
    if form.is_valid():
        name = place.ref if place else EVERY
        reason = form.cleaned_data["reason"]
        calendar = as_calendar(days, request.POST.getlist("day"), own, name=name, reason=reason)
        return _shown(request, look(Reading(GRID, "", [calendar]), known, None), StoreForm())
    context = {"which": which, "form": form, "place": place, "days": days, "weeks": weeks(days, own, common)}
    return render(request, "desk/calendars/grid.html", context, status=422 if form.errors else 200)


@require_POST
@access("directory.keep")
def confirm(request: TenantRequest, slug: str) -> HttpResponse:
    """Look again with other choices, or store what was looked at and nothing else."""
    try:
        reading = unpacked(request.POST.get("reading", ""))
    except BadSignature:
        messages.error(request, _("The preview is gone. Choose the files again; nothing was stored."))
        return redirect("desk:calendars", slug)
    found = look(reading, schools(), request.POST)
    if "store" not in request.POST:
        return _shown(request, found, StoreForm())
    form = StoreForm({**request.POST.dict(), "reason": _reasons(found)})
    if form.is_valid() and found.schools and _stored(request, found, form):
        messages.success(request, _("Stored. The plan and the promises go by the new days from now on."))
        return redirect("desk:calendars", slug)
    return _shown(request, found, form)


def _stored(request: TenantRequest, found: Look, form: StoreForm) -> bool:
    """Whether it is stored, now or by the same form before; else the form says why not."""
    stored = attempt(
        form,
        lambda: (
            store_school_calendars(
                key=form.key,
                schools=found.schools,
                source=found.reading.source,
                file=found.reading.file,
                expected=request.POST.get("seen", ""),
                by=form.said_by(request.member.actor),
            ),
        ),
    )
    return stored is not None


def _reasons(found: Look) -> str:
    return "\n".join(found.new_reasons)


def _shown(request: TenantRequest, found: Look, form: StoreForm) -> HttpResponse:
    """The preview. After a refusal the form has a fresh key, for what is confirmed next is another write.

    Reasons that may tell who they are about are asked about here, unless they were a page ago.
    """
    context = {
        "asked": question("reason", _reasons(found), request.POST),
        "answer": request.POST.get(f"reason_{ABOUT_NOBODY}", ""),
        "look": found,
        "form": form,
        "fresh": KeyedForm(),
        "reading": packed(found.reading),
        "schools": schools(),
        "every": EVERY,
    }
    return render(request, "desk/calendars/look.html", context, status=422 if form.errors else 200)


def _overview(request: TenantRequest, form: UploadForm, faults: list[FaultLine] | None = None) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "faults": faults,
        "overview": overview(request.today),
        "versions": calendar_versions(),
        "may_keep": may(request, "directory.keep"),
    }
    return render(request, "desk/calendars/calendars.html", context, status=422 if faults or form.errors else 200)
