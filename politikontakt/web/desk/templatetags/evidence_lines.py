"""Long lists of evidence: the latest rows stand open, the earlier ones are folded away."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import template

from politikontakt.web.desk.clause.evidence import Line

register = template.Library()

OPEN = 12
"""As many rows as stand beside the promise and its reading without making the page longer."""
LATEST = 8


@dataclass(frozen=True, slots=True)
class Folded:
    """A list in two: what is folded away, and what stands open."""

    earlier: Sequence[Line]
    latest: Sequence[Line]


@register.filter
def folded(lines: Sequence[Line]) -> Folded:
    """All open where there are few; else the latest few, for they are what people ask about."""
    if len(lines) <= OPEN:
        return Folded((), lines)
    return Folded(lines[:-LATEST], lines[-LATEST:])
