"""When contacts are not available: written down here, and what lies on those days is laid anew."""

from collections.abc import Iterable, Sequence
from typing import TypeVar
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.access.models import Person
from politikontakt.modules.access.services import withdraw
from politikontakt.modules.activities.models import Activity, Meeting
from politikontakt.modules.directory.models import Absence
from politikontakt.modules.directory.queries import absences
from politikontakt.modules.directory.services import note_absence
from politikontakt.modules.planning.parts_of_day import parts_of_day
from politikontakt.modules.planning.queries import contacts_on, planned_between
from politikontakt.web.desk.plan.forms import AbsenceForm
from politikontakt.web.desk.plan.lines import lines_of, meetings_between
from politikontakt.web.ui.access import access
from politikontakt.web.ui.forms import KeyedForm
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt
from politikontakt.web.ui.templatetags.dates import day

Row = TypeVar("Row", Activity, Meeting)


@access("planning.plan")
def away(request: TenantRequest, slug: str) -> HttpResponse:
    """The absences from today on, and one more."""
    initial = {"first": request.today, "last": request.today}
    form = AbsenceForm(request.POST or None, contacts=contacts_on(request.today), initial=initial)
    if form.is_valid() and _free(form):
        noted = attempt(form, lambda: _note(request, form))
        if noted is not None:
            return _go_on(request, slug, noted)
    context = {"form": form, "absences": absences(since=request.today), "keyed": KeyedForm()}
    return render(request, "desk/plan/absences.html", context, status=422 if form.errors else 200)


@require_POST
@access("planning.plan")
def away_remove(request: TenantRequest, slug: str, pk: int) -> HttpResponse:
    """Take back an absence that was entered wrongly or comes to nothing."""
    row, form = get_object_or_404(Absence.current, pk=pk), KeyedForm(request.POST)
    if form.is_valid() and attempt(form, lambda: withdraw(key=form.key, fact=row, by=request.member.actor)) is not None:
        messages.success(request, _("Taken out. The history keeps it."))
    return redirect("desk:plan_away", slug)


def _note(request: TenantRequest, form: AbsenceForm) -> Absence:
    said = form.cleaned_data
    return note_absence(
        key=form.key,
        person=said["person"],
        first=said["first"],
        last=said["last"],
        blocks=said["blocks"],
        kind=said["kind"],
        by=request.member.actor,
    )


def _free(form: AbsenceForm) -> bool:
    """Whether nothing that only people can move lies on the days: agreed visits and meetings are moved first."""
    said = form.cleaned_data
    days = DayRange(said["first"], said["last"])
    agreed = [row for row in _planned(said["person"], days, said["blocks"]) if row.confirmed]
    set_by_people = [row for row in meetings_between(days) if row.status == "planned"]
    held = _hit(set_by_people, said["person"], days, said["blocks"])
    in_the_way = [f"{line.what} {day(line.day)}" for line in lines_of(agreed, held)]
    if in_the_way:
        words = _("These are agreed on those days. Move them first, or mend the plan: %(rows)s.")
        form.add_error(None, words % {"rows": ", ".join(in_the_way)})
    return not in_the_way


def _go_on(request: TenantRequest, slug: str, noted: Absence) -> HttpResponse:
    """To mending the plan where something lies on the days, else to the plan."""
    hit = len(_planned(noted.person, DayRange(noted.first, noted.last), noted.blocks))
    if not hit:
        messages.success(request, _("Noted. Nothing is planned on those days."))
        return redirect("desk:plan", slug)
    words = ngettext(
        "Noted. %(n)d visit lies on those days: have the plan mended.",
        "Noted. %(n)d visits lie on those days: have the plan mended.",
        hit,
    )
    messages.success(request, words % {"n": hit})
    asked = {"person": noted.person_id, "first": noted.first.isoformat(), "last": noted.last.isoformat()}
    return redirect(f"{reverse('desk:plan_lost', args=[slug])}?{urlencode(asked)}")


def _planned(person: Person, days: DayRange, blocks: Sequence[str]) -> list[Activity]:
    return _hit(planned_between(days).filter(status="planned"), person, days, blocks)


def _hit(rows: Iterable[Row], person: Person, days: DayRange, blocks: Sequence[str]) -> list[Row]:
    """Those a person goes to, in some blocks of the day; in all where none is named."""
    parts = parts_of_day(days.first)
    return [row for row in rows if _goes(row, person) and (not blocks or parts.holding(row.starts_at) in blocks)]


def _goes(row: Activity | Meeting, person: Person) -> bool:
    return any(each.person_id == person.pk for each in row.takers_part.all())
