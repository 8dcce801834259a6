"""Which places a promise holds for, and which school years."""

from dataclasses import dataclass
from typing import Any

from politikontakt.core.agreement.shapes.base import Names, Reader, Shape, Wrong, wrong
from politikontakt.core.agreement.shapes.lists import each_of
from politikontakt.core.agreement.shapes.numbers import whole
from politikontakt.core.agreement.shapes.texts import known, text
from politikontakt.core.agreement.vocabulary import FIRST_STAGE, LAST_STAGE, PLACE_KINDS


@dataclass(frozen=True, slots=True)
class ForEach:
    """Which places a promise holds for, each by itself. None = any. All that are set must match."""

    place: str | None = None
    teaches_stage: int | None = None
    owner: str | None = None


def _stage(value: Any, _names: Names) -> Any:
    return whole(value, least=FIRST_STAGE, most=LAST_STAGE)


_PLACE_KEYS: dict[str, Reader] = {
    "place": known(PLACE_KINDS, "not_one_of"),
    "teaches_stage": _stage,
    "owner": text,
}


def _place_key(key: str, value: Any, names: Names) -> Any:
    if key not in _PLACE_KEYS:
        return wrong("unknown_key", key, choices=tuple(_PLACE_KEYS))
    return _PLACE_KEYS[key](value, names)


def places_matching() -> Shape:
    """A table with `place`, `teaches_stage`, `owner`, at least one of them → ForEach."""

    def read(value: Any, names: Names) -> Any:
        if not isinstance(value, dict):
            return wrong("not_table", value)
        if not value:
            return [Wrong("empty_table", {})]
        results = {key: _place_key(key, found, names) for key, found in value.items()}
        wrongs = [
            Wrong(one.code, one.values, f".{key}")
            for key, result in results.items()
            if isinstance(result, list)
            for one in result
        ]
        return wrongs or ForEach(**results)

    return Shape("places_matching", read)


def stages() -> Shape:
    """Two school years, first and last, 1–13 → tuple[int, int]."""

    def read(value: Any, names: Names) -> Any:
        if not isinstance(value, list) or len(value) != 2:
            return wrong("not_two_stages", value)
        results = each_of(value, _stage, names)
        if isinstance(results, tuple) and results[0] > results[1]:
            return wrong("stages_backwards", value)
        return results

    return Shape("stages", read)
