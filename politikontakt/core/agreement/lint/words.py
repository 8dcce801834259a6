"""Looking for subjects in the signed words, in bokmål, nynorsk and English.

Only what is signed counts: titles, sections and text of clauses. A reading tells how the
parties judge meanwhile, and often says itself that the agreement is silent.
"""

import re
from collections.abc import Iterator

from politikontakt.core.agreement.model import Agreement, Clause

_SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+")


def stems(beginnings: str) -> re.Pattern[str]:
    """Any word that begins with one of these; they are parted by " / " and written as regular expressions."""
    return re.compile(r"\b(?:" + "|".join(beginnings.split(" / ")) + ")", re.IGNORECASE)


def heading(clause: Clause) -> str:
    """The section and the titles of a clause, in all languages."""
    return " . ".join((clause.section, *clause.title.values()))


def body(clause: Clause) -> str:
    """The words of a clause, in all languages."""
    return "\n".join(clause.text.values())


def signed(clause: Clause) -> str:
    """All that was signed of a clause."""
    return f"{heading(clause)}\n{body(clause)}"


def speaks_of(agreement: Agreement, subject: re.Pattern[str]) -> bool:
    """Whether any clause has a word on the subject."""
    return any(subject.search(signed(clause)) for clause in agreement.clauses)


def says_together(agreement: Agreement, *subjects: re.Pattern[str]) -> bool:
    """Whether one sentence, with its clause's heading, has a word on every subject."""
    return any(
        all(subject.search(f"{heading(clause)} {sentence}") for subject in subjects)
        for clause in agreement.clauses
        for sentence in sentences(clause)
    )


def sentences(clause: Clause) -> Iterator[str]:
    """The sentences of a clause, in all languages."""
    return (sentence for text in clause.text.values() for sentence in _SENTENCE.split(text) if sentence)


def found_in(text: str, subject: re.Pattern[str]) -> list[str]:
    """The words found, each once, in small letters."""
    return list(dict.fromkeys(match.group().lower() for match in subject.finditer(text)))
