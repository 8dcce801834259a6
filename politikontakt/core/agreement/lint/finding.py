"""One thing that an agreement leaves open."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """`clause` is the ref it belongs to, None where the agreement as a whole is silent.

    `commitment` is the one it is about, where it is about one.
    `values` holds what the sentences need: the vague words, the party, the numbers.
    """

    code: str
    clause: str | None = None
    commitment: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)
