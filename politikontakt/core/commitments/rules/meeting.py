"""`meeting`: so many meetings in each period, with the right roles at the table and the right items on the agenda."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from politikontakt.core.agreement.shapes import codes, one_code, one_of, roles_counted, whole_number
from politikontakt.core.agreement.terms import Terms, term
from politikontakt.core.calendar.periods import PERIOD_KINDS
from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.cases import by_period, the_promise
from politikontakt.core.commitments.numbers import Tally, verdict_on
from politikontakt.core.commitments.required import PART_YEARS, expected, required
from politikontakt.core.commitments.rule import Rule
from politikontakt.core.commitments.sifting import Sifted, why_not_by_status_and_day, why_not_yet_or_ever
from politikontakt.core.commitments.verdict import Ignored, Verdict
from politikontakt.core.records.model import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingTerms(Terms):
    """The council in each quarter, with both contacts and the unit leader, and the model on the agenda."""

    meeting: str = term(one_code())
    at_least: int = term(whole_number(least=1), default=1)
    per: str = term(one_of(*PERIOD_KINDS), amendable=False)
    present: tuple[tuple[str, int], ...] = term(roles_counted())
    agenda: tuple[str, ...] = term(codes(may_be_empty=True), default=())
    part_year: str = term(one_of(*PART_YEARS), default="full")


def tally(terms: MeetingTerms, case: Case) -> Tally:
    """Count the meetings held that are complete. Every day that counts is usable, weekends too.

    A planned meeting counts by kind and date: who comes is known when it is held.
    """
    meetings = [each for each in case.evidence.meetings(terms.meeting) if each.on in case.period.whole]
    asked_for = required(case, terms.at_least, terms.part_year)
    return Tally(
        _sift(meetings, terms, case),
        asked_for,
        lambda day: expected(asked_for.number, case.days_that_count, day),
    )


def judge(terms: MeetingTerms, case: Case) -> Verdict:
    """Say how the number of meetings stands. Nobody asks whether the days left suffice."""
    return verdict_on(case, tally(terms, case))


def _sift(meetings: Sequence[Meeting], terms: MeetingTerms, case: Case) -> Sifted:
    counted: list[Meeting] = []
    ignored: list[Ignored] = []
    planned: list[date] = []
    for each in meetings:
        reason = why_not_by_status_and_day(each, case) or why_not_yet_or_ever(each, case.on)
        if reason is None and each.status == "planned":
            planned.append(each.on)
            continue
        lacking = [reason] if reason else list(_lacking(each, terms, case))
        ignored.extend(Ignored(id=each.id, reason=what) for what in lacking)
        if not lacking:
            counted.append(each)
    return Sifted(counted, ignored, planned)


def _lacking(meeting: Meeting, terms: MeetingTerms, case: Case) -> Iterator[str]:
    """Each role of which too few took part, then each code the agenda lacks. One person may answer for two roles."""
    for role, number in terms.present:
        if len(case.evidence.holders(role, meeting.on).intersection(meeting.people)) < number:
            yield f"missing_role:{role}"
    for code in terms.agenda:
        if code not in meeting.agenda:
            yield f"missing_agenda:{code}"


RULE = Rule("meeting", MeetingTerms, by_period(the_promise), judge, tally=tally)
