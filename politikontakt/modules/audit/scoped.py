"""Rows of one municipality: every manager of a tenant's table is one of these, and raises where no scope is open."""

from typing import ClassVar, TypeVar

from django.db import models
from django_scopes.exceptions import ScopeError
from django_scopes.state import get_scope

Row = TypeVar("Row", bound=models.Model, covariant=True)


def municipality_in_scope() -> int:
    """The number of the municipality whose scope is open. Without one it raises."""
    municipality = get_scope().get("municipality")
    if municipality is None:
        raise ScopeError("A municipality's scope needs to be open: `with within(municipality): …`.")
    return int(municipality.pk)


class Scoped(models.Manager[Row]):
    """The rows of the open scope's municipality, found by `path`. All rows where scopes are switched off on purpose.

    A table that reaches its municipality by another path has a subclass: Django makes managers of
    relations from the class, and would lose what an instance was given.
    """

    path: ClassVar[str] = "municipality"

    def get_queryset(self) -> models.QuerySet[Row]:
        """The scope's rows. Without a scope it raises: nobody reads across municipalities by forgetting one."""
        if not get_scope().get("_enabled", True):
            return super().get_queryset()
        return super().get_queryset().filter(**{self.path: municipality_in_scope()})


class ScopedById(Scoped[Row]):
    """For tables of this module, which stands below the one that knows municipalities."""

    path = "municipality_id"


class ScopedCurrent(Scoped[Row]):
    """Of those the ones that hold."""

    def get_queryset(self) -> models.QuerySet[Row]:
        """The scope's rows that hold."""
        return super().get_queryset().filter(holds=True)
