"""The same evidence read in other ways: what the verdict would be if the year were another year."""

import dataclasses
from collections.abc import Iterable
from datetime import date

from politikontakt.core.agreement.model import Agreement, Commitment
from politikontakt.core.commitments.judge import judge
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.verdict import Verdict

YEARS = ("school_year", "calendar_year", "agreement_year")
"""The readings of "a year" that parties most often have in mind."""


def read_by(matter: Matter, commitment: str, per: str, *, on: date) -> tuple[Verdict, ...]:
    """The verdicts of one commitment on a day, with its period read as `per`; everything else as agreed.

    Exceptions hold for their days as always; a dispute of one period holds only where a period begins on
    the same day. Empty for kinds that have no `per`.
    """
    other = Matter(_with_per(matter.agreement, commitment, per), matter.evidence)
    verdicts = judge(other, on=on, commitments=[commitment])
    return verdicts if _has_per(matter.agreement, commitment) else ()


def other_readings(
    matter: Matter, commitment: str, *, on: date, subject: str = "", among: Iterable[str] = YEARS
) -> dict[str, Verdict]:
    """One verdict for each way of reading the period, the agreed one among them if it is one of those asked for.

    A reading under which the subject has no verdict on the day is left out.
    """
    found = {per: read_by(matter, commitment, per, on=on) for per in among}
    return {per: each for per, verdicts in found.items() for each in verdicts if each.subject == subject}


def _has_per(agreement: Agreement, commitment: str) -> bool:
    return any(each.id == commitment and hasattr(each.terms, "per") for each in agreement.commitments)


def _with_per(agreement: Agreement, commitment: str, per: str) -> Agreement:
    clauses = tuple(
        dataclasses.replace(clause, commitments=tuple(_read(each, commitment, per) for each in clause.commitments))
        for clause in agreement.clauses
    )
    return dataclasses.replace(agreement, clauses=clauses)


def _read(each: Commitment, commitment: str, per: str) -> Commitment:
    if each.id != commitment or not hasattr(each.terms, "per"):
        return each
    return dataclasses.replace(each, terms=dataclasses.replace(each.terms, per=per))  # type: ignore[call-arg]
