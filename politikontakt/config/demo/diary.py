"""The diary: everything the demo's people wrote down, played through the services in the order in which they did."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from operator import attrgetter
from uuid import UUID, uuid5

from politikontakt.config.demo.days import clock_time, instant
from politikontakt.modules.audit import clock

_NAMESPACE = UUID("5b9e2c1a-6f0d-4d57-9a36-1c9a52b8f1e4")

Write = Callable[[UUID], object]
"""A call of one service with the key it is given."""


@dataclass(frozen=True, slots=True)
class _Moment:
    at: datetime
    name: str
    write: Write


@dataclass
class Diary:
    """Writes of one municipality. Each has a name, from which its key is made: the same at every building."""

    slug: str
    _moments: list[_Moment] = field(default_factory=list)

    def note(self, on: date, name: str, write: Write, *, at: time | str = "08:00") -> None:
        """Enter that `write` was done on a day. Of several at one time the first entered comes first."""
        when = clock_time(at) if isinstance(at, str) else at
        self._moments.append(_Moment(instant(on, when), name, write))

    def play(self) -> None:
        """Do all the writes, each as if at its own instant."""
        for moment in sorted(self._moments, key=attrgetter("at")):
            with clock.at(moment.at):
                moment.write(self.key(moment.name))

    def key(self, name: str) -> UUID:
        """The key of the write of this name."""
        return uuid5(_NAMESPACE, f"{self.slug}:{name}")
