"""Judging an agreement on a day: the verdict of every commitment, subject and period."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from politikontakt.core.agreement.model import Agreement, Clause
from politikontakt.core.commitments.case import Case, Promise
from politikontakt.core.commitments.cases import When
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.overlays import with_disputes, with_exceptions
from politikontakt.core.commitments.rules import RULES
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.core.records.model import Records


def verdicts(
    agreement: Agreement,
    records: Records,
    *,
    on: date,
    all_periods: bool = False,
    commitments: Collection[str] | None = None,
) -> tuple[Verdict, ...]:
    """Judge an agreement on a day: for each commitment and subject the period that holds the day.

    With `all_periods` every period begun. `commitments` limits it to some, by id; clauses that nobody gave
    a rule are then left out. In the order of the file, then subject by code point, then period.
    """
    return judge(Matter(agreement, records), on=on, all_periods=all_periods, commitments=commitments)


def judge(
    matter: Matter, *, on: date, all_periods: bool = False, commitments: Collection[str] | None = None
) -> tuple[Verdict, ...]:
    """As `verdicts`, for a matter that is judged more than once."""
    when = When(on, all_periods)
    return tuple(
        verdict for clause in matter.agreement.clauses for verdict in _of_clause(matter, clause, when, commitments)
    )


def _of_clause(matter: Matter, clause: Clause, when: When, wanted: Collection[str] | None) -> Iterator[Verdict]:
    if not clause.commitments and wanted is None:
        yield Verdict(commitment=None, clause=clause.ref, standing=Standing.NOT_MEASURED, reasons=("no_rule",))
    for commitment in clause.commitments:
        if wanted is None or commitment.id in wanted:
            found = RULES[commitment.rule].cases(matter, Promise(clause.ref, commitment), when)
            yield from (verdict_of(each) for each in sorted(found, key=_in_order))


def find_case(matter: Matter, *, commitment: str, subject: str = "", period_first: date, on: date) -> Case | None:
    """The case of a commitment and subject whose period holds `period_first`, as it is to be judged on `on`.

    None where the agreement has no such commitment, or the period no such subject.
    """
    promise = next((each for each in promises(matter.agreement) if each.commitment.id == commitment), None)
    if promise is None:
        return None
    found = RULES[promise.commitment.rule].cases(matter, promise, When(period_first))
    case = next((each for each in found if each.subject.name == subject), None)
    return None if case is None else on_day(case, on)


def promises(agreement: Agreement) -> Iterator[Promise]:
    """Every commitment with its clause, in the order of the file."""
    return (Promise(clause.ref, each) for clause in agreement.clauses for each in clause.commitments)


def on_day(case: Case, on: date) -> Case:
    """The same case on another day of judgement."""
    terms_on = RULES[case.commitment.rule].terms_on
    if terms_on is None:
        return replace(case, on=on)
    terms = terms_on(case.matter, case.promise, on)
    return replace(case, on=on, terms=terms.terms, amendment=terms.amendment)


def _in_order(case: Case) -> tuple[str, date]:
    return case.subject.name, case.period.days.first


def verdict_of(case: Case) -> Verdict:
    """The verdict of one case: what the rule says, then exceptions, then disputes.

    Before the agreement is in force nothing is due, whatever was recorded.
    """
    if case.on < case.matter.frame.first:
        return case.verdict(Standing.NOT_DUE)
    if case.subject.missing:
        ruled = case.verdict(Standing.NOT_MEASURED, "no_subject")
    else:
        ruled = RULES[case.commitment.rule].judge(case.terms, case)
    return with_disputes(case, with_exceptions(case, ruled))
