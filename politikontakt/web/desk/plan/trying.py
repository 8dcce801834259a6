"""What the hard rules say of laying a row elsewhere, as sentences: for one day, or for each day of a stretch."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils.translation import gettext_lazy

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import FaultyInput
from politikontakt.core.planner.hard.breach import PlanFault
from politikontakt.modules.access.errors import Refused
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.compliance.queries import records
from politikontakt.modules.planning.trial import Move, trial
from politikontakt.web.ui.wording.plans import fault_sentence
from politikontakt.web.ui.wording.refusals import refusal
from politikontakt.web.ui.wording.subjects import Names

SETTINGS_FAULTY = gettext_lazy("The planner's settings have faults, so the rules can't answer. Mend them first.")
AROUND = timedelta(weeks=4)
SUGGESTED = 6


@dataclass(frozen=True, slots=True)
class Said:
    """The rules' answer in words. Without faults the row may lie there, from `start` on."""

    faults: Sequence[str] = ()
    start: time | None = None
    judged: bool = True


def tried(row: Activity, move: Move, today: date) -> Said:
    """What the rules say of one move."""
    try:
        answer = trial(row, until=move.day, today=today).answer(move)
    except Refused as refused:
        return Said([refusal(refused)])
    except FaultyInput:
        return Said([str(SETTINGS_FAULTY)])
    return Said(sentences(answer.faults), answer.start, answer.judged)


def days_tried(row: Activity, days: DayRange, today: date) -> Mapping[date, Sequence[str]]:
    """What stands against each day, with the row's own people and part of the day. Empty: the day would do.

    Raises Refused or FaultyInput where the rules can't answer.
    """
    names = Names.of(records())
    in_hand = trial(row, until=days.last, today=today)
    answers = in_hand.days(in_hand.as_it_is(row), days)
    return {day: sentences(answer.faults, names) for day, answer in answers.items()}


def days_that_do(row: Activity, today: date) -> Sequence[date]:
    """The nearest days on which the row could lie, in the order of the calendar; none where the rules can't answer."""
    first, last = max(today, row.happened_on - AROUND), max(today, row.happened_on + AROUND)
    try:
        in_hand = trial(row, until=last, today=today)
        found = in_hand.days(in_hand.as_it_is(row), DayRange(first, last))
    except (Refused, FaultyInput):
        return ()
    fine = [day for day, answer in found.items() if answer.judged and not answer.faults and day != row.happened_on]
    return sorted(sorted(fine, key=lambda day: (abs(day - row.happened_on), day))[:SUGGESTED])


def sentences(faults: Iterable[PlanFault], names: Names | None = None) -> list[str]:
    """Each breach as a sentence, each sentence once."""
    known = names or Names.of(records())
    return list(dict.fromkeys(fault_sentence(each, known) for each in faults))
