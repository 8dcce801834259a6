"""Being told that it is enough: whatever takes long asks between its steps, and hands in the best it has."""

from collections.abc import Callable

Stop = Callable[[], bool]
"""Whether to end now."""


def never() -> bool:
    """Let it run to its own limit of iterations."""
    return False
