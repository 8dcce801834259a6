"""What a visit would count for, in a line: «Besøk 5 av 8. I rute.»"""

from django.utils.translation import gettext as _

from politikontakt.web.field.today.due import Due
from politikontakt.web.ui.wording.standings import word


def visit_words(due: Due | None) -> dict[str, str]:
    """The number a visit would be, and how that promise stands; nothing where no count is open at the place."""
    if due is None or due.visit is None:
        return {}
    number = {"number": due.visit.next_number, "all": due.visit.verdict.required}
    return {
        "number": _("Visit %(number)s of %(all)s.") % number,
        "standing": f"{word(due.visit.verdict.standing)}.",
    }
