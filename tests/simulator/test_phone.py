"""The rules that a phone keeps, as its scripts have them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.simulator.phone import Phone, Tab
from tests.simulator.shapes import meant, older, same
from tests.simulator.storage import Full, Item

BODY = {**meant("log", {}), "kind": "school_visit", "happened_on": "2018-03-15", "starts_at": "08:15", "note": "one"}
OTHER = {**BODY, "note": "two"}
STORED = {"status": 201, "code": "", "text": "", "stored": None}
OVERTAKEN = {"status": 409, "code": "overtaken", "text": "…", "stored": {"key": "theirs", "holds": True}}
REFUSED = {"status": 422, "code": "in_future", "text": "…", "stored": None}


@pytest.fixture
def phone() -> Phone:
    return Phone(0, "1", "berit", 0, "1")


def item(fate: str = "draft", body: dict[str, object] = BODY) -> Item:
    return Item("mine", "log", body, "1", fate)


def fates(phone: Phone) -> list[tuple[str, str, str]]:
    return [(each.key, each.fate, str(each.body.get("note", ""))) for each in phone.storage.items()]


def test_two_tabs_that_save_one_draft_leave_both_texts(phone: Phone) -> None:
    first = Tab(item())
    phone.keep_draft(first)
    second = Tab(replace(first.item, body=OTHER), first.item)

    phone.finish(first)
    phone.finish(second)

    assert fates(phone) == [("mine", "waiting", "one"), ("mine", "waiting", "two")]


def test_the_same_content_saved_in_two_tabs_is_one_item(phone: Phone) -> None:
    first = Tab(item())
    phone.keep_draft(first)
    second = Tab(first.item, first.item)

    phone.finish(first)
    phone.finish(second)

    assert fates(phone) == [("mine", "waiting", "one")]


def test_a_draft_in_one_tab_never_covers_what_another_has_saved(phone: Phone) -> None:
    first = Tab(item())
    phone.keep_draft(first)
    second = Tab(replace(first.item, body=OTHER), first.item)
    phone.finish(first)

    phone.keep_draft(second)

    assert fates(phone) == [("mine", "waiting", "one")]


def test_what_was_not_sent_yet_is_changed_where_it_lies(phone: Phone) -> None:
    there = phone.storage.keep(item("waiting"))

    phone.finish(Tab(replace(there, body=OTHER), there))

    assert fates(phone) == [("mine", "waiting", "two")]


def test_what_was_refused_is_mended_under_its_own_key_even_unchanged(phone: Phone) -> None:
    there = phone.storage.keep(replace(item("needs"), tried=True, answer=REFUSED))

    phone.finish(Tab(there, there))

    assert fates(phone) == [("mine", "waiting", "one")]


def test_what_may_have_reached_the_server_is_taken_back_not_forgotten(phone: Phone) -> None:
    there = phone.storage.keep(replace(item("waiting"), tried=True))

    phone.drop(there.id, "back")

    assert fates(phone) == [("mine", "waiting", "one"), ("back", "waiting", "")]
    assert phone.storage.item(there.id) == replace(there, hidden=True)


def test_what_never_left_the_phone_is_just_forgotten(phone: Phone) -> None:
    there = phone.storage.keep(item("waiting"))

    phone.drop(there.id, "back")

    assert fates(phone) == []


def test_an_answer_about_other_content_changes_nothing(phone: Phone) -> None:
    there = phone.storage.keep(item("waiting"))
    sent = phone.parcel()
    phone.storage.change(there.id, body=OTHER)

    phone.settle(sent, [REFUSED])

    assert fates(phone) == [("mine", "waiting", "two")]


def test_a_late_refusal_does_not_undo_what_was_stored(phone: Phone) -> None:
    phone.storage.keep(item("waiting"))
    sent = phone.parcel()

    phone.settle(sent, [STORED])
    phone.settle(sent, [REFUSED])

    assert fates(phone) == [("mine", "sent", "one")]


# What stands in its place → what the own text then corrects.
@pytest.mark.parametrize(("holds", "corrected"), [(True, "theirs"), (False, "")])
def test_the_own_text_corrects_what_holds_and_stands_alone_where_nothing_does(
    phone: Phone, holds: bool, corrected: str
) -> None:
    answer = {**OVERTAKEN, "stored": {"key": "theirs", "holds": holds}}
    there = phone.storage.keep(replace(item("needs"), answer=answer))

    again = phone.send_mine(there, "fresh")

    assert again
    assert (again.key, again.fate, again.body["replaces"]) == ("fresh", "waiting", corrected)


def test_taking_back_what_never_came_leaves_neither(phone: Phone) -> None:
    there = phone.storage.keep(replace(item("needs"), tried=True, answer=REFUSED))
    phone.take_back(there, "back")
    sent = phone.parcel()

    idle = phone.settle(sent, [{"status": 404, "code": "no_such_row", "text": "…", "stored": None}])

    assert (idle, fates(phone)) == (sent, [])


def test_one_sends_only_what_the_signed_in_user_wrote(phone: Phone) -> None:
    phone.storage.keep(item("waiting"))
    phone.storage.keep(replace(item("waiting"), key="hers", who="2"))

    assert [each.key for each in phone.parcel()] == ["mine"]


def test_a_full_phone_says_so_and_keeps_what_it_has(phone: Phone) -> None:
    there = phone.storage.keep(item("waiting"))
    phone.storage.full = True

    with pytest.raises(Full):
        phone.finish(Tab(replace(item(), key="other")))

    assert phone.storage.items() == [there]


def test_a_restart_leaves_what_is_kept_and_no_tab(phone: Phone) -> None:
    tab = Tab(item())
    phone.keep_draft(tab)
    phone.tabs.append(tab)

    phone.restart()

    assert (phone.tabs, fates(phone)) == ([], [("mine", "draft", "one")])


def test_an_update_changes_the_shape_and_not_the_content(phone: Phone) -> None:
    phone.old_app = True
    there = phone.storage.keep(item("waiting", phone.written("log", BODY)))

    phone.update()

    assert there.body == older("log", BODY)
    assert same("log", there.body, BODY)
    assert [each.body for each in phone.storage.items()] == [BODY]


# The phone's own local day, through the clocks' changes: two days ahead may be three by the calendar.
@pytest.mark.parametrize(
    ("now", "skew", "day"),
    [
        ("2018-03-15T22:59", 0, date(2018, 3, 15)),  # 23:59 there
        ("2018-03-15T23:00", 0, date(2018, 3, 16)),  # midnight
        ("2018-03-24T22:30", 48, date(2018, 3, 27)),  # 23:30, and then a day of 23 hours
        ("2018-10-27T22:00", 48, date(2018, 10, 29)),  # midnight, and then a day of 25 hours
        ("2018-03-15T09:00", -48, date(2018, 3, 13)),
    ],
)
def test_a_phone_has_the_day_of_its_own_clock(phone: Phone, now: str, skew: int, day: date) -> None:
    phone.skew = timedelta(hours=skew)

    assert phone.today(datetime.fromisoformat(now).replace(tzinfo=UTC)) == day


def test_being_out_ends_with_coming_back(phone: Phone) -> None:
    out = phone.storage.keep(Item("out", "call_out", {"happened_on": "2018-03-15"}, "1", "sent"))
    assert phone.out() == out

    phone.storage.keep(Item("back", "come_back", {"call_out": "out", "minutes": 45}, "1", "waiting"))

    assert phone.out() is None
