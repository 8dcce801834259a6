"""Laws of importing: the record says what the last folder said, whatever stood there, and tells how it came to."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from politikontakt.modules.access.services import open_municipality
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.queries import length, verify_chain
from politikontakt.modules.compliance.exchange.preview import preview
from politikontakt.modules.compliance.exchange.writing import folder
from politikontakt.modules.compliance.services import import_folder
from tests.modules.compliance.full_folder import FULL

VARIED = (
    "activities.csv", "meetings.csv", "events.csv", "requests.csv", "judgements.csv", "baselines.csv",
    "measurements.csv", "exceptions.csv", "disputes.csv", "closed_days.csv", "availability.csv", "roles.csv",
)  # fmt: skip
OTHERS = {
    "activities.csv": b"c,school_visit,cancelled,2017-05-02,,0,s1,p1,,,,,,,,,\n",
    "events.csv": b"e2,offices_ready,2016-11-01\n",
    "requests.csv": b"r3,advice,2017-02-02,,\n",
    "judgements.csv": b"P12b,distrikt,2016-10-01,2017-08-03,kept\n",
    "closed_days.csv": b"s1,2017-02-20,2017-02-24,Egen uke\n",
    "roles.csv": b"council_secretary,p2,2016-10-01,,no\n",
}
"""One more row of some files."""


def rows_of(file: str) -> list[bytes]:
    lines = FULL[file].splitlines(keepends=True)[1:]
    return [*lines, *([OTHERS[file]] if file in OTHERS else [])]


def some_of(file: str) -> st.SearchStrategy[bytes]:
    """The file with some of its rows, in any order."""
    head = FULL[file].splitlines(keepends=True)[0]
    rows = rows_of(file)
    chosen = st.permutations(rows).flatmap(lambda each: st.integers(0, len(rows)).map(lambda count: each[:count]))
    return chosen.map(lambda lines: head + b"".join(lines))


FOLDERS = st.fixed_dictionaries({file: some_of(file) for file in VARIED}).map(lambda files: FULL | files)
few = settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@contextmanager
def nyby() -> Iterator[None]:
    """A municipality without anything, with its scope open; none of it is left at the end."""
    with transaction.atomic():
        municipality = open_municipality(key=uuid4(), slug="nyby", number="9999", name="Nyby", by=SYSTEM)
        with within(municipality):
            yield
        transaction.set_rollback(True)


def bring_in(files: dict[str, bytes]) -> None:
    import_folder(key=uuid4(), files=files, by=SYSTEM)


@few
@given(FOLDERS, FOLDERS)
def test_the_record_says_what_the_last_folder_said_and_the_chain_is_whole(db, first, second):
    with nyby():
        said = []
        for files in (first, second, first):
            bring_in(files)
            said.append(folder())
        breaks, writes = verify_chain(), length()

    assert said == [first, second, first]
    assert (breaks, writes) == ([], 4)


@few
@given(FOLDERS, FOLDERS)
def test_a_preview_says_just_what_the_import_does(db, before, after):
    with nyby():
        bring_in(before)
        seen = {each.file: each for each in preview(after).changes if each.any}
        done = import_folder(key=uuid4(), files=after, by=SYSTEM)
        nothing_more = preview(after).changes_nothing

    counted = {
        file: {"added": len(each.added), "changed": len(each.changed), "removed": len(each.removed)}
        for file, each in seen.items()
    }
    assert counted == done
    assert nothing_more


@few
@given(FOLDERS)
def test_nothing_that_was_ever_recorded_is_lost(db, files):
    """Each row of before is still there: as it holds, or named by the later row that took its place."""
    with nyby():
        bring_in(FULL)
        known = set(Activity.objects.values_list("pk", flat=True))
        bring_in(files)
        rows = {row.pk: row for row in Activity.objects.all()}
        named = {row.replaces_id for row in rows.values()}

    assert known <= set(rows)
    assert all(rows[each].holds or each in named for each in known)
