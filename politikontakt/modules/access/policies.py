"""Who may do what, as rules over a `Membership`: `rules.test_rule("activities.log", request.member)`.

Each module names its own rules in its `policies.py`, from `may` and `allow` here.
"""

from typing import Any

import rules

from politikontakt.modules.access.capabilities import REGISTER, SEE
from politikontakt.modules.access.membership import Membership

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


allow("access.public", RULES.predicate(_anybody))
allow("access.signed_in", RULES.predicate(_signed_in))
allow("access.see", may(SEE))
allow("access.keep_people", may(REGISTER))
