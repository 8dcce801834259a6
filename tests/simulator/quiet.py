"""After the last step: everything under way arrives, everybody signs in with the newest app, and looks at the phone."""

from collections.abc import Sequence

from tests.simulator.phone import Phone
from tests.simulator.scene import Scene
from tests.simulator.writing import send_mine

ROUNDS = 4


def quieten(scene: Scene, *, everybody_looks: bool = True) -> None:
    """Let it all come to rest, as it does when there is coverage again. In the end all look at their phones, or one."""
    for posted in list(scene.requests):
        scene.requests.remove(posted)
        scene.deliver(posted)
    for returned in list(scene.replies):
        scene.receive(returned)
    for phone in scene.phones:
        phone.restart()
        phone.update()
        phone.storage.full = False
        send_all(scene, phone)
    for _ in range(ROUNDS):
        settled = [settle(scene, phone) for phone in scene.phones]
        if not any(settled):
            break
    for phone in scene.phones:
        come_home(scene, phone, phone.owner)
    look(scene, scene.phones if everybody_looks else scene.phones[:1])


def look(scene: Scene, phones: Sequence[Phone]) -> None:
    """Phones fetch what every phone shows; the others have it from one that fetched it in this same state."""
    for phone in phones:
        scene.refresh(phone)
    for phone in scene.phones[len(phones) :]:
        phone.state, phone.rows = phones[0].state, phones[0].rows


def send_all(scene: Scene, phone: Phone) -> None:
    """Everybody who wrote on the phone signs in on it in turn, and sends."""
    for who in dict.fromkeys([each.who for each in phone.storage.items("waiting")]):
        come_home(scene, phone, who)
        while phone.storage.items("waiting") and scene.exchange(phone) == 200:
            pass


def settle(scene: Scene, phone: Phone) -> bool:
    """Whoever was overtaken sends the own text as a correction. Whether anybody had to."""
    conflicts = [each for each in phone.storage.items("needs") if each.conflict and each.do == "log"]
    for each in conflicts:
        send_mine(scene, phone, each)
    send_all(scene, phone)
    return bool(conflicts)


def come_home(scene: Scene, phone: Phone, who: str) -> None:
    """Somebody signs in on the phone, and its pages are loaded anew."""
    phone.session, phone.who = 1000 + scene.number(), who
    scene.server.sessions[phone.session] = who
