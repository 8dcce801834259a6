"""Moving and confirming one planned row. The hard rules answer before anything is stored."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from politikontakt.core.faults import FaultyInput
from politikontakt.core.planner.hard.breach import PlanFault
from politikontakt.modules.access.errors import Refused
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.queries import activities
from politikontakt.modules.compliance.queries import records
from politikontakt.modules.planning.errors import BreaksRules
from politikontakt.modules.planning.moving import move_activity, try_move
from politikontakt.modules.planning.services import confirm
from politikontakt.web.desk.plan.forms import MoveForm
from politikontakt.web.ui.access import access
from politikontakt.web.ui.forms import KeyedForm
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt
from politikontakt.web.ui.wording.plans import fault_sentence
from politikontakt.web.ui.wording.refusals import refusal
from politikontakt.web.ui.wording.subjects import Names

NOON, EVENING = 12, 16
SETTINGS_FAULTY = gettext_lazy("The planner's settings have faults, so the rules can't answer. Mend them first.")


@access("planning.plan")
def move(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """Lay a planned row elsewhere. `try` in the form asks the rules and stores nothing."""
    row = _planned(ref)
    form = MoveForm(request.POST or None, on=row.happened_on, initial=_where(row))
    context: dict[str, Any] = {"form": form, "row": row}
    if form.is_valid():
        if "try" in request.POST:
            part = "desk/plan/_answer.html" if request.htmx else "desk/plan/move.html"
            return render(request, part, {**context, "answer": _tried(request, row, form)})
        if _moved(request, row, form, context):
            messages.success(request, _("Moved. Those it is for should hear of it."))
            return redirect("desk:plan", slug)
    return render(request, "desk/plan/move.html", context, status=422 if form.errors or "answer" in context else 200)


@require_POST
@access("planning.plan")
def confirm_row(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """Say that a row is agreed with those it is for."""
    row, form = _planned(ref), KeyedForm(request.POST)
    if not form.is_valid():
        raise Http404
    agreed = attempt(form, lambda: confirm(key=form.key, activity=row, by=request.member.actor, today=request.today))
    if agreed is not None:
        messages.success(request, _("Agreed. No plan moves it from now on."))
    for error in form.non_field_errors():
        messages.error(request, str(error))
    return redirect("desk:plan", slug)


def _planned(ref: str) -> Activity:
    row = activities().filter(ref=ref, status="planned").first()
    if row is None:
        raise Http404
    return row


def _where(row: Activity) -> dict[str, Any]:
    return {
        "day": row.happened_on,
        "block": _block(row),
        "people": [each.person_id for each in row.takers_part.all()],
    }


def _block(row: Activity) -> str:
    hour = row.starts_at.hour if row.starts_at else 0
    return "morning" if hour < NOON else "afternoon" if hour < EVENING else "evening"


def _tried(request: TenantRequest, row: Activity, form: MoveForm) -> dict[str, Any]:
    """What the rules say of the move in the form."""
    try:
        answer = try_move(row, form.move, today=request.today)
    except Refused as refused:
        return {"faults": [refusal(refused)], "judged": True}
    except FaultyInput:
        return {"faults": [str(SETTINGS_FAULTY)], "judged": True}
    return {"faults": _sentences(answer.faults), "start": answer.start, "judged": answer.judged}


def _moved(request: TenantRequest, row: Activity, form: MoveForm, context: dict[str, Any]) -> bool:
    """Whether it was stored. A breach is put into the page's context."""
    anyway = "anyway" in request.POST
    try:
        stored = attempt(
            form,
            lambda: move_activity(
                key=form.key, activity=row, move=form.move, by=request.member.actor, today=request.today, anyway=anyway
            ),
        )
    except BreaksRules as broken:
        context["answer"] = {"faults": _sentences(broken.faults), "judged": True}
        return False
    except FaultyInput:
        context["answer"] = {"faults": [str(SETTINGS_FAULTY)], "judged": True}
        return False
    return stored is not None


def _sentences(faults: Iterable[PlanFault]) -> list[str]:
    names = Names.of(records())
    return list(dict.fromkeys(fault_sentence(each, names) for each in faults))
