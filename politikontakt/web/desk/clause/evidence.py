"""The rows behind a verdict, as lines of a page: what counted, and what did not and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from politikontakt.core.agreement.model import Agreement, Commitment
from politikontakt.core.commitments.verdict import Verdict
from politikontakt.core.records.model import Activity, Document, Event, Meeting, Records, Request
from politikontakt.web.ui.wording import ignored
from politikontakt.web.ui.wording import vocabulary as words
from politikontakt.web.ui.wording.codes import joined_and
from politikontakt.web.ui.wording.subjects import Names


@dataclass(frozen=True, slots=True)
class Line:
    """One row of evidence. `activity` is its id where there is a page for it, `reason` why it does not count."""

    day: date
    what: str
    activity: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands under a verdict, each list by day."""

    counted: Sequence[Line]
    ignored: Sequence[Line]


def evidence(
    verdict: Verdict, commitment: Commitment, agreement: Agreement, records: Records, names: Names
) -> Evidence:
    """The lines of what a verdict counted and left out."""
    wanted = {*(verdict.counted or ()), *(each.id for each in verdict.ignored or ())}
    rows = _lines(records, names, wanted)
    left_out = [
        _with_reason(rows[each.id], ignored.reason(each.reason, commitment.terms, agreement))
        for each in verdict.ignored or ()
        if each.id in rows
    ]
    counted = [rows[each] for each in verdict.counted or () if each in rows]
    return Evidence(_by_day(counted), _by_day(left_out))


def _by_day(lines: Iterable[Line]) -> Sequence[Line]:
    return sorted(lines, key=lambda line: line.day)


def _with_reason(line: Line, reason: str) -> Line:
    return Line(line.day, line.what, line.activity, reason)


def _lines(records: Records, names: Names, wanted: set[str]) -> dict[str, Line]:
    """Ids are unique within a file, and a verdict's ids are all of one file: where two files share one, work wins."""
    return {
        **{each.id: _request(each) for each in records.requests if each.id in wanted},
        **{each.id: _event(each) for each in records.events if each.id in wanted},
        **{each.id: _document(each) for each in records.documents if each.id in wanted},
        **{each.id: _meeting(each) for each in records.meetings if each.id in wanted},
        **{each.id: _activity(each, names.people) for each in records.activities if each.id in wanted},
    }


def _request(row: Request) -> Line:
    return Line(row.received_on, words.word(words.REQUESTS, row.kind))


def _event(row: Event) -> Line:
    return Line(row.on, words.word(words.EVENTS, row.kind))


def _document(row: Document) -> Line:
    attached = _("attached to the agreement") if row.attached else _("not attached")
    return Line(row.approved_on, f"{words.word(words.DOCUMENTS, row.kind)}, {attached}")


def _meeting(row: Meeting) -> Line:
    present = ngettext("%(n)d present", "%(n)d present", len(row.people)) % {"n": len(row.people)}
    return Line(row.on, f"{words.word(words.MEETINGS, row.kind)}, {present}")


def _activity(row: Activity, people: Mapping[str, str]) -> Line:
    return Line(row.on, _described(row, people), row.id)


def _described(activity: Activity, people: Mapping[str, str]) -> str:
    parts = [
        words.word(words.ACTIVITIES, activity.kind),
        _("%(n)d min") % {"n": activity.minutes} if activity.minutes else "",
        joined_and(words.lower_first(words.word(words.AUDIENCES, code)) for code in activity.audience),
    ]
    who = joined_and(people.get(each, each) for each in activity.people)
    described = ", ".join(part for part in parts if part)
    return f"{described}. {who}" if who else described
