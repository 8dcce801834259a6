"""Columns that keep what was written: a list in its order, a number without rounding, a moment with its offset."""

from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction

import pytest
from django.core import serializers
from hypothesis import given
from hypothesis import strategies as st

from politikontakt.modules.access.fields import CodesField, ExactField, InstantField, codes, exact, instant
from politikontakt.modules.access.models import Role
from tests import factories

SUMMER = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("given_as", "kept"),
    [
        ("pupils|parents", ("pupils", "parents")),
        (["parents", "pupils"], ("parents", "pupils")),  # the order is the writer's
        (("pupils",), ("pupils",)),
        ("", ()),
        (None, ()),
        ([], ()),
    ],
)
def test_a_list_of_codes_is_a_tuple_however_it_comes(given_as, kept):
    assert codes(given_as) == kept
    assert CodesField().to_python(given_as) == kept
    assert codes(CodesField().get_prep_value(given_as)) == kept


@pytest.mark.parametrize(
    ("given_as", "kept", "stored"),
    [
        ("12.5", Fraction(25, 2), "25/2"),
        (Fraction(1, 3), Fraction(1, 3), "1/3"),
        ("0.1", Fraction(1, 10), "1/10"),
        (Fraction(12), Fraction(12), "12"),
        ("", None, None),
        (None, None, None),
    ],
)
def test_a_number_is_kept_without_rounding(given_as, kept, stored):
    assert exact(given_as) == kept
    assert ExactField().get_prep_value(kept) == stored
    assert ExactField().from_db_value(stored) == kept


@given(st.fractions())
def test_any_number_comes_back_the_same(number):
    field = ExactField()

    assert field.from_db_value(field.get_prep_value(number)) == number


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2017-03-06T15:00:00", datetime(2017, 3, 6, 15)),  # noqa: DTZ001 (a file may leave the offset out)
        ("2017-03-06T15:00:00+00:00", datetime(2017, 3, 6, 15, tzinfo=UTC)),
        ("2017-06-06T15:00:00+02:00", datetime(2017, 6, 6, 15, tzinfo=SUMMER)),
        ("", None),
        (None, None),
    ],
)
def test_a_moment_keeps_its_offset_or_its_lack_of_one(written, moment):
    field = InstantField()

    assert instant(written) == moment
    assert field.to_python(moment) == moment
    assert field.from_db_value(field.get_prep_value(moment)) == moment
    assert (field.get_prep_value(moment) or "") == (written or "")


def test_two_moments_that_are_the_same_instant_are_kept_as_they_were_written():
    noon = datetime(2017, 6, 6, 12, tzinfo=UTC)
    same_noon = noon.astimezone(SUMMER)

    written = {InstantField().get_prep_value(each) for each in (noon, same_noon)}

    assert noon == same_noon
    assert len(written) == 2


def test_a_list_survives_the_database_and_a_dump(in_malvik):
    visit = factories.visit(factories.TODAY, themes=("rus", "nett"), audience=())
    visit.refresh_from_db()
    role = Role.objects.get(ref="police_contact")

    dumped = serializers.serialize("json", [role])
    (again,) = serializers.deserialize("json", dumped)

    assert (visit.themes, visit.audience) == (("rus", "nett"), ())
    assert again.object.may == role.may
