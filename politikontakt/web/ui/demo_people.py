"""Who one can be in a demo: everybody who holds a role today and can sign in."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from politikontakt.modules.access.models import Municipality, User
from politikontakt.modules.access.queries import holdings_on
from politikontakt.modules.access.tenants import within


@dataclass(frozen=True)
class DemoPerson:
    """One of a demo's people: the user to sign in as, their name and role."""

    user: User
    name: str
    title: str


@dataclass(frozen=True)
class Demo:
    """A demo municipality and its people."""

    municipality: Municipality
    people: tuple[DemoPerson, ...]


def demo_people() -> list[Demo]:
    """Every demo municipality with those who hold a role on its day. Empty outside a demo installation."""
    if not settings.DEMO:
        return []
    return [Demo(each, _people(each)) for each in Municipality.objects.filter(demo=True)]


def _people(municipality: Municipality) -> tuple[DemoPerson, ...]:
    """One line for each person, under the first role they hold."""
    language = get_language() or "nb"
    with within(municipality):
        holdings = holdings_on(municipality.today(timezone.now())).select_related("person__user")
        found: dict[int, DemoPerson] = {}
        for holding in holdings:
            user = holding.person.user
            if user is not None:
                found.setdefault(user.pk, DemoPerson(user, holding.person.name, holding.role.title(language)))
        return tuple(found.values())
