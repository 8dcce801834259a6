"""Setting the stage: people and their roles, places, partners, closed days, the public card."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from politikontakt.config.demo.diary import Diary
from politikontakt.config.demo.rows import Rows
from politikontakt.modules.access.models import User
from politikontakt.modules.access.services import add_person, add_role
from politikontakt.modules.audit.actors import SYSTEM

Row = Mapping[str, Any]


def enter_people(story: Row, diary: Diary, rows: Rows, *, first: date) -> None:
    """Posts and players on the diary's first day, holdings as they begin and end."""
    for post in story["post"]:
        diary.note(first, f"post {post['ref']}", _role(post, rows))
    for player in story["player"]:
        diary.note(first, f"player {player['ref']}", _person(player, rows))
    for number, held in enumerate(story["held"]):
        diary.note(max(first, held["since"]), f"held {number}", _holding(number, held, rows), at="08:01")
        if "until" in held:
            diary.note(max(first, held["until"]), f"ended {number}", _ending(number, held, rows), at="07:00")


def enter_directory(story: Row, diary: Diary, rows: Rows, *, first: date) -> None:
    """Places, partners and closed days at the start; absences and the card on the day they became known."""
    for place in story["place"]:
        diary.note(first, f"place {place['ref']}", _place(place, rows))
    for partner in story.get("partner", ()):
        diary.note(first, f"partner {partner['ref']}", _partner(partner))
    for number, closed in enumerate(story.get("closed", ())):
        known = max(first, closed.get("known", first))
        diary.note(known, f"closed {number}", _closed(closed, rows), at="08:02")
    for number, absence in enumerate(story.get("absence", ())):
        diary.note(absence["known"], f"absence {number}", _absence(absence, rows), at="09:00")
    for number, card in enumerate(story.get("card", ())):
        diary.note(max(first, card["known"]), f"card {number}", _card(card), at="08:03")


def _role(post: Row, rows: Rows):  # type: ignore[no-untyped-def]
    def write(key: UUID) -> None:
        rows.roles[post["ref"]] = add_role(
            key=key, ref=post["ref"], titles=post["titles"], side=post["side"], party=post["party"], by=SYSTEM
        )

    return write


def _person(player: Row, rows: Rows):  # type: ignore[no-untyped-def]
    def write(key: UUID) -> None:
        ref, name, email = player["ref"], player["name"], player.get("email")
        if email:
            rows.users[ref] = User.objects.filter(email=email).first() or User.objects.create_user(email, name)
        rows.people[ref] = add_person(key=key, ref=ref, name=name, by=SYSTEM, user=rows.users.get(ref))

    return write
