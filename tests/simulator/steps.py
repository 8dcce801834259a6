"""The steps that a run is made of: each a name and some numbers, so that any of them can be left out of a sequence.

What a step is about is chosen by its numbers from what there is when it comes; where there is nothing, it does nothing.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from tests.simulator.phone import Phone
from tests.simulator.scene import Scene

Thing = TypeVar("Thing")


class Step(NamedTuple):
    """One step: which, and the numbers that choose what it is about."""

    name: str
    numbers: tuple[int, ...]


class Choice:
    """A step's numbers, taken one after the other."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = list(numbers)

    def below(self, limit: int) -> int:
        """A number from 0 up to `limit`, which is not among them."""
        return self._numbers.pop(0) % limit

    def of(self, things: Sequence[Thing]) -> Thing | None:
        """One of some things, None of none."""
        at = self._numbers.pop(0)
        return things[at % len(things)] if things else None

    def phone(self, scene: Scene) -> Phone:
        """One of the phones."""
        return scene.phones[self.below(len(scene.phones))]


Doing = Callable[[Scene, Choice], str]
STEPS: dict[str, tuple[int, Doing]] = {}
"""By name: how often it comes, as a weight, and what it does. It says in words what it did, "" for nothing."""


def step(weight: int) -> Callable[[Doing], Doing]:
    """A step that comes with this weight, by the name of its function."""

    def entered(doing: Doing) -> Doing:
        STEPS[doing.__name__] = (weight, doing)
        return doing

    return entered


def do(scene: Scene, one: Step) -> str:
    """Do a step; gives what happened, in words."""
    return STEPS[one.name][1](scene, Choice(one.numbers))
