"""The terms that hold on a day: the signed ones with the amendments laid over them."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from politikontakt.core.agreement.model import Agreement, Amendment, Commitment
from politikontakt.core.agreement.terms import Terms


@dataclass(frozen=True, slots=True)
class TermsInForce:
    """The terms from `since` on (None: as signed), and the decision of the last amendment in them."""

    since: date | None
    terms: Terms
    amendment: str | None


def terms_over_time(agreement: Agreement, commitment: Commitment) -> tuple[TermsInForce, ...]:
    """Each set of terms the commitment has had, the signed one first. Every amendment adds one."""
    found = [TermsInForce(None, commitment.terms, None)]
    for each in in_order(agreement.amendments, commitment.id):
        terms = dataclasses.replace(found[-1].terms, **each.set)
        found.append(TermsInForce(each.valid_from, terms, each.decision))
    return tuple(found)


def in_order(amendments: Sequence[Amendment], commitment: str) -> list[Amendment]:
    """By the day they are valid from, then the day they were agreed; of the same days the later in the file last."""
    of_commitment = [each for each in amendments if each.commitment == commitment]
    return sorted(of_commitment, key=lambda each: (each.valid_from, each.agreed_on))


def in_force_on(history: Sequence[TermsInForce], day: date) -> TermsInForce:
    """Those that hold on the day: of a period, its first day in force."""
    return next(each for each in reversed(history) if each.since is None or each.since <= day)


def terms_on(agreement: Agreement, commitment: Commitment, day: date) -> Terms:
    """The terms that hold on the day."""
    return in_force_on(terms_over_time(agreement, commitment), day).terms
