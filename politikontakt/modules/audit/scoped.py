"""Rows of one municipality: every manager of a tenant's table is one of these, and raises where no scope is open."""

from typing import TypeVar

from django.db import models
from django_scopes.exceptions import ScopeError
from django_scopes.state import get_scope

Row = TypeVar("Row", bound=models.Model, covariant=True)


class Scoped(models.Manager[Row]):
    """The rows of the open scope's municipality, found by `path`. All rows where scopes are switched off on purpose."""

    def __init__(self, path: str = "municipality") -> None:
        super().__init__()
        self.path = path

    def get_queryset(self) -> models.QuerySet[Row]:
        """The scope's rows. Without a scope it raises: nobody reads across municipalities by forgetting one."""
        scope = get_scope()
        if not scope.get("_enabled", True):
            return super().get_queryset()
        if "municipality" not in scope:
            raise ScopeError("A municipality's scope needs to be open: `with within(municipality): …`.")
        return super().get_queryset().filter(**{self.path: scope["municipality"].pk})


class ScopedCurrent(Scoped[Row]):
    """Of those the ones that hold."""

    def get_queryset(self) -> models.QuerySet[Row]:
        """The scope's rows that hold."""
        return super().get_queryset().filter(holds=True)
