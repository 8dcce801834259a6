"""Faults in files: for each code what is wrong, and what to do about it.

Both are parts of a sentence without a full stop, so that the command line can put them in one
line (`places.csv:3: kind: …; …`) and a page can make two sentences of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from politikontakt.core.faults import Fault
from politikontakt.web.ui.wording.faults.agreement import PAIRS as OF_AGREEMENTS
from politikontakt.web.ui.wording.faults.calendars import PAIRS as OF_CALENDARS
from politikontakt.web.ui.wording.faults.files import PAIRS as OF_FILES
from politikontakt.web.ui.wording.faults.planning import PAIRS as OF_PLANNING
from politikontakt.web.ui.wording.faults.records import PAIRS as OF_RECORDS
from politikontakt.web.ui.wording.faults.values import PAIRS as OF_VALUES
from politikontakt.web.ui.wording.system import system_words
from politikontakt.web.ui.wording.values import choices, shown

PAIRS: Mapping[str, tuple[Promise, Promise]] = {
    **OF_FILES,
    **OF_VALUES,
    **OF_AGREEMENTS,
    **OF_RECORDS,
    **OF_PLANNING,
    **OF_CALENDARS,
}
"""What is wrong and what to do, by code."""


@dataclass(frozen=True, slots=True)
class FaultWords:
    """What is wrong and what to do, each without a full stop."""

    what: str
    remedy: str

    @property
    def sentences(self) -> str:
        """Both as sentences."""
        return f"{capfirst(self.what)}. {capfirst(self.remedy)}."


def fault_words(fault: Fault) -> FaultWords:
    """A fault in the active language."""
    known = _Values(fault.values)
    what, remedy = PAIRS[fault.code]
    return FaultWords(str(what) % known, str(remedy) % known)


_VERBATIM = frozenset({"encoding", "says", "character", "rule", "first_key"})
"""Values that are names of ours or other people's words, not text that somebody put in the file."""
_LISTS = frozenset({"choices", "kinds"})


class _Values(dict[str, str]):
    """A fault's values as text; what a fault doesn't say is «?»."""

    def __init__(self, found: Mapping[str, Any]) -> None:
        super().__init__({key: _as_text(key, value, found) for key, value in found.items()})

    def __missing__(self, key: str) -> str:
        return "?"


def _as_text(key: str, value: object, found: Mapping[str, Any]) -> str:
    if value is None:
        return _("none") if key in ("opened", "closed") else "?"
    if key in _LISTS and isinstance(value, Iterable) and not isinstance(value, str):
        return choices(value, found.get("found", ""))
    if key == "says" and isinstance(value, int):
        return system_words(value)
    return str(value) if key in _VERBATIM else shown(value)
