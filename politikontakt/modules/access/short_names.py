"""Short names that files and addresses know things by, made from what people call them."""

import re

from django.utils.text import slugify

LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "ae", "Ø": "o", "Å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})
"""Norwegian and Sámi letters as addresses write them; the rest is only a letter with a mark on it."""
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def short_name(text: str) -> str:
    """A name in small letters a–z, digits and hyphens: `stjordal` for Stjørdal. Empty where nothing of it is left."""
    return slugify(text.translate(LETTERS)).replace("_", "-").strip("-")


def is_slug(text: str) -> bool:
    """Whether a text can be a municipality's part of the address."""
    return SLUG.fullmatch(text) is not None and len(text) <= 50
