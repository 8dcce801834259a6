"""Pages for residents are made once for everybody: whole pieces are kept until something changes.

A view names what its page depends on with `remember_by`; `{% remember "main" %}` in the template
keeps the piece inside under that name. Nothing that belongs to one reader may stand in such a piece.
"""

from hashlib import sha256

from django.core.cache import cache
from django.utils.translation import get_language

KEY = "remember_key"
HOURS = 6 * 3600
"""A piece that nobody changed is made anew after this many seconds, so that nothing stays for ever."""


def remember_by(address: str, *depends_on: object) -> dict[str, str]:
    """What the page's context needs: a key of the address, the language, and all the page depends on.

    `address` is the page's own, without whatever else a reader came with; links back to the page use it.
    """
    parts = (address, get_language(), *depends_on)
    return {KEY: sha256(repr(parts).encode()).hexdigest(), "address": address}


def recall(key: str, piece: str) -> str | None:
    """The kept piece, None when it is not there."""
    text: str | None = cache.get(f"{key}:{piece}")
    return text


def keep(key: str, piece: str, text: str) -> None:
    """Keep a piece."""
    cache.set(f"{key}:{piece}", text, HOURS)
