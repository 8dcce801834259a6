"""Building the demo's municipalities: once, whole, through the services."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from django.db import transaction

from politikontakt.config.demo.days import TODAY
from politikontakt.config.demo.diary import Diary
from politikontakt.config.demo.lost import enter_lost_time
from politikontakt.config.demo.routine import routine
from politikontakt.config.demo.rows import Rows
from politikontakt.config.demo.speech import enter_agreement, enter_planning, enter_statements
from politikontakt.config.demo.stage import enter_directory, enter_people
from politikontakt.config.demo.work import enter_activities, enter_events, enter_meetings, enter_requests
from politikontakt.modules.access.models import Municipality
from politikontakt.modules.access.services import open_municipality, set_demo_day
from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.outbox.services import discard_waiting

STORIES = ("malvik", "fjordheim")

Told = Mapping[str, Any]


def build_demo() -> list[Municipality]:
    """The demo's municipalities; those that are not there yet are built, each in one transaction."""
    return [Municipality.objects.filter(slug=name, demo=True).first() or build(story(name)) for name in STORIES]


def story(name: str) -> dict[str, Any]:
    """A story's file."""
    return tomllib.loads(files(__package__).joinpath("stories", f"{name}.toml").read_text(encoding="utf-8"))


@transaction.atomic
def build(told: Told) -> Municipality:
    """Open a story's municipality, play its diary, and set its day."""
    diary = Diary(told["municipality"]["slug"])
    municipality = open_municipality(key=diary.key("municipality"), demo=True, by=SYSTEM, **told["municipality"])
    enter(told, diary)
    with within(municipality):
        diary.play()
        discard_waiting()
        return set_demo_day(key=diary.key("day"), day=TODAY, by=SYSTEM)


def enter(told: Told, diary: Diary) -> None:
    """Enter all of a story in the diary."""
    rows, first = Rows(tuple(told["held"])), told["first"]
    enter_agreement(told, diary, first=first)
    enter_people(told, diary, rows, first=first)
    enter_directory(told, diary, rows, first=first)
    enter_activities(activities(told), diary, rows)
    enter_meetings(told.get("meeting", ()), diary, rows)
    enter_events(told.get("event", ()), diary)
    enter_requests(told.get("request", ()), diary)
    enter_lost_time(told.get("lost", ()), diary, rows)
    enter_statements(told, diary, rows)
    enter_planning(told, diary)


def activities(told: Told) -> Iterator[Told]:
    """All activities of a story: those it tells one by one, and the routine in between."""
    for visit in told.get("visit", ()):
        yield {"kind": "school_visit", "purpose": "preventive", "audience": ["pupils"], **visit}
    yield from told.get("activity", ())
    if "stretch" in told:
        yield from routine(told, until=TODAY)
