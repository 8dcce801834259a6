"""Who the contacts are on a day, and how residents reach them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from politikontakt.modules.access.models import Holding
from politikontakt.modules.access.queries import holders
from politikontakt.modules.directory.models import ContactCard
from politikontakt.modules.directory.queries import contact_card
from politikontakt.web.ui.wording.codes import joined_and
from politikontakt.web.ui.wording.texts import in_language

ROLE = "police_contact"
"""The role whose holders residents meet."""
SWITCHBOARD = "02800"
"""The police's number for what is not urgent, where the municipality has given none of its own."""


@dataclass(frozen=True)
class Contacts:
    """The contacts of a day. Each part is read when a page first asks for it."""

    day: date

    @cached_property
    def holdings(self) -> list[Holding]:
        """Who holds the role, acting holders too."""
        return list(holders(ROLE, on=self.day))

    @cached_property
    def card(self) -> ContactCard | None:
        """What the municipality has written about reaching them."""
        return contact_card()

    @property
    def first_names(self) -> str:
        """«Berit og Jonas»."""
        return joined_and([holding.person.name.split()[0] for holding in self.holdings])

    @property
    def phone(self) -> str:
        """Where to call."""
        return self.card.phone if self.card else SWITCHBOARD

    @property
    def email(self) -> str:
        """Where to write, "" where there is no address."""
        return self.card.email if self.card else ""

    @property
    def reception(self) -> str:
        """Where the police receive people and when, "" where nobody has written it."""
        return _text(self.card.reception) if self.card else ""

    @property
    def presence(self) -> str:
        """When the contacts are usually about, "" where nobody has written it."""
        return _text(self.card.presence) if self.card else ""


def _text(texts: dict[str, str]) -> str:
    return in_language(texts) if texts else ""
