"""Asking the planner, and saying yes, wholly or row by row.

Accepting stores planned rows through the log's own services.
"""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from politikontakt.core.records.model import Activity as ActivityValue
from politikontakt.modules.access.errors import EndsBeforeItBegins
from politikontakt.modules.access.models import Person
from politikontakt.modules.access.tenants import tenant
from politikontakt.modules.activities.entries import ActivityEntry
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.services import correct_activity, log_activity
from politikontakt.modules.audit.actors import Actor
from politikontakt.modules.audit.queries import state
from politikontakt.modules.directory.models import Place
from politikontakt.modules.planning.errors import NotPlanned, RunBetter, RunEnded, RunStale
from politikontakt.modules.planning.launching import launch
from politikontakt.modules.planning.models import Run
from politikontakt.modules.planning.rows import from_json

SILENCE = timedelta(seconds=40)
"""A run that has not been heard of for so long is dead; it tells that it lives every few seconds."""
RUNS_LIVE = timedelta(days=30)


@transaction.atomic
def ask_plan(*, key: UUID, first: date, last: date, by: Actor, seed: int = 0, seconds: int = 60) -> Run:
    """Ask for a plan of some days. The same key again gives the first run."""
    return _ask(key, Run.PLAN, first, last, by, [], seed, seconds)


@transaction.atomic
def ask_replan(
    *, key: UUID, lost: Sequence[tuple[Person, date, date]], first: date, last: date, by: Actor, seconds: int = 30
) -> Run:
    """Ask how the plan is mended when people lose days."""
    ranges = [
        {"person": person.ref, "first": start.isoformat(), "last": end.isoformat()} for person, start, end in lost
    ]
    return _ask(key, Run.REPLAN, first, last, by, ranges, 0, seconds)


def _ask(
    key: UUID, kind: str, first: date, last: date, by: Actor, lost: list[dict[str, str]], seed: int, seconds: int
) -> Run:
    if last < first:
        raise EndsBeforeItBegins(first=first, last=last)
    Run.objects.filter(made_at__lt=timezone.now() - RUNS_LIVE).delete()
    run, made = Run.objects.get_or_create(
        key=key,
        municipality=tenant(),
        defaults={
            "kind": kind,
            "first": first,
            "last": last,
            "lost": lost,
            "seed": seed,
            "seconds_at_most": seconds,
            "made_by_id": by.user_id,
        },
    )
    if made:
        launch(run)
        run.refresh_from_db()
    return run


def stop(*, run: Run) -> None:
    """Ask a run to end with what it has found."""
    Run.objects.filter(pk=run.pk, state__in=Run.UNDER_WAY).update(stop_asked=True)


def discard(*, run: Run) -> None:
    """Say no to what a run proposes."""
    Run.objects.filter(pk=run.pk).exclude(state=Run.ACCEPTED).update(state=Run.DISCARDED, stop_asked=True)


@transaction.atomic
def accept(
    *, key: UUID, run: Run, by: Actor, today: date, only: Collection[str] | None = None, looked_at: str = ""
) -> list[Activity]:
    """Store what a run proposes as planned rows, all of it or the rows named. What is left out is dropped.

    `looked_at` is the answer that was on the page; refused where the search has found a better one meanwhile.
    Refused also when the record has changed since: the plan may then double what stands now.
    """
    locked = Run.objects.select_for_update().get(pk=run.pk)
    rows = [from_json(each) for each in locked.rows]
    wanted = [row for row in rows if only is None or row.id in only]
    if locked.state == Run.ACCEPTED:
        return list(Activity.current.filter(ref__in=[row.id for row in wanted]))
    if not locked.open:
        raise RunEnded()
    if locked.state_then != state():
        raise RunStale()
    if looked_at and looked_at != locked.answer:
        raise RunBetter()
    places = {each.ref: each for each in Place.current.all()}
    people = {each.ref: each for each in Person.current.all()}
    known = {each.ref: each for each in Activity.current.filter(ref__in=[row.id for row in wanted])}
    stored = [_store(row, uuid5(key, row.id), known.get(row.id), places, people, by=by, today=today) for row in wanted]
    Run.objects.filter(pk=run.pk).update(state=Run.ACCEPTED, stop_asked=True)
    return stored


def _store(
    row: ActivityValue,
    key: UUID,
    old: Activity | None,
    places: dict[str, Place],
    people: dict[str, Person],
    *,
    by: Actor,
    today: date,
) -> Activity:
    entry = ActivityEntry(
        kind=row.kind,
        happened_on=row.on,
        status=row.status,
        starts_at=row.start,
        minutes=row.minutes,
        place=places[row.place] if row.place else None,
        people=[people[each] for each in row.people],
        purpose=row.purpose or "",
        audience=row.audience,
        themes=row.themes,
        partner=row.partner or "",
        note=old.note if old else "",
        confirmed=row.confirmed,
        series=row.series or "",
        period=row.period,
        ordinal=row.ordinal,
    )
    if old:
        return correct_activity(key=key, activity=old, entry=entry, by=by, today=today)
    return log_activity(key=key, entry=entry, by=by, today=today, ref=row.id)


def confirm(*, key: UUID, activity: Activity, by: Actor, today: date) -> Activity:
    """Say that a planned row is agreed with those it is for; from then on no plan moves it."""
    if activity.status != "planned":
        raise NotPlanned()
    return correct_activity(key=key, activity=activity, entry=entry_of(activity, confirmed=True), by=by, today=today)


def entry_of(activity: Activity, **changes: object) -> ActivityEntry:
    """What is said of an activity, with some of it changed."""
    names = (
        "kind", "happened_on", "status", "starts_at", "minutes", "place", "purpose", "audience", "themes", "partner",
        "note", "confirmed", "series", "period", "ordinal",
    )  # fmt: skip
    said = {name: getattr(activity, name) for name in names}
    people = [each.person for each in activity.takers_part.select_related("person")]
    return ActivityEntry(**{**said, "people": people, **changes})
