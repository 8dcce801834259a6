"""How a rule kind declares its terms, so that reading, amending and showing need no list of kinds.

A rule kind's file has a frozen dataclass whose base is `Terms` and whose fields are made by `term`:

    @dataclass(frozen=True, slots=True, kw_only=True)
    class CountTerms(Terms):
        activity: tuple[str, ...] = term(codes())
        at_least: int = term(whole_number(least=1))
        for_each: ForEach | None = term(places_matching(), default=None, amendable=False)
"""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from politikontakt.core.agreement.shapes import Shape, Wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Base of every rule kind's terms. A frozen dataclass whose fields come from `term`."""

    def contradictions(self) -> Sequence[Wrong]:
        """What is wrong between terms that are each right by themselves. A kind that has such rules overrides this.

        `inside` names the term to point at (`.event`). Asked of the signed terms and again after each amendment.
        """
        return ()


@dataclass(frozen=True, slots=True)
class TermSpec:
    """What a file may say for one term: its shape, whether it must be there, whether it may be amended."""

    name: str
    shape: Shape
    required: bool
    amendable: bool


_MISSING: Any = dataclasses.MISSING


def term(shape: Shape, *, default: Any = _MISSING, amendable: bool = True) -> Any:
    """Declare a term. Without `default` the file must give it."""
    return dataclasses.field(default=default, metadata={"shape": shape, "amendable": amendable})


def specs(kind: type[Terms]) -> Mapping[str, TermSpec]:
    """The terms of a rule kind, by name, in the order they are declared."""
    return {
        each.name: TermSpec(
            each.name,
            each.metadata["shape"],
            required=each.default is dataclasses.MISSING,
            amendable=each.metadata["amendable"],
        )
        for each in dataclasses.fields(kind)
    }


Kinds = Mapping[str, type[Terms]]
"""Rule kinds by the name a file uses: `{"count": CountTerms, …}`."""
