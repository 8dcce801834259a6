"""Text as the eye reads it: what is written with odd characters is compared as if written plainly."""

import unicodedata
from dataclasses import dataclass

from politikontakt.core.privacy.ruleset import digit_rules


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` to search in, and for each of its characters where it stands in the original: (first, after last)."""

    text: str
    places: tuple[tuple[int, int], ...]

    def original(self, first: int, after: int) -> tuple[int, int]:
        """The span of the original that a span of the folded text stands for."""
        return self.places[first][0], self.places[after - 1][1]


def fold(text: str) -> Folded:
    """Make digits, letters, spaces and dashes of every kind plain; drop what has no width; join letter and accent."""
    kept: list[str] = []
    places: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        category = unicodedata.category(char)
        if category in ("Mn", "Me") and kept:
            kept[-1] = _joined(kept[-1], char)
            places[-1] = (places[-1][0], at + 1)
        elif category not in ("Cf", "Mn", "Me"):
            kept.append(_plain(char, category))
            places.append((at, at + 1))
    return Folded("".join(kept), tuple(places))


def digit(char: str) -> str:
    """The ASCII digit that a character stands for ("７", "٧", "⁷" and "⑦" are all 7), or ""."""
    if ord(char) < 128:
        return char if "0" <= char <= "9" else ""
    plain = unicodedata.normalize("NFKC", char)
    if len(plain) == 1 and "0" <= plain <= "9":
        return plain
    zero = next((zero for zero in digit_rules().zeros if zero <= ord(char) <= zero + 9), None)
    return "" if zero is None else str(ord(char) - zero)


def _plain(char: str, category: str) -> str:
    if ord(char) < 128:
        return char
    if category == "Zs":
        return " "
    if category == "Pd":
        return "-"
    compatible = unicodedata.normalize("NFKC", char)
    return digit(char) or (compatible if len(compatible) == 1 else char)


def _joined(base: str, mark: str) -> str:
    composed = unicodedata.normalize("NFC", base + mark)
    return composed if len(composed) == 1 else base
