"""Finding a school by the name that somebody else's file has for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

LIKE = 0.8
"""How alike two names are at least (0 to 1) for one to be proposed for the other."""

_KINDS = re.compile(r"\b(barne|ungdoms|vidaregåande|videregående)?[- ]*(og )?(ungdoms)?sk[ou]le\b|\bu\.?s\.?k?\b")


@dataclass(frozen=True, slots=True)
class Match:
    """The school's short name, None where no school's name is like it; `sure` where the names are the same."""

    ref: str | None
    sure: bool


def match(name: str, known: Mapping[str, str]) -> Match:
    """Find a name among the schools' (`known`: short name to name). A likeness is a proposal, never sure."""
    wanted = _plain(name)
    for ref, other in known.items():
        if name == ref or wanted == _plain(other):
            return Match(ref, True)
    return Match(_one_like(_bare(name), known) or _like(wanted, known), False)


def _one_like(bare: str, known: Mapping[str, str]) -> str | None:
    """The only school whose name is the same but for its kind: «Hommelvik» where no primary school is called so."""
    found = [ref for ref, other in known.items() if bare and _bare(other) == bare]
    return found[0] if len(found) == 1 else None


def _like(wanted: str, known: Mapping[str, str]) -> str | None:
    names = {_plain(other): ref for ref, other in known.items()}
    found = get_close_matches(wanted, names, n=1, cutoff=LIKE)
    return names[found[0]] if found else None


def _plain(name: str) -> str:
    """Small letters, Bokmål's word for school, one space between words."""
    return " ".join(name.casefold().replace("skule", "skole").split())


def _bare(name: str) -> str:
    return " ".join(_KINDS.sub(" ", _plain(name)).split())
