"""The whole record out, in again, and out once more."""

from datetime import date
from uuid import uuid4

from politikontakt.modules.access.services import open_municipality
from politikontakt.modules.access.tenants import within
from politikontakt.modules.agreements.queries import agreement_on
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.compliance.exchange.writing import folder
from politikontakt.modules.compliance.queries import verdicts
from politikontakt.modules.compliance.services import import_folder
from tests import factories
from tests.factories import TODAY


def test_export_import_export_gives_the_same_bytes_and_verdicts(in_malvik):
    factories.visit(date(2018, 2, 6), themes=("rus", "nett"), audience=("pupils",))
    factories.visit(date(2018, 2, 7), by="ola")
    factories.council(date(2018, 2, 8), "berit", "kari", agenda=("evaluation",))
    first = folder()
    before = verdicts(agreement_on(TODAY).content, TODAY, all_periods=True)
    elsewhere = open_municipality(key=uuid4(), slug="nyby", number="9999", name="Nyby", by=SYSTEM)

    with within(elsewhere):
        import_folder(key=uuid4(), files=first, by=SYSTEM)
        second = folder()
        after = verdicts(agreement_on(TODAY).content, TODAY, all_periods=True)

    assert second == first
    assert after == before


def test_an_export_of_nothing_has_every_file_with_its_header(db):
    empty = open_municipality(key=uuid4(), slug="tom", number="9998", name="Tom", by=SYSTEM)

    with within(empty):
        files = folder()

    assert len(files) == 15
    assert {source.count(b"\n") for source in files.values()} == {1}
