"""Another day for what a call hit: soon, a working day when the place is open, and one with little in the plan."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from politikontakt.core.calendar.holidays import is_working_day
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.access.models import Person
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.directory.models import Absence, ClosedDays
from politikontakt.modules.directory.queries import absences, closed_days
from politikontakt.modules.planning.trial import allowed_after_loss

AHEAD = 21
"""Days to look ahead. What finds none within them is left for the contact to place."""
FULL = 3
"""So many things in the plan make a day full."""


@dataclass(frozen=True)
class Suggestions:
    """The days that are taken, closed or away, read once for all rows."""

    today: date
    planned: Counter[date]
    closed: Sequence[ClosedDays]
    away: Sequence[Absence]
    people: Sequence[str]

    def day_for(self, row: Activity) -> date | None:
        """The first free day that the plan's rules allow; on the same weekday where that comes within two weeks.

        None where none is.
        """
        ahead = DayRange(self.today + timedelta(days=1), self.today + timedelta(days=AHEAD))
        allowed = allowed_after_loss(row, ahead, people=self.people, today=self.today)
        days = [day for day in self._days() if self._fits(row, day)]
        best_first = sorted(days, key=lambda day: day.weekday() != row.happened_on.weekday())
        found = next((day for day in best_first if allowed is None or allowed(day)), None)
        if found:
            self.planned[found] += 1
        return found

    def _days(self) -> Iterator[date]:
        days = (self.today + timedelta(days=ahead) for ahead in range(1, AHEAD + 1))
        return (day for day in days if is_working_day(day))

    def _fits(self, row: Activity, day: date) -> bool:
        shut = any(each.first <= day <= each.last and _closes(each, row) for each in self.closed)
        away = any(each.first <= day <= each.last for each in self.away)
        return not shut and not away and self.planned[day] < FULL


def suggestions(people: Collection[Person], today: date) -> Suggestions:
    """Read what is taken in the weeks ahead: three queries, however many rows are to be placed."""
    mine = {each.pk for each in people}
    last = today + timedelta(days=AHEAD)
    rows = Activity.current.filter(status="planned", people__in=mine, happened_on__range=(today, last))
    return Suggestions(
        today,
        Counter(rows.values_list("happened_on", flat=True)),
        list(closed_days(since=today)),
        [each for each in absences(since=today) if each.person_id in mine],
        [each.ref for each in people],
    )


def _closes(closed: ClosedDays, row: Activity) -> bool:
    """Days without a place close every school."""
    if closed.place_id is not None:
        return closed.place_id == row.place_id
    return row.place is not None and row.place.kind == "school"
