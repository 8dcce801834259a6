"""Steps of people who write: log, correct, open a draft twice, change one's mind, delete, mend."""

from contextlib import suppress
from dataclasses import replace

from tests.simulator.phone import Phone, Tab, may_change, may_have_arrived
from tests.simulator.scene import Scene, short
from tests.simulator.steps import Choice, step
from tests.simulator.storage import Full, Item


def draft(scene: Scene, phone: Phone, body: dict[str, object]) -> Tab:
    """A log sheet with a fresh key: nothing is kept before something is written."""
    return Tab(Item(scene.key(), "log", body, phone.who, "draft"))


def save(scene: Scene, phone: Phone, tab: Tab) -> str:
    """Press save; where there is no room it says so, and the sheet stays."""
    try:
        saved = scene.finish(phone, tab)
    except Full:
        return f"phone {phone.number} has no room for {short(tab.item.key)}, and says so"
    if tab in phone.tabs:
        phone.tabs.remove(tab)
    return f"phone {phone.number} saves {short(saved.key)} “{saved.body.get('note', '')}”"


@step(10)
def log(scene: Scene, choice: Choice) -> str:
    """A visit is logged in one go."""
    phone = choice.phone(scene)
    return save(scene, phone, draft(scene, phone, scene.visit(phone, choice.below(2))))


@step(7)
def log_planned(scene: Scene, choice: Choice) -> str:
    """A planned visit has been made; another phone may think so too."""
    phone = choice.phone(scene)
    row = choice.of([each for each in phone.rows if each["status"] == "planned"])
    if not row:
        return ""
    note_rivals(scene, phone, str(row["key"]))
    body = scene.visit(phone, replaces=str(row["key"]))
    return save(scene, phone, draft(scene, phone, body)) + f" for the planned {short(str(row['key']))}"


@step(6)
def correct(scene: Scene, choice: Choice) -> str:
    """Something that the phone knows is corrected: its own entry that was tried, or a row that anybody logged."""
    phone = choice.phone(scene)
    own = [each.key for each in phone.storage.items("waiting", "sent") if each.do == "log" and each.tried]
    key = choice.of([*own, *(str(each["key"]) for each in phone.rows)])
    if not key:
        return ""
    note_rivals(scene, phone, key)
    return save(scene, phone, draft(scene, phone, scene.visit(phone, replaces=key))) + f" correcting {short(key)}"


def note_rivals(scene: Scene, phone: Phone, key: str) -> None:
    """Note where another phone has something of its own about the same visit."""
    theirs = [
        each.body.get("replaces") for other in scene.phones if other is not phone for each in other.storage.items()
    ]
    scene.noted("two phones at one visit", key in theirs)


@step(7)
def write(scene: Scene, choice: Choice) -> str:
    """A sheet is opened or gone on with, and something is written; the draft is kept by itself."""
    phone = choice.phone(scene)
    tab = choice.of([*phone.tabs, None])
    if tab is None:
        tab = draft(scene, phone, scene.visit(phone))
        phone.tabs.append(tab)
    else:
        note = f"text {scene.number()}"
        tab.item = replace(tab.item, body={**tab.item.body, "note": note})
    try:
        phone.keep_draft(tab)
    except Full:
        return f"phone {phone.number} has no room for the draft {short(tab.item.key)}, and says so"
    if tab.item.fate == "draft" and phone.storage.item(tab.item.id) == tab.item:
        scene.promise(phone, tab.item, instead=True)
    return f"phone {phone.number} writes “{tab.item.body.get('note', '')}” in the draft {short(tab.item.key)}"


@step(9)
def open_again(scene: Scene, choice: Choice) -> str:
    """What lies in the outbox is opened in one more tab: a draft, what has not been sent, or what was refused."""
    phone = choice.phone(scene)
    logged = [each for each in phone.storage.items("draft", "waiting", "needs") if each.do == "log" and not each.hidden]
    item = choice.of([each for each in logged if each.fate == "draft" or may_change(each)])
    if not item:
        return ""
    phone.tabs.append(Tab(item, item))
    return f"phone {phone.number} opens {short(item.key)} in a tab"


@step(15)
def save_tab(scene: Scene, choice: Choice) -> str:
    """An open tab is saved, with something more written at the last moment."""
    phone = choice.phone(scene)
    tab = choice.of(phone.tabs)
    if not tab:
        return ""
    if choice.below(3):
        today = phone.today(scene.server.now).isoformat()
        changed = {**tab.item.body, "note": f"text {scene.number()}", "people": [phone.person], "happened_on": today}
        tab.item = replace(tab.item, body=changed)
    return save(scene, phone, tab)


@step(3)
def save_twice(scene: Scene, choice: Choice) -> str:
    """One draft is open in two tabs, and both are saved, with different words; perhaps it is sent in between."""
    phone = choice.phone(scene)
    first = draft(scene, phone, scene.visit(phone))
    with suppress(Full):
        phone.keep_draft(first)
    second = Tab(replace(first.item, body=scene.visit(phone)), first.item if first.item.id else None)
    told = [save(scene, phone, first)]
    if choice.below(2):
        told.append(f"sends and hears {scene.exchange(phone)}")
    return "; ".join([*told, save(scene, phone, second)])


@step(2)
def forget_somebody(scene: Scene, choice: Choice) -> str:
    """A visit is logged that the server refuses: nobody took part. (An app of another day let it through.)"""
    phone = choice.phone(scene)
    body = {**scene.visit(phone), "people": []}
    return save(scene, phone, draft(scene, phone, phone.written("log", body))) + " with nobody"


@step(4)
def undo(scene: Scene, choice: Choice) -> str:
    """What was saved is undone: a draft again while it has not left the phone, else taken back."""
    phone = choice.phone(scene)
    item = choice.of([each for each in phone.storage.items("waiting", "sent") if each.do == "log" and not each.hidden])
    if not item:
        return ""
    if may_change(item):
        phone.storage.change(item.id, fate="draft")
        return f"phone {phone.number} undoes {short(item.key)}, which becomes a draft"
    return take_back(scene, phone, item)


def take_back(scene: Scene, phone: Phone, item: Item) -> str:
    """What may have reached the server is taken back there."""
    try:
        asked = phone.take_back(item, scene.key())
    except Full:
        return f"phone {phone.number} has no room to take {short(item.key)} back, and says so"
    scene.release(phone, item)
    scene.promise(phone, asked)
    return f"phone {phone.number} takes {short(item.key)} back by {short(asked.key)}"


@step(4)
def delete(scene: Scene, choice: Choice) -> str:
    """An item is deleted from the outbox."""
    phone = choice.phone(scene)
    item = choice.of([each for each in phone.storage.items() if not each.hidden])
    if not item:
        return ""
    if may_have_arrived(item):
        return take_back(scene, phone, item)
    phone.drop(item.id, "")
    scene.release(phone, item)
    return f"phone {phone.number} deletes {short(item.key)}, {item.fate}"


@step(30)
def settle_conflict(scene: Scene, choice: Choice) -> str:
    """One who sees both texts sends the own one as a correction, or lets the other stand."""
    phone = choice.phone(scene)
    item = choice.of([each for each in phone.storage.items("needs") if each.conflict and each.do == "log"])
    if not item:
        return ""
    if choice.below(2):
        phone.storage.remove(item.id)
        scene.release(phone, item)
        return f"phone {phone.number} lets the other stand for {short(item.key)}"
    return send_mine(scene, phone, item)


def send_mine(scene: Scene, phone: Phone, item: Item) -> str:
    """The own text goes as a correction of what is stored."""
    again = phone.send_mine(item, scene.key())
    assert again
    scene.release(phone, item)
    scene.promise(phone, again)
    corrected = short(str(again.body["replaces"]))
    return f"phone {phone.number} sends {short(item.key)} as {short(again.key)}, correcting {corrected}"


@step(5)
def call_out(scene: Scene, choice: Choice) -> str:
    """Called out, back again, or a slip of the thumb."""
    phone = choice.phone(scene)
    out = phone.out()
    if out is None:
        body = {"cause": "called_out", "happened_on": phone.today(scene.server.now).isoformat()}
        return tap(scene, phone, "call_out", body)
    if choice.below(3):
        return tap(scene, phone, "come_back", {"call_out": out.key, "minutes": 45, "cause": "called_out"})
    return tap(scene, phone, "never_out", {"call_out": out.key})


def tap(scene: Scene, phone: Phone, do: str, body: dict[str, object]) -> str:
    """One tap on being called out; it waits at once."""
    try:
        item = phone.storage.keep(Item(scene.key(), do, body, phone.who, "waiting"))
    except Full:
        return f"phone {phone.number} has no room for {do}, and says so"
    scene.promise(phone, item)
    return f"phone {phone.number} says {do} by {short(item.key)}"
