"""Choosing among the languages of an agreement's own texts."""

from collections.abc import Mapping
from typing import TypeVar

from django.utils.translation import get_language

_INSTEAD = {"nb": ("nn", "en"), "nn": ("nb", "en"), "en": ("nb", "nn")}

T = TypeVar("T")


def in_language(text: Mapping[str, T], language: str | None = None) -> T:
    """The text in the reader's language, else in the one nearest to it, else in the first the file gives.

    Also for other things that there is one of for each language.
    """
    wanted = (language or get_language() or "nb").partition("-")[0]
    for each in (wanted, *_INSTEAD.get(wanted, ("nb", "nn", "en"))):
        if each in text:
            return text[each]
    return next(iter(text.values()))
