"""Setting the stage: people and their roles, places, partners, closed days, the public card."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from politikontakt.config.demo.diary import Diary
from politikontakt.config.demo.rows import Rows
from politikontakt.core.calendar.imports.stretches import SchoolCalendar
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.access.models import User
from politikontakt.modules.access.services import add_person, add_role, end_role, give_role
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.directory.school_calendars import (
    TABLE,
    ForSchool,
    fingerprint,
    preview,
    store_school_calendars,
)
from politikontakt.modules.directory.services import (
    PartnerFields,
    PlaceFields,
    add_partner,
    add_place,
    note_absence,
    set_contact_card,
)

Told = Mapping[str, Any]
"""One table of a story's file."""


def enter_people(story: Told, diary: Diary, rows: Rows, *, first: date) -> None:
    """Posts and players on the diary's first day; holdings when they begin, and their end when it comes."""
    for post in story["post"]:
        diary.note(first, f"post {post['ref']}", partial(_post, rows, post))
    for player in story["player"]:
        diary.note(first, f"player {player['ref']}", partial(_player, rows, player))
    for number, held in enumerate(story["held"]):
        diary.note(max(first, held["since"]), f"held {number}", partial(_held, rows, number, held), at="08:01")
        if "until" in held:
            diary.note(held["until"], f"ended {number}", partial(_ended, rows, number, held), at="15:45")


def enter_directory(story: Told, diary: Diary, rows: Rows, *, first: date) -> None:
    """Places and partners at the start; closed days, absences and the public card when they became known."""
    for place in story["place"]:
        diary.note(first, f"place {place['ref']}", partial(_place, rows, place))
    for partner in story.get("partner", ()):
        diary.note(first, f"partner {partner['ref']}", partial(_partner, partner))
    for known, closed in calendars(story.get("closed", ())).items():
        day = max(first, known)
        diary.note(day, f"closed {known}", partial(_calendar, closed), at="08:02")
    for number, absence in enumerate(story.get("absence", ())):
        diary.note(absence["known"], f"absence {number}", partial(_absence, rows, absence), at="09:00")
    for number, card in enumerate(story.get("card", ())):
        diary.note(max(first, card["known"]), f"card {number}", partial(_card, card), at="08:03")


def _post(rows: Rows, post: Told, key: UUID) -> None:
    rows.roles[post["ref"]] = add_role(key=key, by=SYSTEM, **post)


def _player(rows: Rows, player: Told, key: UUID) -> None:
    ref, name, email = player["ref"], player["name"], player.get("email")
    if email:
        rows.users[ref] = User.objects.filter(email=email).first() or User.objects.create_user(email, name)
    rows.people[ref] = add_person(key=key, ref=ref, name=name, by=SYSTEM, user=rows.users.get(ref))


def _held(rows: Rows, number: int, held: Told, key: UUID) -> None:
    role, person = rows.roles[held["post"]], rows.people[held["player"]]
    acting, deputy = held.get("acting", False), held.get("deputy", False)
    rows.holdings[number] = give_role(
        key=key, role=role, person=person, since=held["since"], acting=acting, deputy=deputy, by=SYSTEM
    )


def _ended(rows: Rows, number: int, held: Told, key: UUID) -> None:
    end_role(key=key, holding=rows.holdings[number], until=held["until"], by=SYSTEM)


def _place(rows: Rows, place: Told, key: UUID) -> None:
    first, last = place.get("stages", (None, None))
    said = {name: value for name, value in place.items() if name not in ("ref", "stages")}
    fields = PlaceFields(**said, stage_from=first, stage_to=last)
    rows.places[place["ref"]] = add_place(key=key, ref=place["ref"], fields=fields, by=SYSTEM)


def _partner(partner: Told, key: UUID) -> None:
    fields = PartnerFields(**{name: value for name, value in partner.items() if name != "ref"})
    add_partner(key=key, ref=partner["ref"], fields=fields, by=SYSTEM)


def calendars(closed: Sequence[Told]) -> Mapping[date, Sequence[Told]]:
    """The breaks by the day on which they became known: each day is one calendar that was read in."""
    found: dict[date, list[Told]] = {}
    for each in closed:
        found.setdefault(each.get("known", date.min), []).append(each)
    return found


def _calendar(closed: Sequence[Told], key: UUID) -> None:
    """A calendar of every school, from its first break to its last, as if its table had been read in."""
    days = {day: each["reason"] for each in closed for day in DayRange(each["first"], each["last"])}
    span = DayRange(min(days), max(days))
    schools = [ForSchool(None, SchoolCalendar("", span, days))]
    file = f"skolerute-{span.first.year}-{span.last.year}.csv"
    expected = fingerprint(preview(schools))
    store_school_calendars(key=key, schools=schools, source=TABLE, file=file, expected=expected, by=SYSTEM)


def _absence(rows: Rows, absence: Told, key: UUID) -> None:
    person, kind = rows.people[absence["player"]], absence["kind"]
    note_absence(key=key, person=person, first=absence["first"], last=absence["last"], kind=kind, by=SYSTEM)


def _card(card: Told, key: UUID) -> None:
    said = {name: value for name, value in card.items() if name != "known"}
    set_contact_card(key=key, by=SYSTEM, **said)
