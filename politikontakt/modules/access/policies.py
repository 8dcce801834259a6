"""Who may do what, as rules over a `Membership`: `rules.test_rule("activities.log", request.membership)`.

Each module names its own rules in its `policies.py`, from `may` here.
"""

import rules

from politikontakt.modules.access.capabilities import REGISTER, SEE
from politikontakt.modules.access.membership import Membership


def may(capability: str) -> rules.Predicate:
    """Holds for members whose roles give a capability on the day."""

    @rules.predicate(f"may_{capability}")
    def holds(member: Membership) -> bool:
        return capability in member.capabilities

    return holds


@rules.predicate
def signed_in(member: Membership) -> bool:
    """Holds for anybody who signed in, whatever their roles."""
    return bool(member.user.is_authenticated)


@rules.predicate
def anybody(member: Membership) -> bool:
    """Holds for everybody, residents too."""
    return True


rules.add_rule("access.public", anybody)
rules.add_rule("access.signed_in", signed_in)
rules.add_rule("access.see", may(SEE))
rules.add_rule("access.keep_people", may(REGISTER))
