"""Another place than the one in the plan: those near in the plan and lately first, then all the others."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from politikontakt.modules.access.models import Person
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.queries import BY_THE_CLOCK
from politikontakt.modules.directory.models import Place
from politikontakt.modules.directory.queries import places_open_on
from politikontakt.web.field.log.recent import nearest_at_each_place


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """`near` are activities, each at another place, the nearest day first; `others` the rest of the places by name."""

    near: Sequence[Activity]
    others: Sequence[Place]

    def __bool__(self) -> bool:
        """Whether there is anywhere else to be."""
        return bool(self.near or self.others)


def elsewhere(people: Collection[Person], today: date, here: Place | None) -> Elsewhere:
    """Everywhere but `here`. Two queries, however many places."""
    near = [each for each in nearest_at_each_place(people, today) if each.place != here]
    known = {each.place_id for each in near} | {here.pk if here else None}
    return Elsewhere(near, [each for each in places_open_on(today) if each.pk not in known])


def next_planned(people: Collection[Person], today: date) -> Activity | None:
    """What comes next in the plan, on a later day."""
    rows = Activity.current.filter(status="planned", people__in=list(people), happened_on__gt=today)
    found: Activity | None = rows.select_related("place").order_by("happened_on", BY_THE_CLOCK, "id").first()
    return found
