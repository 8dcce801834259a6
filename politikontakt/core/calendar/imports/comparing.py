"""What a school's new calendar would change in what is stored: only inside the days it speaks of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from politikontakt.core.calendar.imports.stretches import Stretch, days_of, stretches, working_days_of
from politikontakt.core.calendar.ranges import DayRange


@dataclass(frozen=True, slots=True)
class Held:
    """A stretch that is stored, under its number there."""

    number: int
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Changes:
    """New, changed (old and new), removed and unchanged stretches.

    `still_closed` are school days of the file that stay closed, since they are stored for every school.
    """

    added: tuple[Stretch, ...] = ()
    changed: tuple[tuple[Held, Stretch], ...] = ()
    removed: tuple[Held, ...] = ()
    unchanged: tuple[Held, ...] = ()
    still_closed: tuple[Stretch, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether all stays as it is."""
        return not (self.added or self.changed or self.removed)


def compare(closed: Mapping[date, str], span: DayRange, own: Sequence[Held], common: Sequence[Held] = ()) -> Changes:
    """Compare a calendar with a school's own stretches, and with those stored for every school (`common`).

    Days outside `span` stay as they are, also those of a stretch that reaches into it. Days that every
    school is closed are not stored once more. A stretch that meets a stored one changes it.
    """
    touched = [each for each in own if each.stretch.days.cut(span) and any(working_days_of(each.stretch.days))]
    for_all = days_of([each.stretch for each in common])
    inside = {day: reason for day, reason in closed.items() if day in span and day not in for_all}
    outside = {day: why for day, why in days_of([each.stretch for each in touched]).items() if day not in span}
    wanted, unchanged, left = _same(list(stretches({**outside, **inside})), touched)
    changed: list[tuple[Held, Stretch]] = []
    added: list[Stretch] = []
    for stretch in wanted:
        met = next((each for each in left if each.stretch.days.cut(stretch.days)), None)
        if met is None:
            added.append(stretch)
        else:
            left.remove(met)
            changed.append((met, stretch))
    open_days = {day: why for day, why in for_all.items() if day in span and day not in closed}
    return Changes(tuple(added), tuple(changed), tuple(left), tuple(unchanged), stretches(open_days))


def _same(wanted: list[Stretch], held: Sequence[Held]) -> tuple[list[Stretch], list[Held], list[Held]]:
    """What is not stored yet, what is stored just so, and what is stored otherwise."""
    unchanged: list[Held] = []
    left: list[Held] = []
    for each in held:
        same = next((stretch for stretch in wanted if _says_the_same(stretch, each.stretch)), None)
        if same is None:
            left.append(each)
        else:
            wanted.remove(same)
            unchanged.append(each)
    return wanted, unchanged, left


def _says_the_same(new: Stretch, old: Stretch) -> bool:
    """The same working days, and no other reason. A new calendar without reasons takes none away."""
    days = list(working_days_of(old.days))
    return (days[0], days[-1]) == (new.days.first, new.days.last) and new.reason in ("", old.reason)
