"""One `[[series]]` of planning.toml."""

import re
from typing import Any

from politikontakt.core.agreement.shapes import Names, Shape, Wrong, codes, one_code, one_of, role, whole_number
from politikontakt.core.agreement.tables import Table
from politikontakt.core.calendar.periods import PERIOD_KINDS
from politikontakt.core.planner.settings import Series, Wish
from politikontakt.core.planner.shapes import MOST, people, season, weight
from politikontakt.core.records.columns import BLOCKS

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat")
"""Nothing is planned on a Sunday."""
_MONDAY_TO_FRIDAY = WEEKDAYS[:5]
_OF_A_WISH = ("activity", "at_least", "per", "by_role")
_ID = re.compile(r"[\w-]+")


def read_series(table: Table) -> Series | None:
    """The series, or None, with its faults noted."""
    before = len(table.reading.faults)
    wish = None if table.has("commitment") else _read_wish(table)
    if wish is None:
        _refuse_wish(table)
    common = _read_common(table, is_wish=wish is not None)
    table.finish()
    if len(table.reading.faults) > before:
        return None
    weekdays = frozenset(WEEKDAYS.index(each) for each in common.pop("weekdays"))
    return Series(**common, wish=wish, weekdays=weekdays)


def _read_common(table: Table, *, is_wish: bool) -> dict[str, Any]:
    must = {} if is_wish else {"default": ()}
    return {
        "id": table.take("id", series_id()),
        "commitment": table.take("commitment", one_code(), default=None),
        "places": table.take("places", codes(), **must),
        "reserve": table.take("reserve", whole_number(), default=0),
        "minutes": table.take("minutes", whole_number(least=1, most=MOST)),
        "people": table.take("people", people(), default=1),
        "blocks": table.take("blocks", several_of(*BLOCKS), default=BLOCKS),
        "weekdays": table.take("weekdays", several_of(*WEEKDAYS), default=_MONDAY_TO_FRIDAY),
        "between": table.take("between", season(), default=None),
        "weight": table.take("weight", weight(), default=weight().read(1, _NO_NAMES)),
    }


_NO_NAMES = Names(frozenset(), frozenset())


def _read_wish(table: Table) -> Wish:
    """What a series without a commitment says itself. Its faults are noted in the table's reading."""
    return Wish(
        activity=table.take("activity", codes()),
        at_least=table.take("at_least", whole_number(least=1)),
        per=table.take("per", one_of(*PERIOD_KINDS)),
        by_role=table.take("by_role", role(), default=None),
    )


def _refuse_wish(table: Table) -> None:
    """What a commitment says itself can't be said again beside it."""
    for key in _OF_A_WISH:
        if table.has(key):
            table.asked.append(key)
            path = (*table.path, key)
            table.reading.wrong(path, "key_beside_commitment", found=key, commitment=table.content["commitment"])


def series_id() -> Shape:
    """A code without `.` and `/`, which part the ids of rows → str."""

    def read(value: Any, names: Names) -> Any:
        code = one_code().read(value, names)
        if isinstance(code, list) or _ID.fullmatch(code):
            return code
        return [Wrong("not_code", {"found": value})]

    return Shape("series_id", read)


def several_of(*choices: str) -> Shape:
    """A list of words, at least one, none twice; one string is a list of one → tuple[str, ...] in the fixed order."""
    listed, single = codes(), one_of(*choices)

    def read(value: Any, names: Names) -> Any:
        found = listed.read(value, names)
        if isinstance(found, list):
            return found
        wrongs = [
            Wrong(wrong.code, wrong.values, f"[{at}]" if isinstance(value, list) else "")
            for at, each in enumerate(found)
            for wrong in _wrongs(single.read(each, names))
        ]
        return wrongs or tuple(each for each in choices if each in found)

    return Shape("several_of", read)


def _wrongs(read: Any) -> list[Wrong]:
    return read if isinstance(read, list) else []
