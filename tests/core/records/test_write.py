import csv
import io
from datetime import UTC, date, datetime, time, timedelta, timezone
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from politikontakt.core.privacy.national_ids import find_national_ids
from politikontakt.core.records import model
from politikontakt.core.records.columns import BLOCKS, EXCEPTION_KINDS, FILES, FINDINGS, STATUSES
from politikontakt.core.records.model import Measurement, Person, Records
from politikontakt.core.records.read import read_records
from politikontakt.core.records.write import write_records
from tests.core.records.test_read import AS_VALUES

PURPOSES = ("preventive", "operative", "coordination", "other")


def test_what_is_written_is_read_as_the_same():
    assert read_records(write_records(AS_VALUES), None) == AS_VALUES


def test_the_files_are_plain():
    files = write_records(Records(people=(Person(id="kari", name='Kari "K" Berg, Dalen'),)))

    assert files["people.csv"] == b'id,name\nkari,"Kari ""K"" Berg, Dalen"\n'
    assert files["events.csv"] == b"id,kind,date\n"
    assert list(files) == list(FILES)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(12), "12"),
        (Fraction(120), "120"),
        (Fraction(25, 2), "12.5"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(0), "0"),
        (Fraction(1, 10**15), "0.000000000000001"),
    ],
)
def test_numbers_are_written_in_full(value: Fraction, written: str):
    measured = Measurement(indicator="x", period_first=date(2020, 1, 1), period_last=date(2020, 1, 2), value=value)

    rows = list(csv.reader(io.StringIO(write_records(Records(measurements=(measured,)))["measurements.csv"].decode())))

    assert rows[1][3] == written


def test_a_number_without_end_can_not_be_written():
    measured = Measurement(
        indicator="x", period_first=date(2020, 1, 1), period_last=date(2020, 1, 2), value=Fraction(1, 3)
    )

    with pytest.raises(ValueError, match="1/3"):
        write_records(Records(measurements=(measured,)))


DAYS = st.dates(date(1000, 1, 1))
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\r\t\",;|'"), max_size=12
)
TEXTS = TEXT.map(lambda text: text.replace("\r\n", "\n").replace("\r", "\n").strip()).filter(
    lambda text: text and not find_national_ids(text)
)
CODES = st.text("abcæøå_-.:/ 7", min_size=1, max_size=8).filter(lambda text: text.strip() == text)
SEVERAL = st.lists(CODES, unique=True, max_size=3).map(tuple)
INSTANTS = st.datetimes(
    datetime(1970, 1, 1),  # noqa: DTZ001 (hypothesis wants it so)
    timezones=st.sampled_from([None, UTC, timezone(timedelta(hours=2))]),
)
CLOCKS = st.times().map(lambda at: time(at.hour, at.minute))
NUMBERS = st.decimals(-(10**9), 10**9, places=3).map(Fraction)


def some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def numbered(row: type[Any], /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A few rows of a file, each with an id of its own."""
    return st.lists(st.builds(row, id=CODES, **fields), max_size=2, unique_by=lambda each: each.id).map(tuple)


def spanning(row: type[Any], first: str, last: str, *, open_end: bool = False, **fields: st.SearchStrategy[Any]):
    """A few rows that begin before they end."""
    ends = st.tuples(DAYS, some(DAYS) if open_end else DAYS)
    fitting = ends.filter(lambda pair: pair[1] is None or pair[0] <= pair[1])
    rows = st.tuples(fitting, st.fixed_dictionaries(fields)).map(
        lambda parts: row(**{first: parts[0][0], last: parts[0][1]}, **parts[1])
    )
    return st.lists(rows, max_size=2).map(tuple)


RECORDS = st.builds(
    Records,
    places=numbered(
        model.Place,
        name=TEXTS,
        kind=st.sampled_from(("school", "other")),
        stage_from=some(st.integers(1, 7)),
        stage_to=some(st.integers(8, 13)),
        owner=some(TEXTS),
        zone=some(CODES),
    ),
    people=numbered(model.Person, name=TEXTS),
    activities=numbered(
        model.Activity,
        kind=CODES,
        status=st.sampled_from(STATUSES),
        on=DAYS,
        start=some(CLOCKS),
        minutes=st.integers(0, 10_000),
        place=st.none(),
        people=st.just(()),
        purpose=some(st.sampled_from(PURPOSES)),
        audience=SEVERAL,
        themes=SEVERAL,
        partner=some(TEXTS),
        recorded_at=some(INSTANTS),
        confirmed=some(st.booleans()),
        series=some(CODES),
        period=some(DAYS),
        ordinal=some(st.integers(1, 99)),
    ),
    meetings=numbered(
        model.Meeting,
        kind=CODES,
        status=st.sampled_from(STATUSES),
        on=DAYS,
        people=st.just(()),
        agenda=SEVERAL,
        start=some(CLOCKS),
        block=some(st.sampled_from(BLOCKS)),
        minutes=some(st.integers(0, 999)),
        place=st.none(),
    ),
    documents=numbered(model.Document, kind=CODES, approved_on=DAYS, attached=st.booleans()),
    events=numbered(model.Event, kind=CODES, on=DAYS),
    judgements=st.lists(
        st.builds(
            model.Judgement,
            commitment=CODES,
            party=CODES,
            period_first=DAYS,
            judged_on=DAYS,
            finding=st.sampled_from(FINDINGS),
        ),
        max_size=2,
    ).map(tuple),
    measurements=spanning(
        model.Measurement,
        "period_first",
        "period_last",
        indicator=CODES,
        value=NUMBERS,
        low=st.none(),
        high=st.none(),
    ),
    exceptions=spanning(
        model.Exemption,
        "first",
        "last",
        commitment=CODES,
        kind=st.sampled_from(EXCEPTION_KINDS),
        subject=some(CODES),
        accepted_by=SEVERAL,
        reason=some(TEXTS),
    ),
    disputes=spanning(
        model.Dispute,
        "opened_on",
        "settled_on",
        open_end=True,
        commitment=CODES,
        party=CODES,
        subject=some(CODES),
        period_first=some(DAYS),
        reason=some(TEXTS),
    ),
    closed_days=spanning(model.ClosedDays, "first", "last", place=st.none(), reason=some(TEXTS)),
    availability=st.just(()),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(RECORDS)
def test_any_records_come_back_and_are_written_the_same_again(records: Records):
    files = write_records(records)

    again = read_records(files, None)

    assert again == records
    assert write_records(again) == files
