"""Who may store the agreement, and who may speak for a party."""

import rules

from politikontakt.modules.access.capabilities import AGREE, SPEAK
from politikontakt.modules.access.membership import Membership
from politikontakt.modules.access.policies import may


@rules.predicate
def of_the_party(member: Membership, party: str | None) -> bool:
    """Holds when the member's own party is the one spoken for; without one named, when they have any."""
    return party in member.parties if party else bool(member.parties)


rules.add_rule("agreements.store", may(AGREE))
rules.add_rule("agreements.speak", may(SPEAK) & of_the_party)
