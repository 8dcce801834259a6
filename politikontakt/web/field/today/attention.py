"""The promises that need the contact this week: those the contact's own party owes, and can still save, first."""

from collections.abc import Collection
from dataclasses import dataclass

from politikontakt.core.commitments.summary import WORST_FIRST, Point, points
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.web.field.today.due import DueEverywhere

MOST = 5


@dataclass(frozen=True, slots=True)
class Attention:
    """A promise that is late, broken or disputed, and the verdict that makes it so."""

    point: Point
    verdict: Verdict | None


def needs_me(everywhere: DueEverywhere, parties: Collection[str]) -> list[Attention]:
    """At most five: first those that work can still save, then the gravest. A clause without a rule is nobody's."""
    mine = [each for each in points(everywhere.agreement, everywhere.verdicts) if _asks(each, parties)]
    mine.sort(key=lambda each: (each.standing is not Standing.AT_RISK, WORST_FIRST.index(each.standing)))
    return [Attention(each, each.summary.worst_verdict if each.summary else None) for each in mine[:MOST]]


def _asks(point: Point, parties: Collection[str]) -> bool:
    owed = bool(point.summary and set(point.summary.commitment.owed_by) & set(parties))
    return point.needs_attention and owed
