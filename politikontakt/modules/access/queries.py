"""Reading who is who: tenants, role holders, a user's own roles."""

from datetime import date

from django.db.models import Q, QuerySet
from django_scopes import scopes_disabled

from politikontakt.modules.access.models import Holding, Municipality, Person, Role, User
from politikontakt.modules.audit.models import Head

ADDRESSED = (
    f"SELECT m.*, h.hash AS state_now FROM {Municipality._meta.db_table} m "  # noqa: S608 – our own tables' names
    f"LEFT JOIN {Head._meta.db_table} h ON h.municipality_id = m.id WHERE m.slug = %s"
)
"""Asked at every page of a municipality: written out, for making it anew each time cost more than the page."""


def municipality_at(slug: str) -> Municipality | None:
    """The municipality whose address this is, with the state of its record, or None."""
    with scopes_disabled():
        municipality = next(iter(Municipality.objects.raw(ADDRESSED, [slug])), None)
    if municipality:
        municipality.known_state = vars(municipality)["state_now"]
    return municipality


def municipalities_of(user: User) -> list[Municipality]:
    """Where this user holds or held any role, by name."""
    with scopes_disabled():
        people = Person.current.filter(user=user)
        return list(Municipality.objects.filter(pk__in=people.values("municipality_id")))


def held_on(day: date) -> Q:
    """Holdings that hold on a day, both ends included."""
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))


def holders(role: str, *, on: date) -> QuerySet[Holding]:
    """Who holds a role on a day, acting holders too, deputies not."""
    return _with_people().filter(held_on(on), role__ref=role, deputy=False)


def holdings_of(user: User, *, on: date) -> QuerySet[Holding]:
    """The roles a user may act in on a day, as deputy too, the first held first."""
    return _with_people().filter(held_on(on), person__user=user, person__holds=True)


def holdings_on(day: date) -> QuerySet[Holding]:
    """Everybody in a role on a day, by role and then by date."""
    return _with_people().filter(held_on(day)).order_by("role__position", "since", "id")


def holdings_through_time() -> QuerySet[Holding]:
    """Every holding there has been, by role and then by date."""
    return _with_people().order_by("role__position", "since", "id")


def roles() -> QuerySet[Role]:
    """The municipality's roles, in the order of its register."""
    return Role.current.order_by("position", "id")


def people() -> QuerySet[Person]:
    """The people in roles, in the order of the register."""
    return Person.current.order_by("position", "id")


def _with_people() -> QuerySet[Holding]:
    rows: QuerySet[Holding] = Holding.current.select_related("role", "person").order_by("since", "id")
    return rows
