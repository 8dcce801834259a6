"""A page of a long list, with how many there are in all, in one query."""

from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Count, Model, QuerySet, Window

Row = TypeVar("Row", bound=Model)


def page_of(rows: QuerySet[Row], number: str | None, *, size: int) -> Page[Any]:
    """The page that an address asks for: the first where it asks for none, the last where it asks too far."""
    wanted = int(number) if number and number.isdecimal() and int(number) else 1
    found = list(rows.annotate(in_all=Window(Count("*")))[(wanted - 1) * size : wanted * size])
    if not found and wanted > 1:
        return page_of(rows, str(-(-rows.count() // size)), size=size)
    in_all = getattr(found[0], "in_all") if found else 0  # noqa: B009 – annotated, so no field of the model
    return Page(found, wanted, Paginator(range(in_all), size))
