"""Reading the directory."""

from datetime import date
from typing import cast

from django.db.models import DateField, Q, QuerySet

from politikontakt.modules.audit.prepared import Given, Prepared
from politikontakt.modules.directory.models import Absence, ClosedDays, ContactCard, Partner, Place


def places(*, kind: str | None = None) -> QuerySet[Place]:
    """The municipality's places in the order of the register, all or of one kind."""
    rows: QuerySet[Place] = Place.current.order_by("position", "id")
    return rows.filter(kind=kind) if kind else rows


def places_open_on(day: date | Given) -> QuerySet[Place]:
    """Places where something can be logged on a day."""
    opened = Q(opened_on__isnull=True) | Q(opened_on__lte=day)
    return places().filter(opened & (Q(closed_on__isnull=True) | Q(closed_on__gte=day)))


NAMES_OF_PLACES = Prepared(lambda: places_open_on(Given("day", DateField())).values_list("ref", "name"))


def names_of_places(day: date) -> list[tuple[str, str]]:
    """The id and the name of each place where something can be logged on a day, in the order of the register."""
    return cast("list[tuple[str, str]]", NAMES_OF_PLACES(day=day))


def partners() -> QuerySet[Partner]:
    """The municipality's partners, by name."""
    rows: QuerySet[Partner] = Partner.current.order_by("name", "id")
    return rows


def closed_days(*, since: date | None = None) -> QuerySet[ClosedDays]:
    """Days when schools are closed, from a day on or all, by date."""
    rows: QuerySet[ClosedDays] = ClosedDays.current.select_related("place").order_by("first", "position")
    return rows.filter(last__gte=since) if since else rows


def absences(*, since: date | None = None) -> QuerySet[Absence]:
    """When contacts are not available, from a day on or all, by date."""
    rows: QuerySet[Absence] = Absence.current.select_related("person").order_by("first", "position")
    return rows.filter(last__gte=since) if since else rows


def contact_card() -> ContactCard | None:
    """The public contact card that holds, or None where nobody has written one."""
    card: ContactCard | None = ContactCard.current.order_by("-id").first()
    return card
