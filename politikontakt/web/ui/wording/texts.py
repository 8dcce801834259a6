"""Choosing among the languages of an agreement's own texts."""

from collections.abc import Mapping

_INSTEAD = {"nb": ("nn", "en"), "nn": ("nb", "en"), "en": ("nb", "nn"), "se": ("nb", "nn", "en")}


def chosen(text: Mapping[str, str], language: str) -> str:
    """The text in a language, else in the one nearest to it, else in the first the file gives."""
    for each in (language, *_INSTEAD.get(language, ("nb", "nn", "en"))):
        if each in text:
            return text[each]
    return next(iter(text.values()))
