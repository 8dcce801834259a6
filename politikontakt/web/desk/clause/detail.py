"""What the page of one clause shows: the verdict chosen, its evidence, how it got there, other readings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.history import Change, changes
from politikontakt.core.commitments.judge import find_case
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.readings import other_readings
from politikontakt.core.commitments.summary import ClauseSummary, CommitmentSummary
from politikontakt.core.commitments.verdict import Verdict
from politikontakt.web.desk.clause.chart import course_of
from politikontakt.web.ui.drawing.steps import Course

MANY_SUBJECTS = 4
"""With more, subjects are a list to choose from instead of joined buttons."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One commitment of a clause with the verdict of one subject. None of it for a clause without commitments."""

    summary: CommitmentSummary
    verdict: Verdict
    case: Case | None
    course: Course | None
    history: Sequence[Change]
    readings: Sequence[tuple[str, Verdict, bool]]

    @property
    def many(self) -> bool:
        """Whether there are too many subjects for buttons."""
        return len(self.summary.verdicts) > MANY_SUBJECTS


def detail(clause: ClauseSummary, matter: Matter, *, commitment: str, subject: str | None, on: date) -> Detail | None:
    """The detail of the commitment and subject asked for, else of the worst."""
    if not clause.commitments:
        return None
    summary = next((each for each in clause.commitments if each.commitment.id == commitment), None)
    summary = summary or next(each for each in clause.commitments if each.standing == clause.standing)
    verdict = next((each for each in summary.verdicts if each.subject == subject), summary.worst_verdict)
    case = _case(matter, verdict, on)
    return Detail(
        summary=summary,
        verdict=verdict,
        case=case,
        course=course_of(case, on) if case else None,
        history=changes(case, on)[::-1] if case and on >= matter.frame.first else (),
        readings=_readings(matter, summary, verdict, on),
    )


def _case(matter: Matter, verdict: Verdict, on: date) -> Case | None:
    if verdict.period is None or verdict.commitment is None:
        return None
    return find_case(
        matter, commitment=verdict.commitment, subject=verdict.subject, period_first=verdict.period.first, on=on
    )


def _readings(
    matter: Matter, summary: CommitmentSummary, verdict: Verdict, on: date
) -> Sequence[tuple[str, Verdict, bool]]:
    """Year by year as it might be read, for what is counted by the year; whether each is the agreed one."""
    agreed = getattr(summary.commitment.terms, "per", "")
    if summary.commitment.rule != "count" or not agreed.endswith("year") or agreed == "half_year":
        return ()
    found = other_readings(matter, summary.commitment.id, on=on, subject=verdict.subject)
    return [(per, each, per == agreed) for per, each in sorted(found.items(), key=lambda pair: pair[0] != agreed)]


def clause_named(agreement: Agreement, ref: str) -> bool:
    """Whether the agreement has the clause."""
    return any(each.ref == ref for each in agreement.clauses)
