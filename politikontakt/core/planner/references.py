"""What planning.toml names and what must be there: commitments, places, zones."""

from collections.abc import Iterator, Mapping

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.agreement.tables import Reading
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.rules.count import CountTerms
from politikontakt.core.faults import Fault
from politikontakt.core.planner.contradictions import Lines, line_of
from politikontakt.core.planner.ground import Ground
from politikontakt.core.planner.settings import Series
from politikontakt.core.records.model import Records

MOST_AT_A_PLACE = 10_000
"""Items of one series at one place in one period: more than there are days in forty years."""


def check(
    reading: Reading, every: Mapping[int, Series], agreement: Agreement | None, records: Records | None
) -> Mapping[int, Series]:
    """Note every reference of a series that leads nowhere or does not fit, and ids used twice.

    `every` is by position in the file. Gives those of them that have no such fault. Without agreement
    or records nothing is said of what it might hold.
    """
    terms = {each.id: each.terms for each in agreement.commitments} if agreement else {}
    places = tuple(sorted(each.id for each in records.places)) if records else ()
    seen: dict[str, int] = {}
    sound = {}
    for position, series in every.items():
        path, before = ("series", position), len(reading.faults)
        if series.id in seen:
            other_line = reading.document.line(("series", seen[series.id], "id"))
            reading.wrong((*path, "id"), "repeated_id", found=series.id, other_line=other_line)
        seen.setdefault(series.id, position)
        if series.commitment is not None and agreement is not None:
            _check_commitment(reading, path, series, terms)
        for at, place in enumerate(series.places if records else ()):
            if place not in places:
                reading.wrong((*path, "places", at), "unknown_place", found=place, choices=places)
        if len(reading.faults) == before:
            sound[position] = series
    return sound


def _check_commitment(
    reading: Reading, path: tuple[str | int, ...], series: Series, known: Mapping[str, object]
) -> None:
    if series.commitment is None or series.commitment not in known:
        choices = tuple(each for each, terms in known.items() if isinstance(terms, CountTerms))
        reading.wrong((*path, "commitment"), "unknown_commitment", found=series.commitment, choices=choices)
        return
    terms = known[series.commitment]
    if not isinstance(terms, CountTerms):
        reading.wrong((*path, "commitment"), "commitment_not_count", found=series.commitment)
    elif terms.for_each is not None and series.places:
        reading.wrong((*path, "places"), "places_beside_for_each", commitment=series.commitment)
    elif terms.for_each is None and not series.places:
        reading.wrong((*path, "places"), "places_missing", commitment=series.commitment)


def check_numbers(reading: Reading, every: Mapping[int, Series], ground: Ground, days: DayRange) -> None:
    """Note each series whose rows would be too short to count in a period that is planned, or are too many."""
    inside = days.cut(ground.matter.frame)
    if inside is None:
        return
    for position, series in every.items():
        terms = [ground.terms(series, period) for period in ground.periods(series, inside)]
        least = max(each.min_minutes for each in terms)
        if series.minutes < least:
            values = {"found": series.minutes, "least": least, "commitment": series.commitment}
            reading.wrong(("series", position, "minutes"), "minutes_below_min", **values)
        most = max(each.at_least for each in terms) + series.reserve
        if most > MOST_AT_A_PLACE:
            reading.wrong(("series", position), "too_many_to_plan", found=most, most=MOST_AT_A_PLACE)


def unknown_zones(records: Records, travel: Mapping[str, object] | None, lines: Lines) -> Iterator[Fault]:
    """Each place in a zone for which `[travel]` says no minutes; none where `[travel]` can't be read."""
    if travel is None:
        return
    choices = tuple(travel)
    for row, place in enumerate(records.places):
        if place.zone is not None and place.zone not in travel:
            values = {"found": place.zone, "choices": choices}
            yield Fault("unknown_zone", "places.csv", line_of(lines, "places.csv", row), "zone", values)
