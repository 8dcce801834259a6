"""Roles and parties as their agreement names them, and lists as people write them."""

from collections.abc import Iterable

from django.utils.translation import pgettext

from politikontakt.core.agreement.model import Agreement
from politikontakt.web.ui.wording.texts import in_language


def joined_and(words: Iterable[str]) -> str:
    """«a, b og c»."""
    return _joined(words, pgettext("between the last two of a list", "and"))


def joined_or(words: Iterable[str]) -> str:
    """«a, b eller c»."""
    return _joined(words, pgettext("between the last two of a list", "or"))


def _joined(words: Iterable[str], link: str) -> str:
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {link} {last}" if first else last


def role_title(agreement: Agreement | None, role: str) -> str:
    """A role's title as the agreement gives it; its id where there is none."""
    roles = agreement.roles if agreement else ()
    return next((in_language(each.title) for each in roles if each.id == role), role)


def party_name(agreement: Agreement | None, party: str) -> str:
    """A party's name as the agreement gives it; its id where there is none."""
    parties = agreement.parties if agreement else ()
    return next((each.name for each in parties if each.id == party), party)
