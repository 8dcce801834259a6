"""The two sides of an agreement: every party stands with the police, the municipality, or neither."""

from collections.abc import Mapping

from politikontakt.core.agreement.model import Agreement

POLICE, MUNICIPALITY, OTHER = "police", "municipality", "other"
SIDE_OF_KIND: Mapping[str, str] = {
    "police_district": POLICE,
    "police_unit": POLICE,
    "municipality": MUNICIPALITY,
}


def sides(agreement: Agreement) -> Mapping[str, str]:
    """Each party's side, by its id. A party of another kind stands on neither: `other`."""
    return {party.id: SIDE_OF_KIND.get(party.kind, OTHER) for party in agreement.parties}


def owing_sides(agreement: Agreement) -> tuple[str, ...]:
    """The columns of duties: always both sides, and a third where somebody of neither owes something."""
    side_of = sides(agreement)
    others = any(side_of[party] == OTHER for each in agreement.commitments for party in each.owed_by)
    return (POLICE, MUNICIPALITY, OTHER) if others else (POLICE, MUNICIPALITY)
