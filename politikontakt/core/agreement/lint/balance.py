"""Who owes what: parties without duties, duties that lean to one side, schools that belong to nobody at the table."""

from collections import Counter
from collections.abc import Iterator, Mapping

from politikontakt.core.agreement.lint.finding import Finding
from politikontakt.core.agreement.lint.words import signed, stems
from politikontakt.core.agreement.model import Agreement, Commitment
from politikontakt.core.agreement.shapes import ForEach
from politikontakt.core.agreement.sides import MUNICIPALITY, POLICE, sides
from politikontakt.core.agreement.vocabulary import LAST_STAGE

LEAST_SHARE = 0.25
"""A side that owes less than a fourth of the commitments is one that mostly receives."""
FIRST_UPPER_SECONDARY = 11
_COUNTY = stems(r"fylke / county")
_UPPER_SECONDARY = stems(r"videregående / vidaregåande / upper[- ]secondary / high school")


def owes_nothing(agreement: Agreement) -> Iterator[Finding]:
    """Each party that has signed and owes nothing that can be judged."""
    owing = {party for commitment in agreement.commitments for party in commitment.owed_by}
    for party in agreement.parties:
        if party.id not in owing:
            yield Finding("owes_nothing", values={"party": party.name})


def leans(agreement: Agreement) -> Iterator[Finding]:
    """A side that owes something, but little beside the other. What both owe counts for both."""
    owed = _by_side(agreement)
    total = sum(owed.values())
    for side in (MUNICIPALITY, POLICE):
        if 0 < owed.get(side, 0) < LEAST_SHARE * total:
            values = {"side": side, "owed": owed[side], "total": len(agreement.commitments)}
            yield Finding("leans", values=values)


def _by_side(agreement: Agreement) -> Mapping[str, int]:
    side_of = sides(agreement)
    owing = [side for each in agreement.commitments for side in {side_of[party] for party in each.owed_by}]
    return Counter(owing)


def schools_of_another_owner(agreement: Agreement) -> Iterator[Finding]:
    """The first promise that holds for upper secondary schools, where the county, which owns them, has not signed."""
    if any(_COUNTY.search(party.name) for party in agreement.parties):
        return
    for clause in agreement.clauses:
        if _COUNTY.search(signed(clause)):
            return
    for clause in agreement.clauses:
        reaching = [each for each in clause.commitments if _reaches_upper_secondary(each)]
        if reaching or _UPPER_SECONDARY.search(signed(clause)):
            yield Finding("county_schools", clause.ref, reaching[0].id if reaching else None)
            return


def _reaches_upper_secondary(commitment: Commitment) -> bool:
    places: ForEach | None = getattr(commitment.terms, "for_each", None)
    if places is None or places.place not in (None, "school") or places.owner is not None:
        return False
    if commitment.rule == "cohort":
        first, last = getattr(commitment.terms, "stages", (1, LAST_STAGE))
        return bool(last >= FIRST_UPPER_SECONDARY > first or first >= FIRST_UPPER_SECONDARY)
    return places.teaches_stage is None or places.teaches_stage >= FIRST_UPPER_SECONDARY
