"""Words and figures on the residents' pages."""

from django import template
from django.utils.translation import gettext

from politikontakt.core.commitments.summary import CommitmentSummary
from politikontakt.core.commitments.verdict import Standing
from politikontakt.web.public.promises import IN_ORDER
from politikontakt.web.ui.wording import standings
from politikontakt.web.ui.wording.numbers import number_of, so_many_of
from politikontakt.web.ui.wording.subjects import Names, name

register = template.Library()

SUBJECTS_NAMED = 8

OWES = {
    "police": lambda: gettext("The police owe"),
    "municipality": lambda: gettext("The municipality owes"),
    "other": lambda: gettext("Others owe"),
}


@register.filter
def owes(side: str) -> str:
    """Whose duties a column holds."""
    return OWES[side]()


@register.filter
def by_subject(summary: CommitmentSummary, names: Names) -> list[tuple[str, str]]:
    """Each school or partner by name with its number, where there are a few; nothing where the promise is one."""
    if not 1 < len(summary.verdicts) <= SUBJECTS_NAMED:
        return []
    return [(name(each, names), number_of(each) or standings.word(each.standing)) for each in summary.verdicts]


@register.filter
def figure(summary: CommitmentSummary) -> str:
    """The number of the one subject; for several, how many of those that are due are in order."""
    due = [each for each in summary.verdicts if each.standing != Standing.NOT_DUE] or list(summary.verdicts)
    if len(due) == 1:
        return number_of(due[0])
    return so_many_of(sum(each.standing in IN_ORDER for each in due), len(due)) if due else ""
