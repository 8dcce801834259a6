"""Ends that come before their beginnings."""

from collections.abc import Iterator
from typing import Any

from politikontakt.core.records.finding import Finding
from politikontakt.core.records.model import Records

_SPANS = (
    ("places", "opened_on", "closed_on"),
    ("roles", "since", "until"),
    ("requests", "received_on", "answered_on"),
    ("baselines", "period_first", "period_last"),
    ("measurements", "period_first", "period_last"),
    ("exceptions", "first", "last"),
    ("disputes", "opened_on", "settled_on"),
    ("closed_days", "first", "last"),
    ("availability", "first", "last"),
)
_COLUMN = {"since": "from", "until": "to"}


def backward_spans(records: Records) -> Iterator[Finding]:
    """A last day before its first day; both may be the same. An open end is never wrong."""
    for rows, first, last in _SPANS:
        for row, each in enumerate(getattr(records, rows)):
            begins, ends = getattr(each, first), getattr(each, last)
            if begins is not None and ends is not None and ends < begins:
                values = {"found": ends, "first": begins, "first_key": _COLUMN.get(first, first)}
                yield Finding("last_before_first", f"{rows}.csv", row, _COLUMN.get(last, last), values)


def backward_stages(records: Records) -> Iterator[Finding]:
    """A school whose last stage is below its first."""
    for row, place in enumerate(records.places):
        if place.stage_from is not None and place.stage_to is not None and place.stage_to < place.stage_from:
            values = {"found": place.stage_to, "first": place.stage_from}
            yield Finding("stage_to_below_from", "places.csv", row, "stage_to", values)


def backward_intervals(records: Records) -> Iterator[Finding]:
    """A low end above the high end. An empty end is the value itself."""
    for rows in ("baselines", "measurements"):
        for row, each in enumerate(getattr(records, rows)):
            low, high = _ends(each)
            if low is not None and high is not None and high < low:
                yield Finding("interval_backwards", f"{rows}.csv", row, "low", {"low": low, "high": high})


def _ends(measured: Any) -> tuple[Any, Any]:
    low = measured.value if measured.low is None else measured.low
    high = measured.value if measured.high is None else measured.high
    return low, high
