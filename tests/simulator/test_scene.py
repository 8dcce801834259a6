"""What runs have shown to be odd, step by step, and what becomes of it."""

from dataclasses import replace

from tests.simulator.checks import faults
from tests.simulator.phone import Tab
from tests.simulator.quiet import quieten
from tests.simulator.scene import Scene
from tests.simulator.storage import Item
from tests.simulator.town import Town


def begun(town: Town) -> Scene:
    town.database.restore()
    return Scene(town, 1, 0)


def test_a_tab_saved_after_its_item_was_sent_and_deleted_is_a_conflict_that_shows_both(town: Town) -> None:
    scene = begun(town)
    [phone] = scene.phones
    first = scene.finish(phone, Tab(Item(scene.key(), "log", scene.visit(phone), phone.who, "draft")))
    tab = Tab(replace(first, body=scene.visit(phone)), first)
    scene.exchange(phone)
    phone.drop(first.id, "")
    scene.release(phone, first)

    second = scene.finish(phone, tab)
    scene.exchange(phone)

    [shown] = phone.storage.items("needs")
    assert shown.answer
    assert (shown.answer["status"], shown.answer["code"]) == (409, "key_conflict")
    assert (shown.body["note"], shown.answer["stored"]["note"]) == (second.body["note"], first.body["note"])
    quieten(scene)
    assert faults(scene) == []


def test_a_sign_in_that_ran_out_while_a_phone_hears_of_another_user_is_asked_for_when_it_sends(town: Town) -> None:
    scene = begun(town)
    [phone] = scene.phones
    scene.finish(phone, Tab(Item(scene.key(), "log", scene.visit(phone), phone.who, "draft")))
    posted = scene.post(phone)
    assert posted
    scene.server.sessions[phone.session] = str(town.users["ola"].pk)
    returned = scene.deliver(posted)
    del scene.server.sessions[phone.session]

    scene.receive(returned)

    assert (returned.reply.status, scene.exchange(phone)) == (403, 401)
    quieten(scene)
    assert faults(scene) == []


def test_a_tab_saved_after_its_item_was_deleted_while_it_was_sent_is_an_entry_of_its_own(town: Town) -> None:
    scene = begun(town)
    [phone] = scene.phones
    first = scene.finish(phone, Tab(Item(scene.key(), "log", scene.visit(phone), phone.who, "draft")))
    tab = Tab(first, first)
    scene.post(phone)
    sent = phone.storage.item(first.id)
    assert sent
    scene.promise(phone, phone.take_back(sent, scene.key()))
    scene.release(phone, sent)

    again = scene.finish(phone, tab)

    assert (again.key != first.key, again.body) == (True, first.body)
    quieten(scene)
    assert scene.record.rows[again.key].holds
    assert not scene.record.rows[first.key].holds
