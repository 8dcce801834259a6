"""Verdicts: how the agreement stands on a day, from what is recorded. The same code as the command `judge`."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.commitments.judge import judge
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.verdict import Verdict
from politikontakt.core.records.model import Records
from politikontakt.modules.access.tenants import tenant
from politikontakt.modules.agreements.queries import StoredAgreement, agreement_on, agreements
from politikontakt.modules.audit import queries as audit
from politikontakt.modules.compliance.evidence import evidence
from politikontakt.modules.compliance.memory import Memory

_RECORDS = Memory(size=8)
_MATTERS = Memory(size=8)
_VERDICTS = Memory(size=256)


@dataclass(frozen=True, slots=True)
class StandingOn:
    """One commitment's verdicts on one day of its history."""

    day: date
    verdicts: tuple[Verdict, ...]


def state() -> str:
    """The name of everything that is recorded: read when the request began, else now from the chain."""
    return tenant().known_state or audit.state()


def records() -> Records:
    """Everything the municipality has recorded that holds, as values."""
    return _records_in(state())


def _records_in(state: str) -> Records:
    return _RECORDS.recall((tenant().pk, state), lambda: evidence(state).records)


def verdicts(
    agreement: Agreement,
    on: date,
    *,
    all_periods: bool = False,
    commitments: Collection[str] | None = None,
) -> tuple[Verdict, ...]:
    """The verdicts of an agreement on a day: of the period that holds the day, or of every period begun."""
    return _judged(_matter(agreement), on, all_periods, commitments)


def history(agreement: Agreement, commitment: str, days: Sequence[date]) -> tuple[StandingOn, ...]:
    """How one commitment stood on each of some days, by what is known now."""
    matter = _matter(agreement)
    return tuple(StandingOn(day, _judged(matter, day, False, (commitment,))) for day in days)


def matter(agreement: Agreement) -> Matter:
    """The agreement with all its evidence, for asking more than verdicts: a case, its history, other readings."""
    return _matter(agreement).matter


@dataclass(frozen=True, slots=True)
class _Stated:
    """A matter to judge, and the state of the record it was made from."""

    state: str
    matter: Matter


def _matter(agreement: Agreement) -> _Stated:
    """The agreement with the evidence of now. Known by the agreement's identity, which the answer keeps alive."""
    now = state()

    def work_out() -> _Stated:
        return _Stated(now, Matter(agreement, _records_in(now)))

    return _MATTERS.recall((tenant().pk, now, id(agreement)), work_out)


def _judged(stated: _Stated, on: date, all_periods: bool, commitments: Collection[str] | None) -> tuple[Verdict, ...]:
    chosen = None if commitments is None else tuple(sorted(commitments))

    def work_out() -> tuple[_Stated, tuple[Verdict, ...]]:
        return stated, judge(stated.matter, on=on, all_periods=all_periods, commitments=chosen)

    return _VERDICTS.recall((stated.state, id(stated), on, all_periods, chosen), work_out)[1]


def forget() -> None:
    """Drop everything remembered. For tests and benchmarks; work never needs it."""
    _RECORDS.forget()
    _MATTERS.forget()
    _VERDICTS.forget()


__all__ = [
    "StandingOn",
    "StoredAgreement",
    "agreement_on",
    "agreements",
    "forget",
    "history",
    "matter",
    "records",
    "verdicts",
]
