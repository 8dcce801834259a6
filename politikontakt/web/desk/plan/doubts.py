"""The counts that may not be reached, the least likely first, each with the way to its clause."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from politikontakt.core.agreement.model import Agreement
from politikontakt.modules.planning.queries import Outlook
from politikontakt.web.ui.wording.texts import in_language

AS_GOOD_AS_CERTAIN = Fraction(95, 100)
"""A chance from which on a promise needs no line among those in doubt."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One count at one place that may not be reached."""

    clause: str
    commitment: str
    subject: str
    title: str
    outlook: Outlook

    @property
    def short(self) -> bool:
        """Whether all that is planned is too little even if every visit is carried out."""
        seen = self.outlook.forecast
        return seen.done + seen.planned < seen.required


def doubts(agreement: Agreement, found: Mapping[tuple[str, str], Outlook]) -> Sequence[Doubt]:
    """Those among the outlooks that are in doubt."""
    clauses = {each.id: clause.ref for clause in agreement.clauses for each in clause.commitments}
    titles = {each.id: in_language(each.title) for each in agreement.commitments}
    doubtful = [
        Doubt(clauses[commitment], commitment, subject, titles[commitment], outlook)
        for (commitment, subject), outlook in found.items()
        if outlook.forecast.chance < AS_GOOD_AS_CERTAIN
    ]
    return sorted(doubtful, key=lambda each: (each.outlook.forecast.chance, each.commitment, each.subject))
