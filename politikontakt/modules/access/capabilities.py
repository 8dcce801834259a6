"""What a role may do, as codes. A role keeps its own list (`Role.may`); these are what it starts with."""

from types import MappingProxyType

SEE = "see"
"""See the workspace: standings with their evidence, the directory, the agreement. Both parties see the same."""
LOG = "log"
"""Log activities, meetings, events and requests, and correct them."""
REGISTER = "register"
"""Keep the directory: places, closed days, partners, role holders, the public contact card."""
AGREE = "agree"
"""Store the agreement's file, its documents, baselines and measurements."""
SPEAK = "speak"
"""Speak for one's party: judge, dispute and settle, ask for exceptions and accept them."""
EXCHANGE = "exchange"
"""Import and export the whole record."""

BINDING = frozenset({AGREE, SPEAK, EXCHANGE})
"""What binds a party or moves its whole record: given on only by those of the party who have it themselves."""
ALL = frozenset({SEE, LOG, REGISTER, AGREE, SPEAK, EXCHANGE})

STARTS_WITH = MappingProxyType(
    {
        "police_contact": frozenset({SEE, LOG, REGISTER}),
        "local_chief": frozenset({SEE, LOG, REGISTER, AGREE, SPEAK, EXCHANGE}),
        "unit_head": frozenset({SEE, LOG, REGISTER, AGREE, SPEAK, EXCHANGE}),
        "police_chief": frozenset({SEE, AGREE, SPEAK}),
        "mayor": frozenset({SEE, AGREE, SPEAK}),
        "municipal_director": frozenset({SEE, REGISTER, AGREE, SPEAK, EXCHANGE}),
        "slt_coordinator": frozenset({SEE, LOG, REGISTER, EXCHANGE}),
        "council_secretary": frozenset({SEE, LOG, REGISTER, AGREE, EXCHANGE}),
    }
)
"""By role code. A code that is not here starts with seeing alone."""


def starts_with(code: str) -> tuple[str, ...]:
    """The capabilities a new role of this code gets, in a fixed order."""
    return tuple(sorted(STARTS_WITH.get(code, frozenset({SEE}))))
