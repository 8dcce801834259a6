"""A party says something of a promise: disputes, judges, asks for an exception; accepts or settles one."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from politikontakt.core.agreement.model import Agreement, Clause
from politikontakt.modules.agreements import statements as services
from politikontakt.modules.agreements.models import Dispute, Exemption
from politikontakt.modules.agreements.queries import agreement_with
from politikontakt.modules.compliance.queries import records
from politikontakt.web.desk.clause.forms import DisputeForm, ExemptionForm, JudgementForm, StatementForm
from politikontakt.web.ui.access import access
from politikontakt.web.ui.as_of import read_day
from politikontakt.web.ui.forms import KeyedForm
from politikontakt.web.ui.free_text import look_over
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.submitting import attempt
from politikontakt.web.ui.wording.subjects import Names


@access("agreements.speak")
def dispute(request: TenantRequest, slug: str, commitment: str) -> HttpResponse:
    """Disagree with the figure of one subject and period; it shows as disputed until it is settled."""
    about: dict[str, Any] = {
        "subject": _subject(request),
        "period_first": read_day(request.GET.get("period", "")),
    }
    words = (gettext_lazy("Dispute the figure"), gettext_lazy("The figure now shows as disputed, to both parties."))
    return _said(request, commitment, DisputeForm, words, lambda said: services.open_dispute(**said, **about))


@access("agreements.speak")
def judge(request: TenantRequest, slug: str, commitment: str) -> HttpResponse:
    """Say how a promise that nobody can count was kept in a period."""
    period = read_day(request.GET.get("period", ""))
    if period is None:
        raise Http404
    words = (gettext_lazy("Give a judgement"), gettext_lazy("Your judgement stands beside the other party's."))
    return _said(
        request,
        commitment,
        JudgementForm,
        words,
        lambda said: services.judge_commitment(**said, period_first=period),
    )


@access("agreements.speak")
def exempt(request: TenantRequest, slug: str, commitment: str) -> HttpResponse:
    """Ask that a promise rests on some days. It holds when all it is owed to have accepted."""
    subject = _subject(request)
    words = (
        gettext_lazy("Ask for an exception"),
        gettext_lazy("Asked for. It holds when all it is owed to have accepted."),
    )
    return _said(
        request, commitment, ExemptionForm, words, lambda said: services.ask_exemption(**said, subject=subject)
    )


@require_POST
@access("agreements.speak")
def accept(request: TenantRequest, slug: str, pk: int) -> HttpResponse:
    """Accept an exception for one's own party."""
    row = get_object_or_404(Exemption.current, pk=pk)
    party = request.POST.get("party", "")
    if party not in request.member.speaks_for:
        raise Http404
    return _answered(
        request,
        row.commitment,
        row.subject,
        lambda key: services.accept_exemption(key=key, exemption=row, party=party, by=request.member.actor),
    )


@require_POST
@access("agreements.speak")
def settle(request: TenantRequest, slug: str, pk: int) -> HttpResponse:
    """Say that one's own party's dispute is settled."""
    row = get_object_or_404(Dispute.current, pk=pk)
    if row.party not in request.member.speaks_for:
        raise Http404
    return _answered(
        request,
        row.commitment,
        row.subject,
        lambda key: services.settle_dispute(key=key, dispute=row, by=request.member.actor, today=request.today),
    )


def _subject(request: TenantRequest) -> str:
    """What the address says that it is about: a place, a partner, a class. Never a text."""
    subject = request.GET.get("subject", "")
    if not look_over(subject).clean:
        raise Http404
    return subject


def _said(
    request: TenantRequest,
    commitment: str,
    form_class: type[StatementForm],
    words: tuple[Any, Any],
    say: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    """Show the form; store what is said; back to the clause."""
    agreement, clause = _clause_of(commitment)
    form = form_class(request.POST or None, agreement=agreement, parties=request.member.speaks_for)
    if form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if name != "client_key"}
        write = {
            "key": form.key,
            "commitment": commitment,
            "by": form.said_by(request.member.actor),
            "today": request.today,
        }
        if attempt(form, lambda: say({**said, **write})):
            messages.success(request, str(words[1]))
            return redirect(_page(request, clause, commitment, _subject(request)))
    context = {
        "form": form,
        "title": words[0],
        "clause": clause,
        "commitment_title": next(each.title for each in clause.commitments if each.id == commitment),
        "subject": _subject(request),
        "names": Names.of(records()),
        "back": _page(request, clause, commitment, _subject(request)),
    }
    return render(request, "desk/clause/statement.html", context, status=422 if form.errors else 200)


def _answered(request: TenantRequest, commitment: str, subject: str, answer: Callable[[Any], object]) -> HttpResponse:
    """Store the answer of a button, and back to the clause with what came of it."""
    _agreement, clause = _clause_of(commitment)
    form = KeyedForm(request.POST)
    if form.is_valid() and attempt(form, lambda: answer(form.key)) is not None:
        messages.success(request, _("Stored. Both parties see it."))
    for errors in form.errors.values():
        messages.error(request, " ".join(str(each) for each in errors))
    return redirect(_page(request, clause, commitment, subject))


def _page(request: TenantRequest, clause: Clause, commitment: str, subject: str) -> str:
    """Where the promise is shown for the one it is about, so that one comes back to where one was."""
    asked = urlencode({"commitment": commitment, **({"subject": subject} if subject else {})})
    return f"{reverse('desk:clause', args=[request.municipality.slug, clause.ref])}?{asked}"


def _clause_of(commitment: str) -> tuple[Agreement, Clause]:
    agreement = agreement_with(commitment)
    if agreement is None:
        raise Http404
    clauses = (each for each in agreement.clauses if any(one.id == commitment for one in each.commitments))
    return agreement, next(clauses)
