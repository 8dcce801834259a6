"""`judgement`: what the parties themselves find of a period, each by its own."""

from dataclasses import dataclass
from datetime import date

from politikontakt.core.agreement.shapes import one_of, parties
from politikontakt.core.agreement.terms import Terms, term
from politikontakt.core.calendar.periods import PERIOD_KINDS
from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.cases import by_period, the_promise
from politikontakt.core.commitments.rule import Rule
from politikontakt.core.commitments.verdict import Standing, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementTerms(Terms):
    """The parties find each year how the advice to the municipality was given."""

    by: tuple[str, ...] | None = term(parties(), default=None)
    per: str = term(one_of(*PERIOD_KINDS), amendable=False)


def judge(terms: JudgementTerms, case: Case) -> Verdict:
    """Put the newest findings of the parties beside each other. One that is silent leaves it not measured."""
    wanted = terms.by or (*case.commitment.owed_by, *case.commitment.owed_to)
    newest = _newest(case)
    findings = {newest.get(party) for party in wanted}
    if None in findings:
        return case.verdict(Standing.NOT_MEASURED if case.over else Standing.NOT_DUE)
    if len(findings) > 1:
        return case.verdict(Standing.DISPUTED, "parties_disagree")
    return case.verdict(_standing(findings.pop(), over=case.over))


def _standing(finding: str | None, *, over: bool) -> Standing:
    if finding == "kept":
        return Standing.KEPT
    return Standing.AT_RISK if finding == "partly" and not over else Standing.BROKEN


def _newest(case: Case) -> dict[str, str]:
    """Each party's finding of the period, judged by the day; of one day the later row."""
    judged: dict[str, tuple[date, str]] = {}
    for each in case.evidence.judgements(case.commitment.id):
        known = each.period_first == case.period.days.first and each.judged_on <= case.on
        if known and (each.party not in judged or judged[each.party][0] <= each.judged_on):
            judged[each.party] = (each.judged_on, each.finding)
    return {party: finding for party, (_, finding) in judged.items()}


RULE = Rule("judgement", JudgementTerms, by_period(the_promise), judge)
