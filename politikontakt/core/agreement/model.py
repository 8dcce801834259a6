"""An agreement as values. Made by `read.py` from the file; judged by `core/commitments`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from politikontakt.core.agreement.terms import Terms
from politikontakt.core.calendar.ranges import DayRange

Text = Mapping[str, str]
"""One text in one or more languages: `{"nb": "…", "nn": "…"}`. Never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One who promises or is promised: municipality, police_district, police_unit or other."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A post that people hold, such as `police_contact`; it belongs to one party."""

    id: str
    title: Text
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What a clause commits whom to, and the rule it is judged by.

    `terms` are the signed ones; amendments are laid over them by `core/agreement/amended.py`.
    """

    id: str
    title: Text
    owed_by: tuple[str, ...]
    owed_to: tuple[str, ...]
    reading: Text | None
    rule: str
    terms: Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One promise of the signed text. Without commitments nobody can measure it, and it says so."""

    ref: str
    section: str
    title: Text
    text: Text
    commitments: tuple[Commitment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A dated change of some terms of one commitment. `set` holds typed values by term name."""

    agreed_on: date
    valid_from: date
    commitment: str
    set: Mapping[str, object]
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A signed agreement. `effective_from` and `expires_on` are its first and last day in force."""

    id: str
    title: Text
    municipality: str
    signed_on: date
    effective_from: date
    expires_on: date
    time_zone: str
    school_year_starts: tuple[int, int]
    """Month and day, (8, 1) for 1 August."""
    parties: tuple[Party, ...]
    roles: tuple[Role, ...]
    clauses: tuple[Clause, ...]
    amendments: tuple[Amendment, ...]

    @property
    def in_force(self) -> DayRange:
        """The agreement's whole life."""
        return DayRange(self.effective_from, self.expires_on)

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """Every commitment, in the order of the file."""
        return tuple(each for clause in self.clauses for each in clause.commitments)
