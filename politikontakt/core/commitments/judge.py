"""Judging an agreement on a day: the verdict of every commitment, subject and period."""

from collections.abc import Collection, Iterator
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
