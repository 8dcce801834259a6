"""One clause: why it stands as it does, and what either party can say about it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.commitments.summary import by_clause
from politikontakt.modules.agreements.queries import disputes, exemptions, judgements
from politikontakt.modules.compliance.queries import agreement_on, matter, records, verdicts
from politikontakt.modules.planning.queries import outlooks
from politikontakt.web.desk.clause.detail import Detail, clause_named, detail
from politikontakt.web.desk.clause.evidence import evidence
from politikontakt.web.ui.access import access, may
from politikontakt.web.ui.as_of import AsOf, as_of
from politikontakt.web.ui.forms import KeyedForm
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.wording.explanation import explanation
from politikontakt.web.ui.wording.outlooks import outlook_sentences
from politikontakt.web.ui.wording.rules import judged
from politikontakt.web.ui.wording.subjects import Names
from politikontakt.web.ui.wording.terms import lines


@access("compliance.see")
def clause(request: TenantRequest, slug: str, ref: str) -> HttpResponse:
    """The signed words, the reading, the evidence, the way there, and what the parties have said."""
    shown = as_of(request)
    stored = agreement_on(shown.day)
    if stored is None or not clause_named(stored.content, ref):
        raise Http404
    agreement = stored.content
    summary = next(each for each in by_clause(agreement, verdicts(agreement, shown.day)) if each.clause.ref == ref)
    chosen = detail(
        summary,
        matter(agreement),
        commitment=request.GET.get("commitment", ""),
        subject=request.GET.get("subject"),
        on=shown.day,
    )
    context = {
        "shown": shown,
        "agreement": agreement,
        "summary": summary,
        "parties": {each.id: each.name for each in agreement.parties},
        "names": Names.of(records()),
        "chosen": chosen,
        **(_of_commitment(request, shown, chosen, agreement) if chosen else {}),
    }
    return render(request, "desk/clause/clause.html", context)


def _of_commitment(request: TenantRequest, shown: AsOf, chosen: Detail, agreement: Agreement) -> dict[str, Any]:
    commitment = chosen.summary.commitment
    terms = chosen.case.terms if chosen.case else commitment.terms
    return {
        "commitment": commitment,
        "verdict": chosen.verdict,
        "rule": judged(commitment.rule),
        "terms": [each for each in lines(commitment, terms, agreement) if not each.usual],
        "outlook": _outlook(chosen, agreement, shown),
        "sentences": explanation(replace(chosen.verdict, ignored=None), commitment, agreement, shown.day),
        "evidence": evidence(chosen.verdict, commitment, agreement, records(), Names.of(records())),
        "disputes": disputes(commitment=commitment.id),
        "exemptions": exemptions(commitment=commitment.id),
        "judgements": judgements(commitment=commitment.id)[:6],
        "may_speak": may(request, "agreements.speak"),
        "own_parties": request.member.speaks_for,
        "form": KeyedForm(),
    }


def _outlook(chosen: Detail, agreement: Agreement, shown: AsOf) -> Sequence[str]:
    """What can be expected of a promised number that is not reached yet."""
    found = outlooks(agreement, [chosen.verdict], shown.day)
    return [sentence for each in found.values() for sentence in outlook_sentences(each.forecast)]
