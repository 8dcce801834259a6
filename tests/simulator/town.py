"""The municipality that every run starts from: built once through the services, and brought back before each."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from uuid import UUID

from politikontakt.modules.access import services as access
from politikontakt.modules.access.membership import Membership
from politikontakt.modules.access.models import Municipality, Person, Role, User
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.entries import ActivityEntry
from politikontakt.modules.activities.services import log_activity
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.clock import at
from politikontakt.modules.audit.models import Head
from politikontakt.modules.directory.services import PlaceFields, add_place
from tests.simulator.database import Database

SLUG = "simulert"
PLACES = ("hommelvik-us", "vikhammer-us")
CONTACTS = ("berit", "ola")
STARTS = tuple(
    datetime.fromisoformat(each).replace(tzinfo=UTC)
    for each in ("2018-03-15T09:00", "2018-03-24T20:30", "2018-10-27T20:30", "2018-12-31T21:30")
)
"""An ordinary day; the evenings before the clocks go forward and back; the evening before a new year."""
OPENED = datetime(2018, 1, 2, 8, tzinfo=UTC)
TODAY = date(2018, 1, 2)


@dataclass(frozen=True)
class Town:
    """What was there before any phone began: users by person, planned visits by key, the chain so far."""

    database: Database
    municipality: Municipality
    users: dict[str, User]
    planned: dict[str, dict[str, object]]
    writes: int
    hash: str
    _members: dict[tuple[str, date], Membership] = field(default_factory=dict)
    """Nothing changes roles in any run, so they are read once for each user and day."""

    def member(self, who: str, day: date) -> Membership:
        """A user's standing on a day."""
        if (who, day) not in self._members:
            self._members[who, day] = Membership(self.user(who), self.municipality, day)
        return self._members[who, day]

    def user(self, who: str) -> User:
        """The user of a number as phones have it."""
        return next(each for each in self.users.values() if str(each.pk) == who)


def build(database: Database) -> Town:
    """Build it in the database, which is open, and let that keep it."""
    with at(OPENED):
        municipality = access.open_municipality(key=UUID(int=1), slug=SLUG, number="5031", name="Simulert", by=SYSTEM)
        with within(municipality):
            town = _settled(database, municipality)
    database.keep()
    return town


def _settled(database: Database, municipality: Municipality) -> Town:
    for number, ref in enumerate(PLACES, 2):
        fields = PlaceFields(name=ref, kind="school", stage_from=8, stage_to=10)
        add_place(key=UUID(int=number), ref=ref, fields=fields, by=SYSTEM)
    access.add_role(key=UUID(int=10), ref="police_contact", titles={"nb": "politikontakt"}, side="police", by=SYSTEM)
    users = {ref: _contact(ref, UUID(int=20 + 2 * number)) for number, ref in enumerate(CONTACTS)}
    planned = dict(_planned(UUID(int=100 + number), start) for number, start in enumerate(STARTS))
    head = Head.objects.get()
    return Town(database, municipality, users, planned, head.number, head.hash)


def _contact(ref: str, key: UUID) -> User:
    user = User.objects.create_user(f"{ref}@simulert.example", ref.title())
    person = access.add_person(key=key, ref=ref, name=ref.title(), by=SYSTEM, user=user)
    role = Role.objects.get(ref="police_contact")
    access.give_role(key=UUID(int=key.int + 1), role=role, person=person, since=date(2016, 10, 1), by=SYSTEM)
    return user


def _planned(key: UUID, start: datetime) -> tuple[str, dict[str, object]]:
    """A visit planned for a day on which runs start."""
    from politikontakt.modules.directory.models import Place

    place, people = Place.objects.get(ref=PLACES[0]), [Person.objects.get(ref=CONTACTS[0])]
    day = start.date()
    entry = ActivityEntry(
        kind="school_visit",
        status="planned",
        happened_on=day,
        starts_at=time(10),
        minutes=60,
        place=place,
        people=people,
    )
    log_activity(key=key, entry=entry, by=SYSTEM, today=TODAY)
    content = {"kind": "school_visit", "status": "planned", "happened_on": day.isoformat(), "starts_at": "10:00"}
    return str(key), {**content, "minutes": 60, "place": PLACES[0], "people": [CONTACTS[0]]}
