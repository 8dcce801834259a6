"""Who is told when a party says something that concerns the other."""

from datetime import date

from politikontakt.modules.access.capabilities import SPEAK
from politikontakt.modules.access.models import Holding
from politikontakt.modules.access.queries import holdings_on
from politikontakt.modules.outbox.services import queue


def tell_others(kind: str, party: str, *, commitment: str, today: date) -> None:
    """Queue a message to those of the other parties who may speak for them today and can sign in."""
    holdings = holdings_on(today).select_related("role", "person__user")
    addresses = dict.fromkeys(_address(holding) for holding in holdings if _concerned(holding, party))
    for address in addresses:
        queue(kind=kind, to=address, values={"commitment": commitment})


def _concerned(holding: Holding, party: str) -> bool:
    other = bool(holding.role.party) and holding.role.party != party
    return other and SPEAK in holding.role.may and holding.person.user is not None


def _address(holding: Holding) -> str:
    return holding.person.user.email if holding.person.user else ""
