"""Why a verdict is as it is. Why something did not count is in `ignored`."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REASONS: Mapping[str, Promise] = {
    "no_rule": _("The agreement does not say how this can be measured."),
    "part_period": _("Only a part of the period is within the agreement, and then nothing is owed."),
    "part_period_reduced": _("The number is reduced, because only a part of the period counts."),
    "out_of_days": _("There are fewer days left than there are visits missing."),
    "no_subject": _("No place in the records is one that this holds for."),
    "exception_not_accepted": _("An exception was asked for, but not everybody it is owed to has accepted it."),
    "low_coverage": _("Too little of the working time is logged to say."),
    "no_baseline": _("There is no baseline that was locked before the agreement began."),
    "no_measurement": _("Nobody has measured this period."),
    "cannot_tell": _("The measurement is too uncertain to say."),
    "leaves_after_end": _("The pupils leave the school after the agreement has ended."),
    "nothing_asked": _("Nothing was asked for in the period."),
    "parties_disagree": _("The parties find differently."),
}


def reason(code: str) -> str:
    """A verdict's reason as a sentence."""
    return str(REASONS[code])


def reasons(codes: Iterable[str]) -> tuple[str, ...]:
    """Several reasons, in their order."""
    return tuple(reason(code) for code in codes)
