"""Steps of everything that is not writing: the network, clocks, sign-in, restarts, updates, storage, the machine."""

from datetime import timedelta

from tests.simulator.machine import MANNERS, UNSURE, Fault
from tests.simulator.phone import LOCAL
from tests.simulator.record import STORED
from tests.simulator.scene import Scene, short
from tests.simulator.steps import Choice, step

DAY = 24 * 60
MOST_STATEMENTS, MOST_COMMITS = 30, 3
"""Where in a request the database gives up, at the latest."""
MOST_SKEW = 48


@step(6)
def exchange(scene: Scene, choice: Choice) -> str:
    """A phone with coverage sends and hears back."""
    phone = choice.phone(scene)
    status = scene.exchange(phone)
    return f"phone {phone.number} sends and hears {status}" if status else ""


@step(30)
def send(scene: Scene, choice: Choice) -> str:
    """A phone sends; the request is under way. Also again, while an earlier one is, as from a second tab."""
    phone = choice.phone(scene)
    posted = scene.post(phone)
    return f"phone {phone.number} sends {' '.join(short(each.key) for each in posted.parcel)}" if posted else ""


@step(30)
def arrive(scene: Scene, choice: Choice) -> str:
    """One of the requests under way reaches the server, in whatever order; its copy may come later."""
    posted = choice.of(scene.requests)
    if not posted:
        return ""
    if choice.below(3):
        scene.requests.remove(posted)
    status = scene.deliver(posted).reply.status
    again = ", and is still under way" if posted in scene.requests else ""
    return f"the request of phone {posted.phone.number} arrives: {status}{again}"


@step(40)
def arrive_among(scene: Scene, choice: Choice) -> str:
    """Two requests reach the server at once: one is taken between the items of the other."""
    if len(scene.requests) < 2:
        return ""
    outer = scene.requests.pop(choice.below(len(scene.requests)))
    inner = scene.requests.pop(choice.below(len(scene.requests)))
    scene.deliver(outer, between=lambda: void(scene.deliver(inner)))
    return f"a request of phone {inner.phone.number} arrives among one of phone {outer.phone.number}"


@step(30)
def break_down(scene: Scene, choice: Choice) -> str:
    """A request reaches the server, whose database gives up in the middle of it."""
    posted = choice.of(scene.requests)
    if not posted:
        return ""
    scene.requests.remove(posted)
    manner = MANNERS[choice.below(len(MANNERS))]
    at = 1 + choice.below(MOST_COMMITS if manner == UNSURE else MOST_STATEMENTS)
    fault = Fault(at, manner)
    status = scene.deliver(posted, fault=fault).reply.status
    scene.noted(f"the database {manner}", fault.happened)
    return f"the request of phone {posted.phone.number} meets a database that {manner} at {at}: {status}"


@step(6)
def lose_request(scene: Scene, choice: Choice) -> str:
    """A request gets lost on its way."""
    posted = choice.of(scene.requests)
    if not posted:
        return ""
    scene.requests.remove(posted)
    return f"the request of phone {posted.phone.number} is lost"


@step(25)
def lose_reply(scene: Scene, choice: Choice) -> str:
    """The server has stored it, and the reply gets lost."""
    returned = choice.of(scene.replies)
    if not returned:
        return ""
    scene.replies.remove(returned)
    stored = any(each["status"] == STORED for each in returned.reply.said.get("items", ()))
    scene.noted("a reply is lost after the commit", stored)
    return f"the reply to phone {returned.posted.phone.number} is lost"


@step(20)
def hear(scene: Scene, choice: Choice) -> str:
    """One of the replies under way reaches its phone, in whatever order."""
    returned = choice.of(scene.replies)
    if not returned:
        return ""
    scene.receive(returned)
    return f"phone {returned.posted.phone.number} hears {returned.reply.status}"


@step(2)
def refresh(scene: Scene, choice: Choice) -> str:
    """A phone fetches what every phone shows."""
    phone = choice.phone(scene)
    return f"phone {phone.number} fetches the pack" if scene.refresh(phone) else ""


@step(4)
def wait(scene: Scene, choice: Choice) -> str:
    """Time goes by: minutes or days."""
    minutes = (1, 30, 4 * 60, DAY, 3 * DAY)[choice.below(5)]
    before = scene.server.now.astimezone(LOCAL)
    scene.server.now += timedelta(minutes=minutes)
    after = scene.server.now.astimezone(LOCAL)
    scene.noted("the clocks go forward", after.dst() > before.dst())
    scene.noted("the clocks go back", after.dst() < before.dst())
    scene.noted("the year ends", after.year > before.year)
    return f"{minutes} minutes go by, to {scene.server.now:%Y-%m-%d %H:%M} UTC"


@step(3)
def set_clock(scene: Scene, choice: Choice) -> str:
    """A phone's clock is wrong by up to two days."""
    phone = choice.phone(scene)
    hours = choice.below(2 * MOST_SKEW + 1) - MOST_SKEW
    if choice.below(3) == 0:
        hours = MOST_SKEW if hours > 0 else -MOST_SKEW
    phone.skew = timedelta(hours=hours)
    return f"the clock of phone {phone.number} is {hours} hours off"


@step(3)
def expire(scene: Scene, choice: Choice) -> str:
    """A phone's sign-in runs out on the server."""
    phone = choice.phone(scene)
    gone = scene.server.sessions.pop(phone.session, None)
    return f"the sign-in of phone {phone.number} runs out" if gone else ""


@step(3)
def sign_in(scene: Scene, choice: Choice) -> str:
    """The phone's owner signs in again, or somebody else does, in a tab that the rest of the phone has not noticed."""
    phone = choice.phone(scene)
    others = [str(user.pk) for user in scene.town.users.values()]
    who = phone.owner if choice.below(3) else choice.of(others)
    phone.session = 1000 + scene.number()
    scene.server.sessions[phone.session] = str(who)
    return f"user {who} signs in on phone {phone.number}"


@step(2)
def restart(scene: Scene, choice: Choice) -> str:
    """A phone is switched off and on."""
    phone = choice.phone(scene)
    phone.restart()
    return f"phone {phone.number} is restarted"


@step(2)
def older_app(scene: Scene, choice: Choice) -> str:
    """A phone turns out to have an app of last month, which writes another shape."""
    phone = choice.phone(scene)
    phone.old_app = True
    return f"phone {phone.number} has an older app"


@step(2)
def update(scene: Scene, choice: Choice) -> str:
    """A phone gets the newest app, whatever lies in its outbox; its pages are loaded anew."""
    phone = choice.phone(scene)
    phone.restart()
    phone.update()
    return f"phone {phone.number} gets the newest app"


@step(1)
def upgrade(scene: Scene, choice: Choice) -> str:
    """The server gets a new version that speaks a newer format only."""
    scene.server.format = scene.newest = 2
    return "the server is upgraded to another format"


@step(1)
def fill(scene: Scene, choice: Choice) -> str:
    """A phone's storage is full, or has room again."""
    phone = choice.phone(scene)
    phone.storage.full = not phone.storage.full
    return f"the storage of phone {phone.number} {'is full' if phone.storage.full else 'has room again'}"


def void(_: object) -> None:
    """For a deed of which nobody needs the answer."""
