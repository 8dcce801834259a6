"""What the record ought to hold: the plain rules against which the server is held."""

from datetime import date
from typing import Any

from tests.simulator.record import Answered, Record

DAY = date(2018, 3, 15)


def visit(note: str = "one", **other: Any) -> dict[str, Any]:
    return {"kind": "school_visit", "happened_on": "2018-03-15", "people": ["berit"], "note": note, **other}


def take(record: Record, key: str, do: str, body: dict[str, Any]) -> Answered:
    return record.take(key, do, body, "berit", DAY)


def test_a_key_is_stored_once() -> None:
    record = Record()

    answers = [take(record, "a", "log", visit()) for _ in range(2)]

    assert answers == [Answered(201, "a"), Answered(200, "a")]
    assert list(record.rows) == ["a"]


def test_other_content_under_a_known_key_is_a_conflict_and_shows_the_first() -> None:
    record = Record()
    take(record, "a", "log", visit())

    assert take(record, "a", "log", visit("two")) == Answered(409, "a")
    assert record.rows["a"].content["note"] == "one"


def test_the_second_of_two_who_correct_one_row_is_shown_the_first_ones() -> None:
    record = Record()
    take(record, "a", "log", visit())
    take(record, "b", "log", visit("two", replaces="a"))

    assert take(record, "c", "log", visit("three", replaces="a")) == Answered(409, "b")


def test_taking_back_a_correction_gives_what_was_before_as_a_new_row() -> None:
    record = Record()
    take(record, "a", "log", visit())
    take(record, "b", "log", visit("two", replaces="a"))

    take(record, "c", "take_back", {"row": "b"})

    held = [(each.key, each.content["note"]) for each in record.rows.values() if each.holds]
    assert held == [("c", "one")]


def test_taking_back_what_replaced_nothing_leaves_nothing_that_holds() -> None:
    record = Record()
    take(record, "a", "log", visit())

    take(record, "b", "take_back", {"row": "a"})

    assert record.shown(DAY, DAY) == []
    assert record.what_holds("a") == "b"


def test_what_was_never_stored_can_not_be_corrected() -> None:
    assert take(Record(), "b", "log", visit(replaces="a")) == Answered(404)


def test_tomorrow_and_nobody_are_refused_and_leave_the_key_free() -> None:
    record = Record()

    assert take(record, "a", "log", visit(happened_on="2018-03-16")) == Answered(422)
    assert take(record, "a", "log", visit(people=[])) == Answered(422)
    assert take(record, "a", "log", visit()) == Answered(201, "a")


def test_nobody_is_called_out_twice_at_once() -> None:
    record = Record()
    out = {"cause": "called_out", "happened_on": "2018-03-15"}
    take(record, "a", "call_out", out)

    assert take(record, "b", "call_out", out) == Answered(422)
    take(record, "c", "come_back", {"call_out": "a", "minutes": 45})
    assert take(record, "b", "call_out", out) == Answered(201, "b")
