"""What must hold after every run, told without the server's help."""

from collections import Counter
from collections.abc import Iterator

from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.services import digest, seal
from tests.simulator import stored
from tests.simulator.findings import Finding
from tests.simulator.record import Row
from tests.simulator.scene import Scene, short
from tests.simulator.shapes import words
from tests.simulator.stored import StoredRow

WRITES_ONCE = ("activities.log_activity", "activities.correct_activity", "activities.call_out", "activities.come_back")


def faults(scene: Scene) -> list[Finding]:
    """Everything that is wrong now that all is quiet."""
    with within(scene.town.municipality):
        rows = {each.key: each for each in stored.rows()}
        audit = stored.audit_after(scene.town.writes)
    return [
        *scene.findings,
        *acknowledged(scene, rows),
        *kept(scene),
        *doubled(scene, rows, {str(each.key): each.action for each in audit}),
        *as_told(scene, rows),
        *audited(scene, rows, audit),
        *agreeing(scene),
        *visible(scene),
    ]


def acknowledged(scene: Scene, rows: dict[str, StoredRow]) -> Iterator[Finding]:
    """What the server said it has stored, it has, with this very content under this very key."""
    for phone in scene.phones:
        for key, item in phone.heard.items():
            ought = scene.record.rows.get(key)
            row = rows.get(key)
            if row is None or ought is None or scene.record.written.get(key) != words(item.do, item.body):
                yield Finding("lost", f"phone {phone.number} was told that {item.do} {short(key)} is stored")
            elif not same_content(row, ought):
                yield Finding("lost", f"phone {phone.number} was told of {short(key)}, but other content is stored")


def kept(scene: Scene) -> Iterator[Finding]:
    """What a phone said it keeps is in the record or still on the phone, for its writer to see; nothing waits on."""
    for phone in scene.phones:
        there = {(each.key, words(each.do, each.body)) for each in phone.storage.items("draft", "needs", "sent")}
        for (number, key), contents in scene.promised.items():
            for content in contents if number == phone.number else ():
                if scene.record.written.get(key) != content and (key, content) not in there:
                    yield Finding("lost", f"phone {number} kept {short(key)}, and it is nowhere: {content}")
        for each in phone.storage.items("waiting"):
            yield Finding("lost", f"{short(each.key)} waits for ever on phone {phone.number}")


def doubled(scene: Scene, rows: dict[str, StoredRow], actions: dict[str, str]) -> Iterator[Finding]:
    """Nothing that was said once stands twice, and no row has a key that no phone made.

    What was taken back doesn't stand: a second tab may save its text anew, and then means it.
    """
    after = {row.replaces: row for row in rows.values() if row.replaces}
    said_once = Counter(
        row.content["note"]
        for row in rows.values()
        if row.content.get("note") and actions.get(row.key) in WRITES_ONCE and not _taken_back(row, after, actions)
    )
    yield from (Finding("doubled", f"“{note}” stands {times} times") for note, times in said_once.items() if times > 1)
    going_on = Counter(
        row.content["person"] for row in rows.values() if row.holds and row.content.get("minutes", 0) is None
    )
    yield from (Finding("doubled", f"{who} is out {times} times") for who, times in going_on.items() if times > 1)
    for key in rows.keys() - scene.sent_keys - scene.town.planned.keys():
        yield Finding("answered", f"a row stands under the key {key}, which no phone made")


def _taken_back(row: StoredRow, after: dict[str, StoredRow], actions: dict[str, str]) -> bool:
    while row.key in after:
        row = after[row.key]
        if actions.get(row.key) == "activities.take_back":
            return True
    return False


def as_told(scene: Scene, rows: dict[str, StoredRow]) -> Iterator[Finding]:
    """The record is row by row what the answers so far add up to."""
    for key, ought in scene.record.rows.items():
        row = rows.get(key)
        if row is None:
            yield Finding("lost", f"{short(key)} was stored, and is not there")
        elif not same_content(row, ought):
            yield Finding("lost", f"{short(key)} holds {row.content}, not {ought.content}")
        elif (row.holds, row.withdrawn, row.replaces) != (ought.holds, ought.withdrawn, ought.replaces):
            yield Finding("answered", f"{short(key)} stands as {row}, not {ought}")


def audited(scene: Scene, rows: dict[str, StoredRow], audit: list[stored.AuditRow]) -> Iterator[Finding]:
    """Every row has one audit row by its key, no audit row is without a row, and the chain is whole."""
    number, previous = scene.town.writes, scene.town.hash
    for each in audit:
        number += 1
        whole = (each.number, each.previous, each.digest, each.hash) == (
            number,
            previous,
            digest(each.body),
            seal(each),
        )
        if not whole:
            yield Finding("unaudited", f"the chain is broken at {each.number}")
        previous = each.hash
        row = rows.get(str(each.key))
        if row is None or (row.model, row.id) != (each.subject, each.subject_id):
            yield Finding("unaudited", f"audit row {each.number} tells of no row")
    told = Counter(str(each.key) for each in audit)
    for key in rows.keys() - scene.town.planned.keys():
        if told[key] != 1:
            yield Finding("unaudited", f"{short(key)} has {told[key]} audit rows")


def agreeing(scene: Scene) -> Iterator[Finding]:
    """All phones have the same state, and show just what holds."""
    ought = scene.record.shown(*scene.around())
    for phone in scene.phones:
        shown = [{name: row.get(name) for name in whole} for row, whole in zip(phone.rows, ought, strict=False)]
        same = len(phone.rows) == len(ought) and all(
            {**one, "replaces": ""} == {**other, "replaces": ""} for one, other in zip(shown, ought, strict=True)
        )
        if phone.state != scene.phones[0].state or not same:
            yield Finding("disagreeing", f"phone {phone.number} shows {shown}, not {ought}")


def visible(scene: Scene) -> Iterator[Finding]:
    """One whose text did not become the record sees what did, beside the own text, which is still there."""
    for phone in scene.phones:
        for each in phone.storage.items("needs"):
            answer = each.answer or {}
            if not answer.get("text"):
                yield Finding("hidden", f"phone {phone.number} does not say why {short(each.key)} needs somebody")
            if answer.get("status") == 409 and not (answer["stored"] or {}).get("key"):
                yield Finding(
                    "hidden", f"phone {phone.number} does not show what stands in the place of {short(each.key)}"
                )


def same_content(row: StoredRow, ought: Row) -> bool:
    """Whether a stored row has the content it ought to have. A withdrawal has none that counts."""
    return row.withdrawn or all(
        row.content[name] == ought.content.get(name) for name in row.content if name != "replaces"
    )
