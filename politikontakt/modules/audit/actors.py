"""Who writes: the user, and the role they wrote in, as they were at that time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who writes. `user_id` is None for the system itself, whose `name` then says what it was doing.

    `about_nobody` are the kinds of likely personal data in the text of this very write, of which the writer said that
    they are about nobody. The audit trail keeps the kinds, never the words.
    """

    user_id: int | None
    name: str
    role: str = ""
    about_nobody: tuple[str, ...] = ()

    def confirming(self, kinds: Iterable[str]) -> "Actor":
        """The same one, who was asked about these kinds and confirmed."""
        return replace(self, about_nobody=tuple(sorted(set(kinds))))


SYSTEM = Actor(None, "politikontakt")
"""The program itself: start-up, commands, the demo's builder."""
