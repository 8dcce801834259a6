"""A verdict as other programs get it."""

import json
from datetime import date

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.as_json import as_json
from politikontakt.core.commitments.verdict import Ignored, PeriodRef, Standing, Verdict

EVERYTHING = Verdict(
    commitment="P1",
    clause="1",
    subject="x/2018",
    period=PeriodRef(label="2018", first=date(2016, 10, 1), last=date(2018, 7, 31)),
    standing=Standing.DISPUTED,
    would_be=Standing.KEPT,
    done=1,
    required=2,
    expected=3,
    planned=4,
    share=0.5,
    coverage=0.25,
    target=(1.0, 2.0),
    answered=5,
    due=6,
    counted=("a",),
    ignored=(Ignored(id="b", reason="same_day"),),
    reasons=("out_of_days",),
    gaps=(DayRange(date(2017, 1, 1), date(2017, 1, 2)),),
    gap_days=2,
    days_late=7,
    changes=8,
    amendment="Sak 1",
)


def test_the_keys_come_in_the_order_of_the_contract():
    order = (
        "commitment, clause, subject, period, standing, would_be, done, required, expected, planned, share, "
        "coverage, target, answered, due, counted, ignored, reasons, gaps, gap_days, days_late, changes, amendment"
    )

    assert list(as_json(EVERYTHING)) == order.split(", ")


def test_every_value_is_one_that_json_knows():
    assert json.loads(json.dumps(as_json(EVERYTHING))) == {
        "commitment": "P1",
        "clause": "1",
        "subject": "x/2018",
        "period": {"label": "2018", "first": "2016-10-01", "last": "2018-07-31"},
        "standing": "disputed",
        "would_be": "kept",
        "done": 1,
        "required": 2,
        "expected": 3,
        "planned": 4,
        "share": 0.5,
        "coverage": 0.25,
        "target": {"low": 1.0, "high": 2.0},
        "answered": 5,
        "due": 6,
        "counted": ["a"],
        "ignored": [{"id": "b", "reason": "same_day"}],
        "reasons": ["out_of_days"],
        "gaps": [{"first": "2017-01-01", "last": "2017-01-02"}],
        "gap_days": 2,
        "days_late": 7,
        "changes": 8,
        "amendment": "Sak 1",
    }


def test_what_has_no_meaning_is_left_out_but_a_zero_is_not():
    verdict = Verdict(commitment="P1", clause="1", standing=Standing.ON_TRACK, done=0, counted=(), reasons=())

    assert as_json(verdict) == {
        "commitment": "P1",
        "clause": "1",
        "subject": "",
        "standing": "on_track",
        "done": 0,
        "counted": [],
        "reasons": [],
    }


def test_a_clause_without_commitment_says_null():
    verdict = Verdict(commitment=None, clause="P9", standing=Standing.NOT_MEASURED, reasons=("no_rule",))

    assert as_json(verdict) == {
        "commitment": None,
        "clause": "P9",
        "subject": "",
        "standing": "not_measured",
        "reasons": ["no_rule"],
    }
