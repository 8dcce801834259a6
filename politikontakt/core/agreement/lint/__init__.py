"""What an agreement leaves open. It points at what the parties should settle; it writes no terms for them."""

from collections.abc import Callable, Iterator, Sequence

from politikontakt.core.agreement.lint import balance, measuring, meetings, reach, silence, vagueness
from politikontakt.core.agreement.lint.finding import Finding
from politikontakt.core.agreement.model import Agreement

_LOOKS: Sequence[Callable[[Agreement], Iterator[Finding]]] = (
    vagueness.vague_words,
    vagueness.rules_without_reading,
    measuring.clauses_without_rule,
    measuring.comparisons_without_baseline,
    measuring.evaluation_without_owner,
    meetings.nobody_calls,
    meetings.nobody_writes_minutes,
    meetings.no_deputy,
    reach.out_of_reach,
    reach.deadline_before_start,
    reach.amendment_without_effect,
    balance.owes_nothing,
    balance.leans,
    balance.schools_of_another_owner,
    silence.silent_subjects,
)


def lint(agreement: Agreement) -> tuple[Finding, ...]:
    """Everything left open: first what belongs to a clause, in the order of the file, then what belongs to none.

    Decided from this agreement's own words, rules and roles: a clause on the subject makes a finding go away.
    """
    order = {clause.ref: position for position, clause in enumerate(agreement.clauses)}
    found = [finding for look in _LOOKS for finding in look(agreement)]
    return tuple(sorted(found, key=lambda finding: order.get(finding.clause or "", len(order))))


__all__ = ["Finding", "lint"]
