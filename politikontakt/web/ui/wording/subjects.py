"""The subject of a verdict by name: a school, a partner, a theme, a class of pupils at a school."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from politikontakt.core.commitments.verdict import Verdict
from politikontakt.core.records.model import Records
from politikontakt.web.ui.wording.vocabulary import PARTNERS, PLACE_KINDS, THEMES, word

YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Names:
    """What ids are called: places and people of the records, partners of the directory."""

    places: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    partners: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Records, partners: Mapping[str, str] | None = None) -> "Names":
        """The names that the records give."""
        return cls(
            places={each.id: each.name for each in records.places},
            people={each.id: each.name for each in records.people},
            partners=partners or {},
        )

    def subject(self, subject: str) -> str:
        """A subject by name. `place/2018` is the class that leaves that year, `place/member` the member there."""
        if subject in self.places:
            return self.places[subject]
        place, slash, member = subject.partition("/")
        if slash and place in self.places:
            return f"{self.places[place]}, {self._member(member)}"
        return self._member(subject)

    def _member(self, member: str) -> str:
        if member in self.places:
            return self.places[member]
        if member in self.partners:
            return self.partners[member]
        if YEAR.fullmatch(member):
            return _("class of %(year)s") % {"year": member}
        for words in (PARTNERS, THEMES, PLACE_KINDS):
            if member in words:
                return word(words, member)
        return word({}, member)


def name(verdict: Verdict, names: Names) -> str:
    """What the verdict is about; "" where the promise is one."""
    return names.subject(verdict.subject) if verdict.subject else ""
