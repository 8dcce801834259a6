"""What the preview shows: which school each calendar is of, which events are meant, what would change."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from politikontakt.core.calendar.imports.ical import AllDayEvent
from politikontakt.core.calendar.imports.matching import match
from politikontakt.core.calendar.imports.stretches import SchoolCalendar
from politikontakt.modules.directory.models import Place
from politikontakt.modules.directory.queries import places
from politikontakt.modules.directory.school_calendars import ForSchool, Preview, fingerprint, preview
from politikontakt.web.desk.calendars.reading import Reading

EVERY = "*"
"""The choice that means every school."""


@dataclass(frozen=True, slots=True)
class Row:
    """One calendar: its name in the file, the school chosen ("" none), whether its name said so, what would change."""

    number: int
    name: str
    choice: str
    sure: bool
    found: Preview | None


@dataclass(frozen=True, slots=True)
class Look:
    """The whole preview. `twice` are schools that two calendars were given to."""

    reading: Reading
    rows: Sequence[Row]
    events: Sequence[tuple[int, AllDayEvent, bool]]
    twice: Sequence[str]

    @property
    def previews(self) -> Sequence[Preview]:
        """What would change, of the calendars a school is chosen for."""
        return [row.found for row in self.rows if row.found]

    @property
    def seen(self) -> str:
        """The fingerprint of what is shown."""
        return fingerprint(self.previews)

    @property
    def schools(self) -> Sequence[ForSchool]:
        """What would be stored."""
        return [each.school for each in self.previews]

    @property
    def new_reasons(self) -> Sequence[str]:
        """Why days are without school, of what would be new in the record."""
        added = (new for each in self.previews for new in each.changes.added)
        changed = (new for each in self.previews for _old, new in each.changes.changed)
        return list(dict.fromkeys(new.reason for new in (*added, *changed) if new.reason))

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to say yes to."""
        return any(not each.changes.nothing for each in self.previews)


def look(reading: Reading, schools: Sequence[Place], said: QueryDict | None) -> Look:
    """The preview of a reading, with the choices of a form or, without one, the likely ones."""
    chosen = reading.likely if said is None else _numbers(said.getlist("event"), len(reading.events))
    calendars = reading.chosen(chosen)
    choices = [_choice(number, each, schools, said) for number, each in enumerate(calendars)]
    twice = [ref for ref, times in Counter(ref for ref, _ in choices if ref).items() if times > 1]
    wanted = [
        (number, ForSchool(place, calendars[number]))
        for number, (ref, _) in enumerate(choices)
        if ref and not twice
        for place in [_place(ref, schools)]
    ]
    found: Mapping[int, Preview] = dict(
        zip((number for number, _ in wanted), preview([school for _, school in wanted]), strict=True)
    )
    names = {each.ref: each.name for each in schools}
    return Look(
        reading=reading,
        rows=[Row(number, each.name, *choices[number], found.get(number)) for number, each in enumerate(calendars)],
        events=[(number, each, number in chosen) for number, each in enumerate(reading.events)],
        twice=[names.get(ref, "") for ref in twice],
    )


def schools() -> list[Place]:
    """The municipality's schools."""
    return list(places(kind="school"))


def _choice(
    number: int, calendar: SchoolCalendar, schools: Sequence[Place], said: QueryDict | None
) -> tuple[str, bool]:
    """The school of a calendar, by short name, EVERY or "", and whether it is sure."""
    known = {each.ref: each.name for each in schools}
    found = match(calendar.name, known)
    if said is None:
        return (EVERY, True) if calendar.name == EVERY else (found.ref or "", found.sure)
    choice = said.get(f"school_{number}", "")
    choice = choice if choice == EVERY or choice in known else ""
    return choice, found.sure and found.ref == choice


def _place(ref: str, schools: Sequence[Place]) -> Place | None:
    return next((each for each in schools if each.ref == ref), None)


def _numbers(said: Sequence[str], most: int) -> list[int]:
    found = {int(each) for each in said if each.isascii() and each.isdigit() and len(each) < len("100000")}
    return sorted(each for each in found if each < most)
