"""What has been entered so far in a demo's municipality, found by the story's short names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from politikontakt.modules.access.models import Holding, Person, Role, User
from politikontakt.modules.audit.actors import SYSTEM, Actor
from politikontakt.modules.directory.models import Place


@dataclass
class Rows:
    """Rows by their refs; `held` are the story's holdings, to know in which role somebody wrote."""

    held: tuple[Mapping[str, Any], ...]
    people: dict[str, Person] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    holdings: dict[int, Holding] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def place(self, ref: str) -> Place | None:
        """The place of this ref; none for ""."""
        return self.places[ref] if ref else None

    def persons(self, refs: Iterable[str]) -> tuple[Person, ...]:
        """The people of these refs, in their order."""
        return tuple(self.people[ref] for ref in refs)

    def actor(self, player: str, on: date) -> Actor:
        """The player as the audit chain names them on a day; without a user the program itself."""
        user = self.users.get(player)
        if user is None:
            return SYSTEM
        roles = [each["post"] for each in self.held if each["player"] == player and _holds(each, on)]
        return Actor(user.pk, self.people[player].name, ", ".join(roles))


def _holds(held: Mapping[str, Any], on: date) -> bool:
    return bool(held["since"] <= on <= held.get("until", date.max))
