"""Real rows for tests, made through the services. Each call makes new ones unless it says otherwise."""

from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

from politikontakt.modules.access import services as access
from politikontakt.modules.access.models import Municipality, Person, Role, User
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.entries import ActivityEntry, MeetingEntry
from politikontakt.modules.activities.models import Activity, Meeting
from politikontakt.modules.activities.services import log_activity, log_meeting
from politikontakt.modules.agreements.services import store_agreement
from politikontakt.modules.audit.actors import SYSTEM, Actor
from politikontakt.modules.directory.models import Place
from politikontakt.modules.directory.services import PlaceFields, add_place

TODAY = date(2018, 3, 15)
"""Thursday. The tests' own today."""

AGREEMENT = b"""
format = 1
id = "malvik-test"
title = { nb = "Avtale om politikontakt" }
municipality = "1663"
signed_on = 2016-10-03
effective_from = 2016-10-01
expires_on = 2019-09-30

[[party]]
id = "kommune"
name = "Malvik kommune"
kind = "municipality"

[[party]]
id = "distrikt"
name = "Tr\xc3\xb8ndelag politidistrikt"
kind = "police_district"

[[role]]
id = "police_contact"
title = { nb = "politikontakt" }
party = "distrikt"

[[role]]
id = "council_secretary"
title = { nb = "sekret\xc3\xa6r for politir\xc3\xa5det" }
party = "kommune"

[[role]]
id = "municipal_director"
title = { nb = "kommunedirekt\xc3\xb8r" }
party = "kommune"

[[clause]]
ref = "P12"
section = "Politikontaktene"
title = { nb = "Bes\xc3\xb8k ved skolene" }
text = { nb = "Minst \xc3\xa5tte bes\xc3\xb8k i \xc3\xa5ret ved hver ungdomsskole." }

  [[clause.commitment]]
  id = "P12b"
  title = { nb = "\xc3\x85tte bes\xc3\xb8k i \xc3\xa5ret" }
  owed_by = ["distrikt"]
  owed_to = ["kommune"]
  rule = "count"
  activity = ["school_visit"]
  by_role = "police_contact"
  at_least = 8
  per = "school_year"
  for_each = { place = "school", teaches_stage = 8 }

[[clause]]
ref = "M3"
section = "Samarbeid"
title = { nb = "Politir\xc3\xa5d hvert kvartal" }
text = { nb = "Politir\xc3\xa5det m\xc3\xb8tes hvert kvartal." }

  [[clause.commitment]]
  id = "M3"
  title = { nb = "Ett m\xc3\xb8te i kvartalet" }
  owed_by = ["kommune", "distrikt"]
  owed_to = ["kommune", "distrikt"]
  rule = "meeting"
  meeting = "council"
  per = "calendar_quarter"
  present = { police_contact = 1 }

[[clause]]
ref = "G5"
section = "Samarbeid"
title = { nb = "Tett samarbeid" }
text = { nb = "Partene samarbeider tett." }
"""

ROLES = {
    "police_contact": ("police", "distrikt"),
    "council_secretary": ("municipality", "kommune"),
    "municipal_director": ("municipality", "kommune"),
}


def key() -> UUID:
    """A fresh key, as a form has one."""
    return uuid4()


def malvik() -> Municipality:
    """Malvik with its agreement, two lower-secondary schools, and five people in roles."""
    municipality = _municipality("malvik", "5031", "Malvik")
    with within(municipality):
        store_agreement(key=key(), source=AGREEMENT, why="Signert", by=SYSTEM)
        school("hommelvik-us", "Hommelvik ungdomsskole")
        school("vikhammer-us", "Vikhammer ungdomsskole")
        _roles()
        holder("berit", "Berit Haugen", "police_contact", email="berit@politi.example")
        holder("ola", "Ola Sund", "police_contact")
        holder("siri", "Siri Vold", "council_secretary", email="siri@malvik.example")
        holder("kari", "Kari Moen", "municipal_director", email="kari@malvik.example")
    return municipality


def stjordal() -> Municipality:
    """Stjørdal, whose school bears the same id as one of Malvik's."""
    municipality = _municipality("stjordal", "5035", "Stjørdal")
    with within(municipality):
        school("hommelvik-us", "Halsen ungdomsskole")
        _roles()
        holder("arne", "Arne Lund", "police_contact", email="arne@politi.example")
    return municipality


def _municipality(slug: str, number: str, name: str) -> Municipality:
    return access.open_municipality(key=key(), slug=slug, number=number, name=name, by=SYSTEM)


def _roles() -> None:
    for ref, (side, party) in ROLES.items():
        access.add_role(key=key(), ref=ref, titles={"nb": ref}, side=side, party=party, by=SYSTEM)


def school(ref: str, name: str, **fields: Any) -> Place:
    """A lower-secondary school."""
    stages = {"stage_from": 8, "stage_to": 10, **fields}
    return add_place(key=key(), ref=ref, fields=PlaceFields(name=name, kind="school", **stages), by=SYSTEM)


def holder(ref: str, name: str, role: str, *, since: date = date(2016, 10, 1), email: str = "") -> Person:
    """A person in a role from a day on, who can sign in where an e-mail address is given."""
    user = User.objects.create_user(email, name) if email else None
    person = access.add_person(key=key(), ref=ref, name=name, by=SYSTEM, user=user)
    access.give_role(key=key(), role=Role.objects.get(ref=role), person=person, since=since, by=SYSTEM)
    return person


def person(ref: str) -> Person:
    """One of the people of the open municipality."""
    found: Person = Person.objects.get(ref=ref)
    return found


def place(ref: str) -> Place:
    """One of the places of the open municipality."""
    found: Place = Place.objects.get(ref=ref)
    return found


def actor(ref: str) -> Actor:
    """A person as the one who writes."""
    found = person(ref)
    return Actor(found.user_id, found.name, "police_contact")


def visit(day: date, at: str = "hommelvik-us", by: str = "berit", **entry: Any) -> Activity:
    """A school visit that was made, as its contact logs it."""
    fields = {"kind": "school_visit", "minutes": 60, "purpose": "preventive", "starts_at": time(10), **entry}
    reported = ActivityEntry(happened_on=day, place=place(at), people=[person(by)], **fields)
    return log_activity(key=key(), entry=reported, by=actor(by), today=max(day, TODAY))


def council(day: date, *present: str, **entry: Any) -> Meeting:
    """A meeting of the police council that was held."""
    people = [person(ref) for ref in present]
    held = MeetingEntry(kind="council", happened_on=day, people=people, **entry)
    return log_meeting(key=key(), entry=held, by=SYSTEM, today=max(day, TODAY))
