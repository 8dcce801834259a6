"""What one user is and may in one municipality on one day."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.contrib.auth.models import AnonymousUser

from politikontakt.modules.access.capabilities import SPEAK
from politikontakt.modules.access.models import Holding, Municipality, User
from politikontakt.modules.access.queries import holdings_of
from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.actors import Actor


@dataclass(frozen=True)
class Membership:
    """A user's standing in a municipality. Reads the roles when first asked, with one query, and never again."""

    user: User | AnonymousUser
    municipality: Municipality | None
    day: date

    @cached_property
    def holdings(self) -> tuple[Holding, ...]:
        """The roles held on the day, acting and as deputy too."""
        if self.municipality is None or not isinstance(self.user, User) or not self.user.is_active:
            return ()
        with within(self.municipality):
            return tuple(holdings_of(self.user, on=self.day))

    @cached_property
    def capabilities(self) -> frozenset[str]:
        """All that any of the roles allows (`access.capabilities`)."""
        return frozenset(may for holding in self.holdings for may in holding.role.may)

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The agreement's parties this user belongs to, by id."""
        return tuple(dict.fromkeys(holding.role.party for holding in self.holdings if holding.role.party))

    @cached_property
    def speaks_for(self) -> tuple[str, ...]:
        """Of those the ones this user may speak for: a role of that very party must say so."""
        return tuple(party for party in self.parties if SPEAK in self.capabilities_within(party))

    def capabilities_within(self, party: str) -> frozenset[str]:
        """What the roles held in one party allow."""
        return frozenset(may for holding in self.holdings if holding.role.party == party for may in holding.role.may)

    @cached_property
    def actor(self) -> Actor:
        """The user as the audit chain names them."""
        if not isinstance(self.user, User):
            raise PermissionError("nobody is signed in")
        roles = ", ".join(dict.fromkeys(holding.role.ref for holding in self.holdings))
        names = [holding.person.name for holding in self.holdings]
        return Actor(self.user.pk, names[0] if names else str(self.user), roles)
