"""Who may store the agreement, and who may speak for a party."""

from politikontakt.modules.access.capabilities import AGREE, SPEAK
from politikontakt.modules.access.membership import Membership
from politikontakt.modules.access.policies import RULES, allow, may


def _of_the_party(member: Membership, party: str | None) -> bool:
    """Holds when the member's own party is the one spoken for; without one named, when they have any."""
    return party in member.parties if party else bool(member.parties)


allow("agreements.store", may(AGREE))
allow("agreements.speak", may(SPEAK) & RULES.predicate(_of_the_party))
