"""Reading what was logged and planned."""

from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet

from politikontakt.modules.activities.models import Activity, ActivityPerson, Event, Meeting, MeetingPerson, Request

BY_THE_CLOCK = F("starts_at").asc(nulls_first=True)
AGAINST_THE_CLOCK = F("starts_at").desc(nulls_last=True)
"""What has no time of day stands as if it were the day's first: databases differ where nobody says."""


def activities(*, first: date | None = None, last: date | None = None) -> QuerySet[Activity]:
    """Activities that hold, the newest day first, with place and people: two queries however many."""
    rows: QuerySet[Activity] = Activity.current.select_related("place", "recorded_by")
    rows = rows.filter(happened_on__gte=first) if first else rows
    rows = rows.filter(happened_on__lte=last) if last else rows
    people = Prefetch("takers_part", ActivityPerson.objects.select_related("person"))
    return rows.prefetch_related(people).order_by("-happened_on", AGAINST_THE_CLOCK, "-id")


def activities_on(day: date) -> QuerySet[Activity]:
    """A day's work in the order of the clock."""
    return activities(first=day, last=day).order_by(BY_THE_CLOCK, "id")


def activities_by_ref(refs: tuple[str, ...]) -> dict[str, Activity]:
    """The activities that a verdict counted or left out, by ref."""
    return {activity.ref: activity for activity in activities().filter(ref__in=refs)}


def meetings(*, first: date | None = None, last: date | None = None) -> QuerySet[Meeting]:
    """Meetings that hold, the newest day first, with those present."""
    rows: QuerySet[Meeting] = Meeting.current.select_related("place")
    rows = rows.filter(happened_on__gte=first) if first else rows
    rows = rows.filter(happened_on__lte=last) if last else rows
    people = Prefetch("takers_part", MeetingPerson.objects.select_related("person"))
    return rows.prefetch_related(people).order_by("-happened_on", "-id")


def events(*, last: date | None = None) -> QuerySet[Event]:
    """Milestones up to a day or all, the newest first."""
    rows: QuerySet[Event] = Event.current.order_by("-happened_on", "-id")
    return rows.filter(happened_on__lte=last) if last else rows


def open_requests(on: date) -> QuerySet[Request]:
    """Requests that had come by the end of a day and had no answer then, the oldest first."""
    waiting = Q(answered_on__isnull=True) | Q(answered_on__gt=on)
    rows: QuerySet[Request] = Request.current.filter(waiting, received_on__lte=on).order_by("received_on", "id")
    return rows


def kinds_in_use() -> list[str]:
    """The kinds of activities that have been logged, by code."""
    return list(Activity.current.order_by("kind").values_list("kind", flat=True).distinct())


def earlier_versions(activity: Activity) -> list[Activity]:
    """What the activity replaced, step by step backwards."""
    rows: list[Activity] = []
    row = activity
    while row.replaces_id is not None:
        row = Activity.objects.get(pk=row.replaces_id)
        rows.append(row)
    return rows
