"""Who writes: the user, and the role they wrote in, as they were at that time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who writes. `user_id` is None for the system itself, whose `name` then says what it was doing."""

    user_id: int | None
    name: str
    role: str = ""


SYSTEM = Actor(None, "politikontakt")
"""The program itself: start-up, commands, the demo's builder."""
