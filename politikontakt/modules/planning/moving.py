"""Moving a planned row by hand, and putting it back: the same hard rules as for any plan answer first."""

from datetime import date
from uuid import UUID

from politikontakt.modules.access.models import Person
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.services import correct_activity
from politikontakt.modules.audit.actors import Actor
from politikontakt.modules.planning.errors import BreaksRules, NotPlanned
from politikontakt.modules.planning.services import entry_of
from politikontakt.modules.planning.trial import Move, trial


def move_activity(
    *, key: UUID, activity: Activity, move: Move, by: Actor, today: date, anyway: bool = False
) -> Activity:
    """Move a planned row. A breach is refused with its faults, unless the mover says that it shall be so `anyway`."""
    found = trial(activity, until=move.day, today=today)
    answer = found.answer(move)
    if answer.faults and not anyway:
        raise BreaksRules(answer.faults)
    people = {each.ref: each for each in Person.current.filter(ref__in=move.people)}
    entry = entry_of(
        activity,
        happened_on=move.day,
        starts_at=answer.start or move.start or found.opens(move.block),
        people=[people[each] for each in move.people],
        confirmed=False if activity.confirmed else activity.confirmed,
    )
    return correct_activity(key=key, activity=activity, entry=entry, by=by, today=today)


def put_back(*, key: UUID, activity: Activity, by: Actor, today: date) -> Activity:
    """Undo the newest change of a planned row: a new row that says what the one before it said, confirmed or not.

    Refused where somebody has changed it since.
    """
    before = Activity.objects.filter(replaced_by=activity).first()
    if before is None or before.status != "planned" or activity.status != "planned":
        raise NotPlanned()
    return correct_activity(key=key, activity=activity, entry=entry_of(before), by=by, today=today)
