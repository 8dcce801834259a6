"""Taking back what was just logged: the plan stands again where there was one, else the row is withdrawn."""

from uuid import UUID

from django.db import transaction

from politikontakt.modules.access.facts import Fact
from politikontakt.modules.access.writes import Write, carried
from politikontakt.modules.activities.models import Activity, ActivityPerson
from politikontakt.modules.audit.actors import Actor
from politikontakt.modules.audit.single import put, row_by


@transaction.atomic
def take_back(*, key: UUID, activity: Activity, by: Actor) -> Activity:
    """Store that a row was a mistake. What it replaced holds again, as a new row; without such it is withdrawn."""
    write = Write(key, "activities.take_back", by, {"row": activity.pk})
    if write.repeated:
        return write.first(Activity)
    before = row_by(Activity, id=activity.replaces_id) if activity.replaces_id else None
    if before is None or before.withdrawn:
        return write.done(write.withdraw(activity))
    restored = write.correct(activity, **_content(before))
    _same_people(before, restored)
    return write.done(restored)


def _content(fact: Fact) -> dict[str, object]:
    return {name: value for name, value in carried(fact).items() if name != "position"}


def _same_people(before: Activity, restored: Activity) -> None:
    for each in ActivityPerson.objects.filter(activity=before):
        put(ActivityPerson(activity=restored, person_id=each.person_id, position=each.position))
