"""The directory: places, partners, who holds which role when, closed days, and the public contact card."""

from collections.abc import Callable
from typing import Any
from uuid import uuid5

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from politikontakt.modules.access.models import Holding, Role
from politikontakt.modules.access.queries import holdings_on, holdings_through_time, roles
from politikontakt.modules.access.services import add_person, end_role, give_role, withdraw
from politikontakt.modules.directory.models import ClosedDays, Partner, Place
from politikontakt.modules.directory.queries import closed_days, contact_card, partners, places, places_open_on
from politikontakt.modules.directory.services import (
    add_partner,
    add_place,
    change_partner,
    change_place,
    close_days,
    set_contact_card,
)
from politikontakt.web.desk.directory import forms
from politikontakt.web.ui.access import access, may
from politikontakt.web.ui.as_of import as_of
from politikontakt.web.ui.forms import KeyedForm
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt


@access("compliance.see")
def directory(request: TenantRequest, slug: str) -> HttpResponse:
    """Everything in the directory on one page; of another day than today, who held a role and what was open then."""
    shown = as_of(request)
    rows = list(places_open_on(shown.day) if shown.other_day else places())
    context = {
        "shown": shown,
        "schools": [each for each in rows if each.kind == "school"],
        "others": [each for each in rows if each.kind != "school"],
        "partners": partners(),
        "holdings": holdings_on(shown.day) if shown.other_day else holdings_through_time(),
        "given_by_me": {role.pk for role in _own_roles(request)},
        "closed": closed_days(),
        "card": contact_card(),
        "may_keep": may(request, "directory.keep"),
        "form": KeyedForm(),
        "language": get_language() or "nb",
    }
    return render(request, "desk/directory/directory.html", context)


@access("directory.keep")
def place_new(request: TenantRequest, slug: str) -> HttpResponse:
    """Enter a place."""
    form = forms.PlaceForm(request.POST or None)
    return _kept(
        request,
        form,
        _("Enter a place"),
        lambda: add_place(
            key=form.key, ref=form.cleaned_data["ref"], fields=form.place, by=form.said_by(request.member.actor)
        ),
    )


@access("directory.keep")
def place_change(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """Change what is said of a place."""
    place = get_object_or_404(Place.current, ref=ref)
    form = forms.PlaceForm(request.POST or None, known=True, initial=forms.said_of_place(place))
    return _kept(
        request,
        form,
        place.name,
        lambda: change_place(key=form.key, place=place, fields=form.place, by=form.said_by(request.member.actor)),
    )


@access("directory.keep")
def partner_new(request: TenantRequest, slug: str) -> HttpResponse:
    """Enter a partner."""
    form = forms.PartnerForm(request.POST or None)
    return _kept(
        request,
        form,
        _("Enter a partner"),
        lambda: add_partner(
            key=form.key, ref=form.cleaned_data["ref"], fields=form.partner, by=form.said_by(request.member.actor)
        ),
    )


@access("directory.keep")
def partner_change(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """Change what is said of a partner."""
    partner = get_object_or_404(Partner.current, ref=ref)
    form = forms.PartnerForm(request.POST or None, known=True, initial=forms.said_of_partner(partner))
    return _kept(
        request,
        form,
        partner.name,
        lambda: change_partner(
            key=form.key, partner=partner, fields=form.partner, by=form.said_by(request.member.actor)
        ),
    )


@access("directory.keep")
def closed_new(request: TenantRequest, slug: str) -> HttpResponse:
    """Say when a school can't be visited."""
    form = forms.ClosedDaysForm(request.POST or None)
    return _kept(
        request,
        form,
        _("Days without school"),
        lambda: close_days(key=form.key, by=form.said_by(request.member.actor), **_said(form)),
    )


@require_POST
@access("directory.keep")
def closed_remove(request: TenantRequest, slug: str, pk: int) -> HttpResponse:
    """Take back days that were entered wrongly."""
    row = get_object_or_404(ClosedDays.current, pk=pk)
    form = KeyedForm(request.POST)
    if form.is_valid() and attempt(form, lambda: withdraw(key=form.key, fact=row, by=request.member.actor)) is not None:
        messages.success(request, _("Taken out. The history keeps it."))
    return redirect("desk:directory", slug)


@access("access.keep_people")
def holding_new(request: TenantRequest, slug: str) -> HttpResponse:
    """Give somebody a role of one's own party from a day on."""
    form = forms.HoldingForm(
        request.POST or None,
        language=get_language() or "nb",
        own=_own_roles(request),
        initial={"since": request.today, "standing": "holder"},
    )
    return _kept(request, form, _("Give a role"), lambda: _give(request, form))


@access("access.keep_people")
def holding_end(request: TenantRequest, slug: str, pk: int) -> HttpResponse:
    """Say on which day a holding of one's own party ended."""
    holding = get_object_or_404(Holding.current.select_related("person", "role"), pk=pk)
    if not may(request, "access.give_role", holding.role):
        raise PermissionDenied
    form = forms.EndForm(request.POST or None, initial={"until": holding.until or request.today})
    title = f"{holding.person.name}, {holding.role.title(get_language() or 'nb')}"
    return _kept(
        request,
        form,
        title,
        lambda: end_role(key=form.key, holding=holding, until=form.cleaned_data["until"], by=request.member.actor),
    )


@access("directory.keep")
def card(request: TenantRequest, slug: str) -> HttpResponse:
    """Write what the public page says about reaching the police."""
    form = forms.CardForm(request.POST or None, initial=forms.said_of_card(contact_card()))
    return _kept(
        request,
        form,
        _("The public contact card"),
        lambda: set_contact_card(
            key=form.key,
            phone=form.cleaned_data["phone"],
            email=form.cleaned_data["email"],
            reception=form.reception,
            by=form.said_by(request.member.actor),
        ),
    )


def _own_roles(request: TenantRequest) -> list[Role]:
    """The roles that the one who asks may give and end."""
    if not may(request, "access.keep_people"):
        return []
    return [role for role in roles() if may(request, "access.give_role", role)]


def _kept(request: TenantRequest, form: KeyedForm, title: str | Promise, store: Callable[[], object]) -> HttpResponse:
    """Show the form; store; back to the directory."""
    if form.is_valid() and attempt(form, store) is not None:
        messages.success(request, _("Stored."))
        return redirect("desk:directory", request.municipality.slug)
    context = {"form": form, "title": title}
    return render(request, "desk/directory/edit.html", context, status=422 if form.errors else 200)


def _said(form: KeyedForm) -> dict[str, Any]:
    return {name: value for name, value in form.cleaned_data.items() if name != "client_key"}


def _give(request: TenantRequest, form: forms.HoldingForm) -> Holding:
    """The role, and before it the person where it is somebody new: each write has a key of its own."""
    said = form.cleaned_data
    person = said["person"] or add_person(
        key=uuid5(form.key, "person"), ref=said["new_ref"], name=said["new_name"], by=request.member.actor
    )
    return give_role(
        key=form.key,
        role=said["role"],
        person=person,
        since=said["since"],
        until=said["until"],
        acting=said["standing"] == "acting",
        deputy=said["standing"] == "deputy",
        by=request.member.actor,
    )
