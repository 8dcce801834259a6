"""Who may store the agreement, and who may speak for a party."""

from politikontakt.modules.access.capabilities import AGREE, SPEAK
from politikontakt.modules.access.membership import Membership
from politikontakt.modules.access.policies import RULES, allow, may


def _of_the_party(member: Membership, party: str | None) -> bool:
    """Holds when the member may speak for the party; without one named, when they may for any."""
    return party in member.speaks_for if party else bool(member.speaks_for)


allow("agreements.store", may(AGREE))
allow("agreements.speak", may(SPEAK) & RULES.predicate(_of_the_party))
