"""Which series a row of the records belongs to, and whether it counts for it."""

import re

from politikontakt.core.commitments.rules.count import qualifies
from politikontakt.core.planner.ground import Ground
from politikontakt.core.planner.settings import Series
from politikontakt.core.records.model import Activity

_ROW_ID = re.compile(r"(?P<series>[\w-]+)\.(?P<place>.+)\.[0-9]{4}-[0-9]{2}-[0-9]{2}\.[0-9]+(\.[0-9]+)?")


def series_of(row: Activity, ground: Ground) -> Series | None:
    """The series its column names, else the one its id names, else the first of the file that it fits."""
    named = _named(row, ground)
    return named or next((each for each in ground.planning.series if counts(row, each, ground)), None)


def _named(row: Activity, ground: Ground) -> Series | None:
    if row.series in ground.series:
        return ground.series[row.series]
    found = _ROW_ID.fullmatch(row.id)
    return ground.series.get(found["series"]) if found and found["place"] == row.place else None


def counts(row: Activity, series: Series, ground: Ground) -> bool:
    """Whether it counts for the series once it is done: right place, kind, role, purpose, audience and length."""
    period = ground.period_holding(series, row.on)
    if period is None or row.place not in ground.places(series, period):
        return False
    return qualifies(ground.terms(series, period), row, ground.matter.evidence)
