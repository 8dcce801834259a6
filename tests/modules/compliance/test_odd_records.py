"""Odd records through the database: in, out, in again, and judged alike by the pages and the command."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.commitments.judge import verdicts
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.privacy.national_ids import find_national_ids
from politikontakt.core.records.read import read_records
from politikontakt.core.records.write import write_records
from politikontakt.modules.access.services import open_municipality
from politikontakt.modules.access.tenants import within
from politikontakt.modules.agreements.queries import agreements
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.compliance import queries
from politikontakt.modules.compliance.exchange.preview import preview
from politikontakt.modules.compliance.exchange.writing import folder
from politikontakt.modules.compliance.services import import_folder
from tests.factories import AGREEMENT
from tests.oracle.inventing import invent


@pytest.fixture
def nyby(db):
    """A municipality without anything, with its scope open."""
    municipality = open_municipality(key=uuid4(), slug="nyby", number="9999", name="Nyby", by=SYSTEM)
    with within(municipality):
        yield municipality


@pytest.mark.parametrize("seed", range(400, 406))
def test_what_any_folder_says_comes_out_as_core_would_write_it(nyby, seed):
    invented = invent(seed)
    files = {"agreement.toml": invented.toml, **invented.folder}
    agreement = read_agreement(invented.toml, file="agreement.toml", kinds=KINDS)
    records = read_records(invented.folder, agreement)

    import_folder(key=uuid4(), files=files, by=SYSTEM)

    out = folder()
    assert out == {**out, "agreement.toml": invented.toml, **write_records(records)}
    assert preview(out).changes_nothing
    (stored,) = agreements()
    on_pages = queries.verdicts(stored.content, invented.on, all_periods=True)
    assert on_pages == verdicts(agreement, records, on=invented.on, all_periods=True)


def reasons(text):
    """A folder whose one free text is this: the reason of days without school."""
    quoted = '"' + text.replace('"', '""') + '"'
    row = f"place,first,last,reason\n,2018-02-19,2018-02-23,{quoted}\n"
    return {"agreement.toml": AGREEMENT, "closed_days.csv": row.encode()}


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+47 73 00 00 00", "-", "@SUM(A1)", "=HYPERLINK(\"http://example.no\")", "\t=1+1", "'=1"],
)  # fmt: skip
def test_a_cell_that_a_spreadsheet_would_take_for_a_formula_stays_as_it_was_written(nyby, cell):
    import_folder(key=uuid4(), files=reasons(cell), by=SYSTEM)

    (row,) = read_records({"closed_days.csv": folder()["closed_days.csv"]}, None).closed_days
    assert row.reason == cell.strip()


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)


@given(TEXT)
@example('«Vinterferie», "uke 8"; kl. 10|11')
@example("\ufeffVinterferie")
@example("Vinter\u00a0ferie \u200b")
@example("冬休み 🎿")
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_goes_out_and_comes_in_the_same(nyby, text):
    if find_national_ids(text):
        return
    with transaction.atomic():
        import_folder(key=uuid4(), files=reasons(text), by=SYSTEM)
        first = folder()
        again = preview(first).changes_nothing
        transaction.set_rollback(True)

    assert again
    assert read_records({"closed_days.csv": first["closed_days.csv"]}, None) == read_records(reasons(text), None)


def test_old_days_of_a_file_are_the_files_own_matter(nyby):
    """The contract of the files has no earliest day; only what is typed into a form does."""
    opened = b"id,name,kind,opened_on\ngamle,Gamleskolen,school,1863-08-01\n"
    event = b"id,kind,date\ne,reception_moved,1900-01-01\n"

    import_folder(
        key=uuid4(), files={"agreement.toml": AGREEMENT, "places.csv": opened, "events.csv": event}, by=SYSTEM
    )

    assert [each.on for each in queries.records().events] == [date(1900, 1, 1)]
    assert folder()["events.csv"] == event
