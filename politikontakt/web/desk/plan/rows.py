"""Moving, putting back and confirming one planned row. The hard rules answer before anything is stored.

The calendar's script sends the same forms and gets parts of pages: it drags, the server decides.
"""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import FaultyInput
from politikontakt.modules.access.errors import Refused
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.queries import activities
from politikontakt.modules.planning.errors import BreaksRules
from politikontakt.modules.planning.moving import move_activity, put_back
from politikontakt.modules.planning.parts_of_day import parts_of_day
from politikontakt.modules.planning.queries import contacts_on
from politikontakt.modules.planning.services import confirm
from politikontakt.web.desk.plan.forms import MoveForm, RowForm
from politikontakt.web.desk.plan.trying import SETTINGS_FAULTY, Said, days_that_do, days_tried, sentences, tried
from politikontakt.web.ui.access import access
from politikontakt.web.ui.as_of import read_day
from politikontakt.web.ui.forms import KeyedForm
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt

MOST_DAYS = timedelta(days=62)


@access("planning.plan")
def move(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """Lay a planned row elsewhere. `try` in the form asks the rules and stores nothing."""
    row = _planned(ref)
    form = MoveForm(
        request.POST or None, row=row, contacts=contacts_on(request.today), initial=_where(row, request.GET)
    )
    context: dict[str, Any] = {"form": form, "row": row}
    if form.is_valid():
        if "try" in request.POST:
            return _asked(request, {**context, "answer": tried(row, form.move, request.today)})
        moved = _moved(request, row, form, context)
        if moved is not None:
            return _done(request, slug, moved)
    if request.htmx:
        return render(request, "desk/plan/_refused.html", context, status=422)
    context["fitting"] = days_that_do(row, request.today)
    return render(request, "desk/plan/move.html", context, status=422 if form.errors or "answer" in context else 200)


@require_safe
@access("planning.plan")
def days(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """For a row in hand: each day of a stretch with what stands against it; nothing where the day would do."""
    row = _planned(ref)
    first, last = read_day(request.GET.get("first", "")), read_day(request.GET.get("last", ""))
    if first is None or last is None or not first <= last <= first + MOST_DAYS:
        raise Http404
    try:
        found = days_tried(row, DayRange(first, last), request.today)
    except (Refused, FaultyInput):
        return JsonResponse({"days": {}})
    return JsonResponse({"days": {day.isoformat(): list(why) for day, why in found.items()}})


@require_POST
@access("planning.plan")
def undo(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """Put a moved row back where it lay, unless somebody has changed it since."""
    form = RowForm(request.POST)
    row = _row_of(form.cleaned_data["row"], ref) if form.is_valid() else None
    if row is None:
        raise Http404
    by, today = request.member.actor, request.today
    back = attempt(form, lambda: put_back(key=form.key, activity=row, by=by, today=today))
    if request.htmx:
        context = {"form": form, "row": back or row, "back": back}
        return render(request, "desk/plan/_put_back.html", context, status=200 if back else 422)
    _tell(request, form, _("It lies where it was.") if back else "")
    return redirect("desk:plan", slug)


@require_POST
@access("planning.plan")
def confirm_row(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """Say that a row is agreed with those it is for."""
    row, form = _planned(ref), KeyedForm(request.POST)
    if not form.is_valid():
        raise Http404
    agreed = attempt(form, lambda: confirm(key=form.key, activity=row, by=request.member.actor, today=request.today))
    _tell(request, form, _("Agreed. No plan moves it from now on.") if agreed else "")
    return redirect("desk:plan", slug)


def _row_of(number: int, ref: str) -> Activity | None:
    """The row of that number, whether or not it still holds."""
    row: Activity | None = Activity.objects.filter(pk=number, ref=ref).first()
    return row


def _planned(ref: str) -> Activity:
    row = activities().filter(ref=ref, status="planned").first()
    if row is None:
        raise Http404
    return row


def _where(row: Activity, asked: Any) -> dict[str, Any]:
    """Where the row lies, or the day that a link on the page asks for."""
    return {
        "day": read_day(asked.get("day", "")) or row.happened_on,
        "block": parts_of_day(row.happened_on).holding(row.starts_at),
        "people": [each.person_id for each in row.takers_part.all()],
        "row": row.pk,
    }


def _asked(request: TenantRequest, context: dict[str, Any]) -> HttpResponse:
    if request.htmx:
        return render(request, "desk/plan/_answer.html", context)
    return render(request, "desk/plan/move.html", {**context, "fitting": days_that_do(context["row"], request.today)})


def _moved(request: TenantRequest, row: Activity, form: MoveForm, context: dict[str, Any]) -> Activity | None:
    """What was stored. A breach is put into the page's context."""
    anyway = "anyway" in request.POST
    by, today = request.member.actor, request.today
    try:
        return attempt(
            form,
            lambda: move_activity(key=form.key, activity=row, move=form.move, by=by, today=today, anyway=anyway),
        )
    except BreaksRules as broken:
        context["answer"] = Said(sentences(broken.faults))
    except FaultyInput:
        context["answer"] = Said([str(SETTINGS_FAULTY)])
    return None


def _done(request: TenantRequest, slug: str, moved: Activity) -> HttpResponse:
    """Say that it is moved, with a way back."""
    if request.htmx:
        return render(request, "desk/plan/_moved.html", {"row": moved, "form": RowForm(initial={"row": moved.pk})})
    messages.success(request, _("Moved. Those it is for should hear of it."))
    return redirect("desk:plan", slug)


def _tell(request: TenantRequest, form: KeyedForm, said: str) -> None:
    if said:
        messages.success(request, said)
    for error in form.non_field_errors():
        messages.error(request, str(error))
