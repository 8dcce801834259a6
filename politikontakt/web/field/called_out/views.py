"""Kalt ut: one tap begins it, one tap ends it; what it hit in the plan gets other days, and those affected are told."""

from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from politikontakt.modules.access.models import Person
from politikontakt.modules.access.services import withdraw
from politikontakt.modules.activities import called_out
from politikontakt.modules.activities.lost_time import away, hit, out_now
from politikontakt.modules.activities.models import LostTime
from politikontakt.web.field.called_out.moving import MovesForm, move
from politikontakt.web.field.shell import shell
from politikontakt.web.field.sync.doing import me
from politikontakt.web.ui.access import access, may
from politikontakt.web.ui.forms import Form, KeyedForm, Toggle
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt
from politikontakt.web.ui.wording import vocabulary as codes


class EndForm(KeyedForm):
    """How long it was; left out, it was from when it began until now."""

    minutes = forms.IntegerField(label=gettext_lazy("Minutes"), min_value=0, max_value=called_out.DAY, required=False)
    cause = forms.ChoiceField(
        label=gettext_lazy("Cause"), choices=codes.choices(codes.CAUSES), widget=Toggle, required=False
    )


@access("activities.log")
@require_POST
def start(request: TenantRequest, slug: str) -> HttpResponse:
    """Called out: from now on. There is no question first; it can be undone for ten minutes."""
    form = KeyedForm(request.POST)
    if form.is_valid():
        attempt(
            form,
            lambda: called_out.call_out(
                key=form.key,
                person=me(request.member),
                happened_on=request.today,
                by=request.member.actor,
                today=request.today,
            ),
        )
    _tell(request, form)
    return redirect("field:today", slug)


@access("activities.log")
@require_POST
def end(request: TenantRequest, slug: str) -> HttpResponse:
    """Back again."""
    form, lost = EndForm(request.POST), out_now(_people(request))
    if lost is None:
        return redirect("field:today", slug)
    if form.is_valid():
        minutes = form.cleaned_data["minutes"]
        spent = _minutes_since(lost) if minutes is None else minutes
        attempt(
            form,
            lambda: called_out.come_back(
                key=form.key, lost=lost, minutes=spent, by=request.member.actor, cause=form.cleaned_data["cause"]
            ),
        )
    _tell(request, form)
    return redirect("field:today", slug)


@access("activities.log")
@require_POST
def undo(request: TenantRequest, slug: str) -> HttpResponse:
    """It was a slip of the thumb: as if it had not been, but for the audit trail."""
    form, lost = KeyedForm(request.POST), out_now(_people(request))
    if lost and form.is_valid():
        attempt(form, lambda: withdraw(key=form.key, fact=lost, by=request.member.actor))
    _tell(request, form)
    return redirect("field:today", slug)


@access("activities.log")
def plan_again(request: TenantRequest, slug: str) -> HttpResponse:
    """What the day's call hit: another day for each, and a notice to those who wait for it."""
    rows = list(hit(_people(request), request.today))
    form = MovesForm(request.POST or None, rows=rows, today=request.today, people=_people(request))
    if request.method == "POST" and form.is_valid():
        moved = attempt(form, lambda: move(form, by=request.member.actor, today=request.today))
        if moved is not None:
            messages.success(request, moved.sentence())
            return redirect("field:today", slug)
    out, was_out = away(_people(request), request.today)
    context = {"shell": shell(request), "form": form, "rows": rows, "out": out, "was_out": was_out}
    context["mend"] = _mend(request, slug)
    return render(request, "field/plan_again.html", context, status=422 if form.errors else 200)


def _people(request: TenantRequest) -> list[Person]:
    return [each.person for each in request.member.holdings]


def _mend(request: TenantRequest, slug: str) -> str:
    """The way to a plan that is mended by the planner, with today lost."""
    people, day = _people(request), request.today.isoformat()
    if not people or not may(request, "planning.plan"):
        return ""
    asked = urlencode({"person": people[0].pk, "first": day, "last": day})
    return f"{reverse('desk:plan_lost', args=[slug])}?{asked}"


def _minutes_since(lost: LostTime) -> int:
    spent = timezone.now() - lost.recorded_at
    return min(max(round(spent.total_seconds() / 60), 0), called_out.DAY)


def _tell(request: TenantRequest, form: Form) -> None:
    """Show what was refused."""
    for error in form.non_field_errors():
        messages.error(request, str(error))
