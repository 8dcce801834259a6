"""What can be expected of every promised number that is under way; worked out once for each state and day."""

from collections.abc import Sequence
from datetime import date

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.modules.access.tenants import tenant
from politikontakt.modules.compliance.memory import Memory
from politikontakt.modules.compliance.queries import state
from politikontakt.modules.planning.queries import outlooks
from politikontakt.web.desk.status.notes import Outlooks

UNDER_WAY = frozenset({Standing.AT_RISK, Standing.ON_TRACK, Standing.NOT_DUE, Standing.DISPUTED})
"""Standings in which there is something left to expect."""
_KNOWN = Memory(size=32)


def expected(agreement: Agreement, verdicts: Sequence[Verdict], on: date) -> Outlooks:
    """By commitment and subject. Looking ahead takes longer than the rest of the page, so it is kept."""
    under_way = [each for each in verdicts if each.standing in UNDER_WAY]
    return _KNOWN.recall((tenant().pk, state(), on), lambda: outlooks(agreement, under_way, on))
