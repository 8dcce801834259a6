"""Tags of the two-sided table of duties."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import template
from django.utils.translation import gettext

from politikontakt.core.commitments.summary import CommitmentSummary
from politikontakt.core.commitments.verdict import Standing
from politikontakt.web.desk.status.notes import Outlooks, notes_of, number_of
from politikontakt.web.desk.status.overview import Row
from politikontakt.web.ui.as_of import AsOf
from politikontakt.web.ui.templatetags.ui import standing_name
from politikontakt.web.ui.wording.subjects import Names

register = template.Library()

SIDE_OWES = {
    "police": lambda: gettext("The police owe"),
    "municipality": lambda: gettext("The municipality owes"),
    "other": lambda: gettext("Others owe"),
}


@register.filter
def side_owes(side: str) -> str:
    """The head of a column of duties."""
    return SIDE_OWES[side]()


@register.filter
def counted(counts: Iterable[tuple[Standing, int]]) -> str:
    """2 kept, 3 on track, 1 not measured."""
    return ", ".join(f"{number} {standing_name(each).lower()}" for each, number in counts)


@register.filter
def clause_query(row: Row, shown: AsOf) -> str:
    """What follows the address of a row's clause: the promise, and the day where it is not today."""
    asked = {"commitment": row.point.summary.commitment.id} if row.point.summary else {}
    parts = [part for part in (urlencode(asked), shown.query) if part]
    return f"?{'&'.join(parts)}" if parts else ""


@register.inclusion_tag("desk/_duty.html")
def duty(summary: CommitmentSummary, names: Names, shown: AsOf, outlooks: Outlooks) -> dict[str, Any]:
    """`{% duty point.summary names shown outlooks %}`: one commitment in its party's column."""
    return {
        "summary": summary,
        "named": len(summary.verdicts) > 1,
        "number": number_of(summary),
        "notes": notes_of(summary, names, shown.day, outlooks),
    }
