"""Settings to begin with, where there are none: the usual parts of a day, and a series for each promised number."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from politikontakt.core.agreement.model import Agreement, Commitment
from politikontakt.core.commitments.rules.count import CountTerms
from politikontakt.web.ui.wording.texts import in_language

MINUTES = 60
"""How long a visit is thought to be where the agreement asks for nothing longer."""
BLOCKS = """[blocks]
morning = ["08:00", "11:30"]
afternoon = ["12:00", "15:30"]
evening = ["17:00", "20:30"]
"""
LIMITS = """[limits]
weekly_minutes = 1350
evenings_per_week = 2
saturdays_per_three_weeks = 1
"""
WEIGHTS = """[weights]
spread = 1.0
travel = 0.1
continuity = 25
evening_balance = 4
minute_balance = 0.0167
"""


def starter(agreement: Agreement, zones: Iterable[str]) -> str:
    """The text of a planning.toml that can be stored as it is, with remarks in the reader's language."""
    return "\n".join(_parts(agreement, sorted(set(filter(None, zones)))))


def _parts(agreement: Agreement, zones: Iterable[str]) -> Iterator[str]:
    yield _remark(_("When in the day work can lie."), BLOCKS)
    yield _remark(_("For each contact. 1350 minutes are 60 % of a week; the rest is for what nobody can plan."), LIMITS)
    travel = "".join(f"{each} = 15\n" for each in zones)
    yield _remark(_("Minutes there and back, for each zone."), f"[travel]\n{travel}")
    yield _remark(_("What makes one plan better than another. These may stay as they are."), WEIGHTS)
    for commitment in agreement.commitments:
        if isinstance(commitment.terms, CountTerms):
            yield _series(commitment, commitment.terms)


def _remark(words: str, table: str) -> str:
    return f"# {words}\n{table}"


def _series(commitment: Commitment, terms: CountTerms) -> str:
    """Ready to use where the promise says at which places; else as a remark, for somebody has to name them."""
    lines = [
        f"# {in_language(commitment.title)}",
        "[[series]]",
        f'id = "{commitment.id}"',
        f'commitment = "{commitment.id}"',
        f"minutes = {max(MINUTES, terms.min_minutes)}",
    ]
    if terms.for_each is None or terms.by_role is None:
        asked = _("Name the places, and take away the signs in front:")
        lines = [lines[0], f"# {asked}", *(f"# {line}" for line in lines[1:]), '# places = [""]']
    return "\n".join(lines) + "\n"
