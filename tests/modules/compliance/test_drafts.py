"""A folder that waits for a yes: used once, refused when something changed, and gone after a day."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from politikontakt.core.faults import FaultyInput
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.compliance.errors import DraftGone, DraftStale
from politikontakt.modules.compliance.models import Draft
from politikontakt.modules.compliance.services import draft_files, import_draft, keep_draft
from tests import factories
from tests.modules.compliance.full_folder import FULL


def test_a_draft_waits_for_a_yes_and_is_used_once(in_malvik):
    siri = factories.actor("siri")
    draft = keep_draft(files=FULL, by=siri, now=timezone.now())
    nothing_yet = Activity.objects.count()

    outcome = import_draft(key=draft.key, by=siri)

    assert nothing_yet == 0
    assert outcome["activities.csv"]["added"] == 2
    assert not Draft.objects.exists()
    assert import_draft(key=draft.key, by=siri) == outcome


def test_a_draft_is_refused_when_something_was_stored_meanwhile(in_malvik):
    siri = factories.actor("siri")
    draft = keep_draft(files=FULL, by=siri, now=timezone.now())
    factories.visit(date(2018, 2, 6))

    with pytest.raises(DraftStale):
        import_draft(key=draft.key, by=siri)


def test_a_draft_that_is_gone_says_so(in_malvik):
    with pytest.raises(DraftGone):
        import_draft(key=uuid4(), by=factories.actor("siri"))


def test_a_faulty_folder_is_never_a_draft(in_malvik):
    with pytest.raises(FaultyInput):
        keep_draft(files={"events.csv": b"id\n"}, by=factories.actor("siri"), now=timezone.now())

    assert not Draft.objects.exists()


def test_drafts_nobody_confirmed_go_after_a_day(in_malvik):
    siri, now = factories.actor("siri"), timezone.now()
    keep_draft(files=FULL, by=siri, now=now - timedelta(days=1, seconds=1))

    fresh = keep_draft(files=FULL, by=siri, now=now)

    assert list(Draft.objects.all()) == [fresh]


def test_a_draft_keeps_the_files_byte_for_byte(in_malvik):
    draft = keep_draft(files=FULL, by=factories.actor("siri"), now=timezone.now())
    draft.refresh_from_db()

    assert draft_files(draft) == FULL


def test_a_draft_belongs_to_somebody(in_malvik):
    with pytest.raises(PermissionError):
        keep_draft(files=FULL, by=SYSTEM, now=timezone.now())


def test_a_draft_of_one_municipality_is_none_of_another(in_malvik, stjordal):
    draft = keep_draft(files=FULL, by=factories.actor("siri"), now=timezone.now())

    with within(stjordal), pytest.raises(DraftGone):
        import_draft(key=draft.key, by=factories.actor("arne"))

    assert Draft.objects.get() == draft
