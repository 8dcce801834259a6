"""The agreement's status: what both parties see, on any day."""

import csv

from django.http import Http404, HttpResponse
from django.shortcuts import render

from politikontakt.modules.compliance.queries import agreement_on, records, verdicts
from politikontakt.web.desk.status.expected import expected
from politikontakt.web.desk.status.overview import ATTENTION, overview
from politikontakt.web.desk.status.table import table
from politikontakt.web.ui.access import access
from politikontakt.web.ui.as_of import as_of
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.wording.subjects import Names


@access("compliance.see")
def status(request: TenantRequest, slug: str) -> HttpResponse:
    """Every clause by section with both columns of duties, filtered by `?show=`."""
    shown = as_of(request)
    stored = agreement_on(shown.day)
    if stored is None:
        return render(request, "desk/no_agreement.html", {"shown": shown})
    agreement = stored.content
    found = verdicts(agreement, shown.day)
    return render(
        request,
        "desk/status.html",
        {
            "shown": shown,
            "agreement": agreement,
            "page": overview(agreement, found, show=request.GET.get("show", ATTENTION)),
            "names": Names.of(records()),
            "outlooks": expected(agreement, found, shown.day),
            "activities": len(records().activities),
            "before_start": shown.day < agreement.effective_from,
            "after_end": shown.day > agreement.expires_on,
        },
    )


@access("compliance.see")
def status_csv(request: TenantRequest, slug: str) -> HttpResponse:
    """The same verdicts as a table for a spreadsheet: one row for each commitment and subject."""
    shown = as_of(request)
    stored = agreement_on(shown.day)
    if stored is None:
        raise Http404
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{slug}-{shown.day.isoformat()}.csv"'
    answer.write("\N{BYTE ORDER MARK}")
    csv.writer(answer, delimiter=";").writerows(table(verdicts(stored.content, shown.day), Names.of(records())))
    return answer
