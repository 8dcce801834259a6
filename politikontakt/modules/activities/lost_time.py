"""Reading lost time: who is out now, what that hits in the plan, and the sums that both parties see."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from politikontakt.modules.access.models import Person
from politikontakt.modules.activities.models import Activity, LostTime
from politikontakt.modules.activities.queries import activities_on
from politikontakt.modules.audit.single import row_by


@dataclass(frozen=True, slots=True)
class LostInMonth:
    """What was lost in a month for one class of causes: how many times, and how many minutes in all."""

    month: date
    cause: str
    times: int
    minutes: int


def out_now(people: Collection[Person]) -> LostTime | None:
    """The time that one of these people is losing now, or None. What one contact is called in several roles is one."""
    rows = (row_by(LostTime, person=each.pk, holds=True, minutes=None) for each in people)
    return max((each for each in rows if each), key=lambda each: each.pk, default=None)


def away(people: Collection[Person], day: date) -> tuple[LostTime | None, bool]:
    """The time that one of these people is losing now, and whether one lost time on a day and is back: one query."""
    rows = LostTime.current.filter(Q(minutes__isnull=True) | Q(happened_on=day), person__in=people).order_by("-id")
    found = list(rows)
    running = next((each for each in found if each.minutes is None), None)
    return running, any(each.minutes is not None for each in found)


def hit(people: Collection[Person], day: date) -> QuerySet[Activity]:
    """What stands in these people's plan for a day on which they are called away, in the order of the clock."""
    return activities_on(day).filter(status="planned", people__in=people).distinct()


def lost_by_month(first: date, last: date) -> list[LostInMonth]:
    """The sums of the municipality, month by month and class by class; what still goes on is not in them."""
    rows = LostTime.current.filter(happened_on__range=(first, last), minutes__isnull=False)
    sums = (
        rows.annotate(month=TruncMonth("happened_on"))
        .values("month", "cause")
        .annotate(times=Count("id"), total=Sum("minutes"))
        .order_by("month", "cause")
    )
    return [LostInMonth(each["month"], each["cause"], each["times"], each["total"]) for each in sums]


def prevented_by_month(first: date, last: date) -> dict[date, int]:
    """Minutes of preventive work that were logged in each month, every person's time counted."""
    rows = Activity.current.filter(happened_on__range=(first, last), status="done", purpose="preventive")
    sums = (
        rows.annotate(month=TruncMonth("happened_on"), each=Count("takers_part"))
        .values_list("month", "minutes", "each")
        .order_by()
    )
    found: dict[date, int] = {}
    for month, minutes, people in sums:
        found[month] = found.get(month, 0) + minutes * people
    return found


def days_lost(first: date, last: date) -> list[date]:
    """The days on which somebody lost preventive time, each once and without saying who."""
    rows = LostTime.current.filter(happened_on__range=(first, last)).order_by("happened_on")
    return list(rows.values_list("happened_on", flat=True).distinct())
