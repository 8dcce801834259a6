"""Reading the plan: runs, what lies in a stretch of days, whether promises fit, and what the chances are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.judge import find_case
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.verdict import Verdict
from politikontakt.core.faults import FaultyInput
from politikontakt.core.planner.capacity.meter import Month, months
from politikontakt.core.planner.capacity.what_if import Change, changed
from politikontakt.core.planner.forecast import Forecast
from politikontakt.core.planner.ground import Ground
from politikontakt.core.planner.outlook import outlook
from politikontakt.modules.access.queries import holdings_on
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.queries import BY_THE_CLOCK, activities
from politikontakt.modules.audit.queries import state
from politikontakt.modules.compliance.queries import matter
from politikontakt.modules.planning.errors import NoSettings
from politikontakt.modules.planning.inputs import inputs
from politikontakt.modules.planning.models import Run
from politikontakt.modules.planning.services import SILENCE

WHAT_IF = "what-if"
"""The name that faults of a question have instead of a file's."""


def run_with(key: str) -> Run | None:
    """The run of a key. One whose process fell silent has failed, unless it had found a plan: that is its answer."""
    run: Run | None = Run.objects.filter(key=key).first()
    if run and run.state in Run.UNDER_WAY and timezone.now() - run.heard_at > SILENCE:
        run.state = Run.READY if run.state == Run.FIRST else Run.FAILED
        run.save(update_fields=["state"])
    return run


def open_runs() -> list[Run]:
    """The newest run of each kind that is under way, or waits for a yes that can still be given."""
    rows = Run.objects.filter(state__in=[*Run.OPEN, Run.WAITING], state_then__in=["", state()]).order_by("-id")
    newest = {run.kind: run for run in reversed(rows.defer("moves", "report"))}
    return list(newest.values())


def last_accepted() -> Run | None:
    """The plan that was accepted last, with what found no room in it; None where none is so new that it is kept."""
    run: Run | None = Run.objects.filter(state=Run.ACCEPTED, kind=Run.PLAN).order_by("-id").first()
    return run


def minutes_planned(days: DayRange) -> Mapping[str, int]:
    """Minutes of work among people that lie in each month (2018-03), done or planned, every contact's counted."""
    found: dict[str, int] = {}
    for row in planned_between(days):
        month = f"{row.happened_on:%Y-%m}"
        found[month] = found.get(month, 0) + row.minutes * len(row.takers_part.all())
    return found


def contacts_on(day: date) -> tuple[str, ...]:
    """The ids of those the plan may give work on a day; where nothing can be planned yet, everybody in a role."""
    try:
        return inputs(DayRange(day, day)).problem(DayRange(day, day)).contacts
    except (NoSettings, FaultyInput):
        return tuple(each.person.ref for each in holdings_on(day))


def promises_of_series(day: date) -> Mapping[str, str]:
    """The commitment that each series of the planner's settings is for; wishes and faulty settings give none."""
    try:
        series = inputs(DayRange(day, day)).planning.series
    except (NoSettings, FaultyInput):
        return {}
    return {each.id: each.commitment for each in series if each.commitment}


def planned_between(days: DayRange) -> QuerySet[Activity]:
    """What is done or planned in a stretch of days, in the order of the calendar."""
    rows = activities(first=days.first, last=days.last).filter(status__in=["done", "planned"])
    return rows.order_by("happened_on", BY_THE_CLOCK, "id")


@dataclass(frozen=True, slots=True)
class Outlook:
    """A count's verdict and what can be expected of it."""

    verdict: Verdict
    forecast: Forecast


def outlooks(agreement: Agreement, verdicts: Sequence[Verdict], on: date) -> Mapping[tuple[str, str], Outlook]:
    """The forecast of each count that is not over, by commitment and subject."""
    return outlooks_in(matter(agreement), verdicts, on)


def outlooks_in(known: Matter, verdicts: Sequence[Verdict], on: date) -> Mapping[tuple[str, str], Outlook]:
    """The same by what a matter knows, which need not be what is recorded."""
    found: dict[tuple[str, str], Outlook] = {}
    for verdict in verdicts:
        if verdict.commitment is None or verdict.period is None or verdict.required is None:
            continue
        case = find_case(
            known,
            commitment=verdict.commitment,
            subject=verdict.subject,
            period_first=verdict.period.first,
            on=on,
        )
        forecast = outlook(case) if case else None
        if forecast:
            found[verdict.commitment, verdict.subject] = Outlook(verdict, forecast)
    return found


def capacity(days: DayRange, *, changes: Sequence[Change] = ()) -> Sequence[Month]:
    """Promised time beside the time there is, month by month. `changes`: what if the agreement had other terms."""
    source = inputs(days)
    agreement = changed(source.agreement, changes, source=WHAT_IF) if changes else source.agreement
    asked = replace(source, agreement=agreement)
    return months(Ground(agreement, source.records, source.planning), asked.problem(days))
