"""What the solver's process and the one that asks it send each other: eight bytes of length and a pickle."""

import pickle
from dataclasses import dataclass
from fractions import Fraction
from typing import IO

from politikontakt.core.planner.model import Problem


@dataclass(frozen=True, slots=True)
class Question:
    """What to solve, and within what: seconds, and MiB of memory."""

    problem: Problem
    seed: int
    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Far:
    """How far it is: how many are placed, points, and what is proven of them."""

    placed: int
    points: Fraction
    bound: Fraction


@dataclass(frozen=True, slots=True)
class Failed:
    """It could not go on: `code` is `memory` or `crash`."""

    code: str
    why: str


def write(to: IO[bytes], message: object) -> None:
    """Send a message."""
    content = pickle.dumps(message)
    to.write(len(content).to_bytes(8, "big") + content)
    to.flush()


def read(source: IO[bytes]) -> object:
    """The next message. Raises EOFError when there is none."""
    head = source.read(8)
    if len(head) < 8:
        raise EOFError
    return pickle.loads(source.read(int.from_bytes(head, "big")))  # noqa: S301 (only ever our own other half)
