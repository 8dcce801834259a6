"""A database that gives up at each single statement, in each manner: nothing is lost, doubled or left half done."""

from collections.abc import Iterator

import pytest
from django.db import OperationalError, connection, transaction
from django.db.models import F

from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.models import Head
from tests.simulator.checks import faults
from tests.simulator.machine import KILLED, MANNERS, REFUSES, ROLLS_BACK, UNSURE, Fault, Killed, giving_up
from tests.simulator.phone import Tab
from tests.simulator.playing import improvise
from tests.simulator.quiet import quieten
from tests.simulator.scene import Posted, Scene
from tests.simulator.storage import Item
from tests.simulator.town import Town

MOST_STATEMENTS = 200
"""More than any parcel here takes."""


def logged(scene: Scene, phone: int = 0, key: str = "", replaces: str = "", people: bool = True) -> Item:
    """A visit that waits on a phone."""
    body = scene.visit(scene.phones[phone], replaces=replaces)
    body = body if people else {**body, "people": []}
    return scene.finish(
        scene.phones[phone], Tab(Item(key or scene.key(), "log", body, scene.phones[phone].who, "draft"))
    )


def asked(scene: Scene, do: str, **body: object) -> Item:
    """Something else that waits on the first phone."""
    phone = scene.phones[0]
    item = phone.storage.keep(Item(scene.key(), do, body, phone.who, "waiting"))
    scene.promise(phone, item)
    return item


def a_new_visit_and_its_correction(scene: Scene) -> None:
    first = logged(scene)
    logged(scene, replaces=first.key)


def what_was_stored_before(scene: Scene) -> None:
    logged(scene)
    posted = scene.post(scene.phones[0])
    assert posted
    scene.deliver(posted)


def what_conflicts_with_itself(scene: Scene) -> None:
    first = logged(scene)
    scene.forked.add(first.key)
    logged(scene, key=first.key)


def what_somebody_else_corrected(scene: Scene) -> None:
    planned = next(iter(scene.town.planned))
    logged(scene, phone=1, replaces=planned)
    scene.exchange(scene.phones[1])
    logged(scene, replaces=planned)


def what_is_refused(scene: Scene) -> None:
    logged(scene, people=False)
    logged(scene)


def what_is_taken_back(scene: Scene) -> None:
    scene.phones[0].take_back(logged(scene, replaces=next(iter(scene.town.planned))), scene.key())


def what_builds_on_nothing(scene: Scene) -> None:
    asked(scene, "take_back", row=scene.key())


def being_out(scene: Scene) -> None:
    out = asked(scene, "call_out", cause="called_out", happened_on="2018-03-15")
    asked(scene, "come_back", call_out=out.key, minutes=45, cause="called_out")


def a_slip_of_the_thumb(scene: Scene) -> None:
    out = asked(scene, "call_out", cause="called_out", happened_on="2018-03-15")
    asked(scene, "never_out", call_out=out.key)


PARCELS = [
    a_new_visit_and_its_correction,
    what_was_stored_before,
    what_conflicts_with_itself,
    what_somebody_else_corrected,
    what_is_refused,
    what_is_taken_back,
    what_builds_on_nothing,
    being_out,
    a_slip_of_the_thumb,
]


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("parcel", PARCELS)
def test_whichever_statement_fails_the_phone_sends_again_and_all_is_well(town: Town, parcel, manner: str) -> None:
    for scene, posted, fault in each_statement(town, parcel, manner):
        scene.deliver(posted, fault=fault)
        quieten(scene)

        assert faults(scene) == [], fault


def each_statement(town: Town, parcel, manner: str) -> Iterator[tuple[Scene, Posted, Fault]]:
    """The scene anew with a fault at one statement after the other, until the last is behind it."""
    for statement in range(1, MOST_STATEMENTS):
        town.database.restore()
        scene, fault = Scene(town, 2, 0), Fault(statement, manner)
        parcel(scene)
        posted = scene.post(scene.phones[0])
        assert posted
        yield scene, posted, fault
        if not fault.happened:
            return
    pytest.fail("there was no end to it")


@pytest.mark.parametrize("manner", [REFUSES, ROLLS_BACK])
def test_a_commit_that_fails_stores_nothing(town: Town, manner: str) -> None:
    town.database.restore()

    with pytest.raises(OperationalError), giving_up(Fault(3, manner)), within(town.municipality):
        one_write()

    assert number(town) == town.writes


def test_an_unsure_commit_has_stored_it_and_says_that_it_failed(town: Town) -> None:
    town.database.restore()
    fault = Fault(1, UNSURE)

    with pytest.raises(OperationalError), giving_up(fault), within(town.municipality):
        one_write()

    assert (number(town), fault.stored) == (town.writes + 1, True)


@pytest.mark.parametrize("statement", [1, 2, 3])
def test_a_server_that_is_killed_leaves_nothing_half_done_and_starts_again(town: Town, statement: int) -> None:
    town.database.restore()

    with pytest.raises(Killed), giving_up(Fault(statement, KILLED)), within(town.municipality):
        one_write()
    connection.close()

    assert number(town) == town.writes


def test_where_even_rolling_back_fails_the_connection_is_made_anew(town: Town) -> None:
    town.database.restore()
    line = connection.connection

    with pytest.raises(ZeroDivisionError), giving_up(Fault(3, REFUSES)), within(town.municipality):
        thinks_better_of_it()

    assert number(town) == town.writes
    assert connection.connection is not line


def test_nothing_of_a_run_is_left_for_the_next(town: Town) -> None:
    town.database.restore()
    before = town.database.content()
    for seed in range(1, 40):
        improvise(town, seed)

    assert town.database.content() != before
    town.database.restore()

    assert town.database.content() == before


@transaction.atomic
def one_write() -> None:
    """BEGIN, one statement, COMMIT."""
    Head.objects.update(number=F("number") + 1)


@transaction.atomic
def thinks_better_of_it() -> None:
    """BEGIN, one statement, ROLLBACK."""
    Head.objects.update(number=0)
    raise ZeroDivisionError


def number(town: Town) -> int:
    with within(town.municipality):
        found: int = Head.objects.values_list("number", flat=True).get()
    return found
