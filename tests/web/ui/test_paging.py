"""Long lists, a page at a time."""

from datetime import date, timedelta

import pytest

from politikontakt.modules.activities.queries import activities
from politikontakt.web.ui.paging import page_of
from tests import factories

FIRST = date(2018, 1, 8)


@pytest.fixture
def five(in_malvik) -> None:
    for number in range(5):
        factories.visit(FIRST + timedelta(days=number))


def days(number: str | None, size: int = 2) -> tuple[list[int], int, int]:
    page = page_of(activities(), number, size=size)
    return [row.happened_on.day for row in page], page.number, page.paginator.count


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (None, ([12, 11], 1, 5)),
        ("1", ([12, 11], 1, 5)),
        ("3", ([8], 3, 5)),
        ("9", ([8], 3, 5)),  # too far: the last there is
        ("0", ([12, 11], 1, 5)),
        ("-1", ([12, 11], 1, 5)),
        ("next", ([12, 11], 1, 5)),
    ],
)
def test_the_page_asked_for(five, asked, shown):
    assert days(asked) == shown


def test_an_empty_list_has_one_empty_page(in_malvik):
    assert days("3") == ([], 1, 0)


@pytest.mark.parametrize("size", [1, 3])
def test_rows_and_count_take_one_query_and_people_one_more(five, django_assert_num_queries, size):
    with django_assert_num_queries(2):
        page = page_of(activities(), "1", size=size)
        [[each.person.name for each in row.takers_part.all()] for row in page]
