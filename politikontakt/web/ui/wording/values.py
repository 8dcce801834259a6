"""A value that stood in a file, short enough for a sentence."""

from collections.abc import Iterable
from datetime import date, time
from difflib import get_close_matches

from django.utils.translation import gettext as _

LONGEST = 60
MOST_CHOICES = 12


def shown(value: object) -> str:
    """A found value as its file writes it: text in «», true and false small, days as YYYY-MM-DD."""
    if isinstance(value, str):
        return f"«{_short(value)}»"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return _short("[" + ", ".join(shown(each) for each in value) + "]")
    if isinstance(value, dict):
        return _short("{" + ", ".join(f"{key} = {shown(each)}" for key, each in value.items()) + "}")
    return _short(str(value))


def _short(text: str) -> str:
    visible = "".join(char if char.isprintable() else "·" for char in text[: LONGEST + 1])
    return visible if len(visible) <= LONGEST else f"{visible[:LONGEST]}…"


def choices(known: Iterable[object], found: object) -> str:
    """What could stand there instead: all of a few, else those that look most like what was found."""
    names = [str(each) for each in known]
    if not names:
        return _("none is named yet")
    if len(names) <= MOST_CHOICES:
        return ", ".join(names)
    near = get_close_matches(str(found), names, n=3, cutoff=0.5) or names[:MOST_CHOICES]
    rest = len(names) - len(near)
    return _("%(names)s or %(n)d more") % {"names": ", ".join(near), "n": rest}
