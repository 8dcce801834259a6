"""Import and export of the whole record: look first, then store; take it all out as files."""

from io import BytesIO
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from politikontakt.core.faults import FaultyInput
from politikontakt.modules.compliance.exchange.preview import preview
from politikontakt.modules.compliance.exchange.writing import folder
from politikontakt.modules.compliance.models import Draft
from politikontakt.modules.compliance.services import draft_files, import_draft, keep_draft
from politikontakt.web.desk.exchange.forms import ImportForm, UploadForm
from politikontakt.web.desk.exchange.reading import folder_of
from politikontakt.web.ui.access import access
from politikontakt.web.ui.fault_lines import fault_lines
from politikontakt.web.ui.forms import KeyedForm
from politikontakt.web.ui.free_text import question
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same record gives the same zip, byte for byte."""


@access("compliance.exchange")
def exchange(request: TenantRequest, slug: str) -> HttpResponse:
    """Choose files to import, or take the record out."""
    form = UploadForm(request.POST or None, request.FILES or None) if request.method == "POST" else UploadForm()
    if request.method != "POST" or not form.is_valid():
        return render(request, "desk/exchange/exchange.html", {"form": form}, status=422 if form.errors else 200)
    try:
        files = folder_of(form.cleaned_data["folder"])
        faults = preview(files).faults
    except FaultyInput as faulty:
        faults = faulty.faults
    if faults:
        context = {"form": UploadForm(), "faults": fault_lines(faults)}
        return render(request, "desk/exchange/exchange.html", context, status=422)
    draft = keep_draft(files=files, by=request.member.actor, now=timezone.now())
    return redirect("desk:import_preview", slug, draft.key)


@access("compliance.exchange")
def import_preview(request: TenantRequest, slug: str, draft: UUID) -> HttpResponse:
    """What the chosen files would change. Nothing is stored until somebody says yes."""
    row = Draft.objects.filter(key=draft).first()
    if row is None:
        messages.error(request, _("The preview is gone. Choose the files again; nothing was stored."))
        return redirect("desk:exchange", slug)
    return _preview(request, row, ImportForm(initial={"client_key": draft}))


@require_POST
@access("compliance.exchange")
def import_confirm(request: TenantRequest, slug: str) -> HttpResponse:
    """Store what was previewed, all of it or nothing."""
    keyed = KeyedForm(request.POST)
    if not keyed.is_valid():
        raise Http404
    row = Draft.objects.filter(key=keyed.key).first()
    form = ImportForm({**request.POST.dict(), "texts": _new_texts(row)})
    if row and not form.is_valid():
        return _preview(request, row, form)
    by = form.said_by(request.member.actor) if form.is_valid() else request.member.actor
    try:
        outcome = attempt(form, lambda: import_draft(key=keyed.key, by=by))
    except FaultyInput as faulty:
        context = {"form": UploadForm(), "faults": fault_lines(faulty.faults)}
        return render(request, "desk/exchange/exchange.html", context, status=422)
    if outcome is None:
        for error in form.non_field_errors():
            messages.error(request, str(error))
        return redirect("desk:exchange", slug)
    messages.success(request, _("Imported. The pages show the new record from now on."))
    return redirect("desk:status", slug)


def _new_texts(row: Draft | None) -> str:
    return "\n".join(preview(draft_files(row)).new_texts) if row else ""


def _preview(request: TenantRequest, row: Draft, form: ImportForm) -> HttpResponse:
    """What would change, with a question where a text may tell who it is about."""
    context = {"preview": preview(draft_files(row)), "form": form, "asked": question("texts", _new_texts(row), {})}
    return render(request, "desk/exchange/preview.html", context, status=422 if form.errors else 200)


@access("compliance.exchange")
def export(request: TenantRequest, slug: str) -> HttpResponse:
    """The whole record as a zip of the files that the commands read."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in sorted(folder().items()):
            archive.writestr(ZipInfo(name, EPOCH), content, ZIP_DEFLATED)
    answer = HttpResponse(packed.getvalue(), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{slug}-{request.today.isoformat()}.zip"'
    return answer
