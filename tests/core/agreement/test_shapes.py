from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from politikontakt.core.agreement import fields, shapes
from politikontakt.core.agreement.shapes import ForEach, Names, Shape

NAMES = Names(roles=frozenset({"contact", "chief"}), parties=frozenset({"police", "town"}))

RIGHT = [
    (shapes.codes(), "school_visit", ("school_visit",)),  # one is a list of one
    (shapes.codes(), ["cohort:2018", "skolebesøk"], ("cohort:2018", "skolebesøk")),
    (shapes.codes(may_be_empty=True), [], ()),
    (shapes.one_code(), "council", "council"),
    (shapes.whole_number(), 0, 0),
    (shapes.whole_number(least=1), 1, 1),
    (shapes.share(), 1, Fraction(1)),
    (shapes.share(), Decimal("0.6"), Fraction(3, 5)),
    (shapes.share(), 0.1, Fraction(1, 10)),  # as written, not as binary
    (shapes.number(), Decimal("2250.5"), Fraction(4501, 2)),
    (shapes.yes_no(), False, False),
    (shapes.day(), date(2016, 12, 31), date(2016, 12, 31)),
    (shapes.one_of("days", "items"), "items", "items"),
    (shapes.role(), "chief", "chief"),
    (shapes.party(), "town", "town"),
    (shapes.parties(), "police", ("police",)),
    (shapes.parties(), ["town", "police"], ("town", "police")),
    (shapes.roles_counted(), {"contact": 2, "chief": 1}, (("contact", 2), ("chief", 1))),
    (shapes.roles_counted(), {}, ()),  # a meeting that anybody may hold
    (shapes.places_matching(), {"place": "school", "teaches_stage": 8}, ForEach("school", 8)),
    (shapes.places_matching(), {"owner": "Fylket"}, ForEach(owner="Fylket")),
    (shapes.stages(), [8, 10], (8, 10)),
    (shapes.stages(), [13, 13], (13, 13)),
    (shapes.words(), "Malvik senter", ("Malvik senter",)),
    (fields.texts(), {"nb": "Besøk", "sma": "x"}, {"nb": "Besøk", "sma": "x"}),
    (fields.identifier(), "malvik-2016", "malvik-2016"),
    (fields.commitment_identifier(), "P12b", "P12b"),
    (fields.month_day(), "12-31", (12, 31)),
    (fields.time_zone(), "Arctic/Longyearbyen", "Arctic/Longyearbyen"),
    (fields.format_number(), 1, 1),
]

WRONG = [
    (shapes.codes(), 8, [("not_list", "")]),
    (shapes.codes(), [], [("empty_list", "")]),
    (shapes.codes(), [1, "a b", ""], [("not_text", "[0]"), ("not_code", "[1]"), ("empty_text", "[2]")]),
    (shapes.codes(), ["a", "a"], [("repeated_item", "[1]")]),
    (shapes.one_code(), ["a"], [("not_text", "")]),
    (shapes.one_code(), "a;b", [("not_code", "")]),
    (shapes.whole_number(), True, [("not_whole_number", "")]),
    (shapes.whole_number(), 8.0, [("not_whole_number", "")]),
    (shapes.whole_number(), Decimal("8.0"), [("not_whole_number", "")]),
    (shapes.whole_number(least=1), 0, [("too_small", "")]),
    (shapes.share(), Decimal("1.01"), [("not_share", "")]),
    (shapes.share(), True, [("not_share", "")]),
    (shapes.share(), "0.6", [("not_share", "")]),
    (shapes.number(), 0, [("not_above", "")]),
    (shapes.number(), Decimal("nan"), [("not_number", "")]),
    (shapes.yes_no(), 1, [("not_yes_no", "")]),
    (shapes.day(), datetime(2016, 12, 31, tzinfo=UTC), [("not_day", "")]),
    (shapes.day(), "2016-12-31", [("not_day", "")]),
    (shapes.one_of("days", "items"), "Days", [("not_one_of", "")]),
    (shapes.role(), "mayor", [("unknown_role", "")]),
    (shapes.parties(), ["town", "state"], [("unknown_party", "[1]")]),
    (shapes.roles_counted(), {"contact": 0}, [("too_small", ".contact")]),
    (shapes.roles_counted(), {"mayor": 1}, [("unknown_role", ".mayor")]),
    (shapes.roles_counted(), "contact", [("not_table", "")]),
    (shapes.places_matching(), {}, [("empty_table", "")]),
    (shapes.places_matching(), {"kind": "school"}, [("unknown_key", ".kind")]),
    (shapes.places_matching(), {"teaches_stage": 0}, [("too_small", ".teaches_stage")]),
    (shapes.stages(), [8], [("not_two_stages", "")]),
    (shapes.stages(), [8, "10"], [("not_whole_number", "[1]")]),
    (shapes.stages(), [10, 8], [("stages_backwards", "")]),
    (shapes.words(), [" "], [("empty_text", "[0]")]),
    (fields.texts(), "Besøk", [("not_texts", "")]),
    (fields.texts(), {}, [("no_language", "")]),
    (fields.texts(), {"Bokmål": "x", "nn": ""}, [("not_language", ".Bokmål"), ("empty_text", ".nn")]),
    (fields.identifier(), "P12b", [("not_id", "")]),
    (fields.commitment_identifier(), "P 12", [("not_commitment_id", "")]),
    (fields.month_day(), "8-1", [("not_month_day", "")]),
    (fields.month_day(), "13-01", [("no_such_month_day", "")]),
    (fields.time_zone(), "../etc/passwd", [("unknown_time_zone", "")]),
    (fields.time_zone(), "Europe", [("unknown_time_zone", "")]),
    (fields.format_number(), True, [("unknown_format", "")]),
]


@pytest.mark.parametrize(("shape", "written", "read"), RIGHT)
def test_a_right_value_becomes_the_rules_value(shape: Shape, written: Any, read: Any):
    assert shape.read(written, NAMES) == read


@pytest.mark.parametrize(("shape", "written", "wrongs"), WRONG)
def test_a_wrong_value_says_what_is_wrong_and_where(shape: Shape, written: Any, wrongs: list[tuple[str, str]]):
    assert [(each.code, each.inside) for each in shape.read(written, NAMES)] == wrongs


EVERY_SHAPE: list[Callable[[], Shape]] = [
    shapes.codes,
    shapes.one_code,
    shapes.whole_number,
    shapes.share,
    shapes.number,
    shapes.yes_no,
    shapes.day,
    lambda: shapes.one_of("a"),
    shapes.role,
    shapes.party,
    shapes.parties,
    shapes.roles_counted,
    shapes.places_matching,
    shapes.stages,
    shapes.words,
    fields.text,
    fields.texts,
    fields.identifier,
    fields.commitment_identifier,
    fields.near_day,
    fields.month_day,
    fields.time_zone,
    fields.format_number,
]
ANYTHING = [None, True, -1, 0, 10**40, 1.5, Decimal("inf"), "", "\0", "x" * 200_000, [], [[]], [{}], {"a": []}, {"": 0}]


@pytest.mark.parametrize("make", EVERY_SHAPE)
@pytest.mark.parametrize("value", ANYTHING, ids=lambda value: repr(value)[:12])
def test_no_value_is_too_strange_to_say_what_is_wrong_with_it(make: Callable[[], Shape], value: Any):
    read = make().read(value, NAMES)

    assert not isinstance(read, list) or (read and all(isinstance(each, shapes.Wrong) for each in read))
