"""Names that invented planning cases share, and ways of choosing among them."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")

PEOPLE = ["anne", "bo", "cecilie"]
PLACES = [
    {"id": "a-skole", "kind": "school", "stage_from": "8", "stage_to": "10", "zone": "west"},
    {"id": "b-skole", "kind": "school", "stage_from": "1", "stage_to": "7", "zone": "east"},
    {"id": "senter", "kind": "shopping_centre", "stage_from": "", "stage_to": "", "zone": "west"},
    {"id": "på.nett", "kind": "online", "stage_from": "", "stage_to": "", "zone": ""},
]


def maybe(random: Random, values: Mapping[str, Any], chance: float) -> dict[str, Any]:
    """Each of these, or not."""
    return {key: value for key, value in values.items() if random.random() < chance}


def some(random: Random, values: Sequence[T], least: int, most: int) -> list[T]:
    return random.sample(list(values), random.randint(least, most))
