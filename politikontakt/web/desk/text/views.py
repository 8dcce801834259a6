"""The agreement's own page: its words, parties, roles and amendments, its versions, and storing a new one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from politikontakt.core.agreement.lint import lint
from politikontakt.core.faults import FaultyInput
from politikontakt.modules.agreements.models import AgreementVersion
from politikontakt.modules.agreements.queries import StoredAgreement, agreement_on, agreements, documents, versions
from politikontakt.modules.agreements.reading import read, read_screened
from politikontakt.modules.agreements.services import store_agreement
from politikontakt.web.desk.text.forms import ConfirmAgreementForm, UploadAgreementForm, for_confirming
from politikontakt.web.ui.access import access, may
from politikontakt.web.ui.as_of import as_of
from politikontakt.web.ui.fault_lines import fault_lines
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt


@access("compliance.see")
def agreement(request: TenantRequest, slug: str) -> HttpResponse:
    """The agreement as signed, with what it leaves open."""
    shown = as_of(request)
    stored = agreement_on(shown.day)
    if stored is None:
        return render(request, "desk/no_agreement.html", {"shown": shown})
    return _page(request, stored)


@access("compliance.see")
def version(request: TenantRequest, slug: str, number: int) -> HttpResponse:
    """The agreement as an earlier version of its file had it."""
    row = AgreementVersion.objects.filter(number=number).select_related("agreement").order_by("-id").first()
    if row is None:
        raise Http404
    return _page(request, StoredAgreement(row.agreement, row, read(bytes(row.source))))


@access("compliance.see")
def download(request: TenantRequest, slug: str, number: int) -> HttpResponse:
    """The file of a version, byte for byte."""
    row = AgreementVersion.objects.filter(number=number).select_related("agreement").order_by("-id").first()
    if row is None:
        raise Http404
    answer = HttpResponse(bytes(row.source), content_type="application/toml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{row.agreement.ref}-{row.number}.toml"'
    return answer


@access("agreements.store")
def new(request: TenantRequest, slug: str) -> HttpResponse:
    """Choose a file: every fault is listed, or what it holds is shown. Nothing is stored."""
    form = UploadAgreementForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return render(request, "desk/text/new.html", {"form": form}, status=422 if form.errors else 200)
    source, name = form.source, form.cleaned_data["file"].name
    try:
        content = read_screened(source, name)
    except FaultyInput as faulty:
        context = {"form": UploadAgreementForm(), "faults": fault_lines(faulty.faults), "name": name}
        return render(request, "desk/text/new.html", context, status=422)
    known = next((each for each in agreements() if each.content.id == content.id), None)
    context = {
        "content": content,
        "known": known,
        "form": for_confirming(source),
        "findings": lint(content),
        "name": name,
    }
    return render(request, "desk/text/confirm.html", context)


@access("agreements.store")
def store(request: TenantRequest, slug: str) -> HttpResponse:
    """Store the file that was previewed."""
    form = ConfirmAgreementForm(request.POST or None)
    if request.method != "POST":
        return redirect("desk:agreement_new", slug)
    if form.is_valid():
        try:
            stored = attempt(
                form,
                lambda: store_agreement(
                    key=form.key,
                    source=form.cleaned_data["source"],
                    why=form.cleaned_data["why"],
                    by=form.said_by(request.member.actor),
                ),
            )
        except FaultyInput as faulty:
            form.add_error(None, ValidationError([line.text for line in fault_lines(faulty.faults)]))
            stored = None
        if stored:
            messages.success(request, _("Version %(number)d is stored.") % {"number": stored.number})
            return redirect("desk:agreement", slug)
    return render(request, "desk/text/confirm.html", {"form": form}, status=422)


def _page(request: TenantRequest, stored: StoredAgreement) -> HttpResponse:
    context = {
        "stored": stored,
        "agreement": stored.content,
        "parties": {each.id: each.name for each in stored.content.parties},
        "versions": versions(stored.row),
        "documents": documents(),
        "findings": lint(stored.content),
        "may_store": may(request, "agreements.store"),
    }
    return render(request, "desk/text/agreement.html", context)
