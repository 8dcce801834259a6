"""Three invented municipalities that share contacts, small enough for tests."""

from dataclasses import replace
from datetime import date
from functools import cache

from bench.instances.sizes import district
from politikontakt.core.planner.model import Problem

FIRST, LAST = date(2016, 9, 5), date(2016, 9, 25)


@cache
def three_towns() -> Problem:
    """Three weeks of three municipalities with four contacts, two of whom serve two municipalities each."""
    return replace(district(1, municipalities=3, contacts=4), first=FIRST, last=LAST).problem()
