"""Meetings, documents, milestones and requests: what else the promises are judged by."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from politikontakt.core.agreement.model import Agreement
from politikontakt.modules.activities.models import Meeting, Request
from politikontakt.modules.activities.queries import events, meetings, open_requests
from politikontakt.modules.activities.services import (
    answer_request,
    correct_meeting,
    log_meeting,
    note_event,
    receive_request,
)
from politikontakt.modules.agreements.queries import documents
from politikontakt.modules.agreements.services import add_document
from politikontakt.modules.compliance.queries import agreement_on
from politikontakt.web.desk.record import record_forms as forms
from politikontakt.web.ui.access import access, may
from politikontakt.web.ui.as_of import as_of
from politikontakt.web.ui.forms import KeyedForm
from politikontakt.web.ui.paging import page_of
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt

PAGE = 25


@access("compliance.see")
def records(request: TenantRequest, slug: str) -> HttpResponse:
    """Meetings, open requests, documents and milestones on one page; of another day, those there were then."""
    shown = as_of(request)
    last = shown.day if shown.other_day else None
    context = {
        "shown": shown,
        "meetings": page_of(meetings(last=last), request.GET.get("page"), size=PAGE),
        "requests": open_requests(shown.day),
        "documents": documents(last=last),
        "events": events(last=last),
        "may_log": may(request, "activities.log"),
        "may_store": may(request, "agreements.store"),
    }
    return render(request, "desk/record/records.html", context)


@access("activities.log")
def meeting_new(request: TenantRequest, slug: str) -> HttpResponse:
    """Log a meeting, or plan one."""
    initial = {"happened_on": request.today}
    form = forms.MeetingForm(request.POST or None, agreement=_agreement(request), initial=initial)
    return _stored(
        request,
        form,
        _("Log a meeting"),
        lambda: log_meeting(key=form.key, entry=form.entry, by=request.member.actor, today=request.today),
    )


@access("activities.log")
def meeting_correct(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """Say how a meeting really was; also that a planned one has been held."""
    row = get_object_or_404(Meeting.current, ref=ref)
    form = forms.MeetingForm(request.POST or None, agreement=_agreement(request), initial=forms.said_of_meeting(row))
    return _stored(
        request,
        form,
        _("Correct a meeting"),
        lambda: correct_meeting(
            key=form.key, meeting=row, entry=form.entry, by=request.member.actor, today=request.today
        ),
    )


@access("agreements.store")
def document_new(request: TenantRequest, slug: str) -> HttpResponse:
    """Say that a document was approved."""
    form = forms.DocumentForm(
        request.POST or None, agreement=_agreement(request), initial={"approved_on": request.today}
    )
    return _stored(
        request, form, _("Add a document"), lambda: add_document(key=form.key, by=request.member.actor, **form.said())
    )


@access("activities.log")
def event_new(request: TenantRequest, slug: str) -> HttpResponse:
    """Say that a milestone has been reached."""
    form = forms.EventForm(request.POST or None, agreement=_agreement(request), initial={"happened_on": request.today})
    return _stored(
        request,
        form,
        _("Note a milestone"),
        lambda: note_event(key=form.key, by=request.member.actor, today=request.today, **form.said()),
    )


@access("activities.log")
def request_new(request: TenantRequest, slug: str) -> HttpResponse:
    """Say that something was asked of the contacts."""
    form = forms.RequestForm(
        request.POST or None, agreement=_agreement(request), initial={"received_on": request.today}
    )
    return _stored(
        request,
        form,
        _("Note a request"),
        lambda: receive_request(key=form.key, by=request.member.actor, today=request.today, **form.said()),
    )


@access("activities.log")
def request_answer(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """Say that a request was answered."""
    row = get_object_or_404(Request.current, ref=ref)
    form = forms.AnswerForm(request.POST or None, initial={"answered_on": request.today})
    return _stored(
        request,
        form,
        _("Answer a request"),
        lambda: answer_request(
            key=form.key,
            request=row,
            answered_on=form.cleaned_data["answered_on"],
            outcome=form.cleaned_data["outcome"],
            by=form.said_by(request.member.actor),
        ),
    )


def _stored(request: TenantRequest, form: KeyedForm, title: str | Promise, store: Callable[[], object]) -> HttpResponse:
    """Show the form; store; back to the list."""
    if form.is_valid() and attempt(form, store) is not None:
        messages.success(request, _("Stored."))
        return redirect("desk:records", request.municipality.slug)
    context = {"form": form, "title": title}
    return render(request, "desk/record/record.html", context, status=422 if form.errors else 200)


def _agreement(request: TenantRequest) -> Agreement | None:
    stored = agreement_on(request.today)
    return stored.content if stored else None
