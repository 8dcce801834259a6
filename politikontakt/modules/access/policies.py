"""Who may do what, as rules over a `Membership`: `rules.test_rule("activities.log", request.member)`.

Each module names its own rules in its `policies.py`, from `may` and `allow` here.
"""

from typing import Any

import rules

from politikontakt.modules.access.capabilities import BINDING, REGISTER, SEE
from politikontakt.modules.access.membership import Membership
from politikontakt.modules.access.models import Role

RULES: Any = rules
"""The library, which has no types."""
Predicate = Any


def may(capability: str) -> Predicate:
    """Holds for members whose roles give a capability on the day."""

    def holds(member: Membership) -> bool:
        return capability in member.capabilities

    return RULES.predicate(holds, f"may_{capability}")


def allow(name: str, predicate: Predicate) -> None:
    """Name a rule, so that an address can ask for it."""
    RULES.add_rule(name, predicate)


def _signed_in(member: Membership) -> bool:
    return bool(member.user.is_authenticated)


def _anybody(member: Membership) -> bool:
    return True


def _of_own_party(member: Membership, role: Role | None) -> bool:
    """Holds for a role of the member's own party that binds it to no more than the member may; without one, for any.

    Else a contact could become the other party's director, and accept for it what the police ask.
    """
    if role is None:
        return True
    own = member.capabilities_within(role.party)
    return REGISTER in own and BINDING.intersection(role.may) <= own


allow("access.public", RULES.predicate(_anybody))
allow("access.signed_in", RULES.predicate(_signed_in))
allow("access.see", may(SEE))
allow("access.keep_people", may(REGISTER))
allow("access.give_role", may(REGISTER) & RULES.predicate(_of_own_party))
