"""Promises that nobody can measure, and measurements that nobody has prepared."""

from collections.abc import Iterator

from politikontakt.core.agreement.lint.finding import Finding
from politikontakt.core.agreement.lint.words import body, signed, speaks_of, stems
from politikontakt.core.agreement.model import Agreement

_COMPARES = stems(
    r"enn (før|tidligere|i dag|nå\b) / som (før|tidligere)\b / sammenlik?ne?t / sammenlignet / samanlikna / "
    r"nivået før / i tillegg til (denne|dagens|eksisterende) / kjem i tillegg / styrking / styrkje / "
    r"samme grad som / same grad som / than before / compared (to|with) / "
    r"in addition to (the )?(present|existing|current) / strengthen"
)
_BASELINE = stems(
    r"nullpunkt / nullmåling / baseline / utgangsnivå / utgangspunkt\w* (er|måles|blir|settes) / referansenivå / "
    r"sammenlik?ningsår / samanlikningsår / reference level"
)
_EVALUATION = stems(r"evaluer / evaluat")


def clauses_without_rule(agreement: Agreement) -> Iterator[Finding]:
    """Each clause that commits nobody to anything that can be judged."""
    for clause in agreement.clauses:
        if not clause.commitments:
            yield Finding("no_rule", clause.ref)


def comparisons_without_baseline(agreement: Agreement) -> Iterator[Finding]:
    """Each clause that promises more than before, where no clause says what before was."""
    if speaks_of(agreement, _BASELINE):
        return
    for clause in agreement.clauses:
        measured = [each for each in clause.commitments if each.rule == "baseline"]
        if measured or _COMPARES.search(body(clause)):
            yield Finding("no_baseline", clause.ref, measured[0].id if measured else None)


def evaluation_without_owner(agreement: Agreement) -> Iterator[Finding]:
    """Evaluation that no clause speaks of, or that no party owes."""
    about = [clause for clause in agreement.clauses if _EVALUATION.search(signed(clause))]
    if not about:
        yield Finding("no_evaluation")
    elif not any(clause.commitments for clause in about):
        yield Finding("evaluation_not_owed", about[0].ref)
