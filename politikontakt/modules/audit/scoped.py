"""Rows that belong to a municipality by its number alone: this module stands below the one that has municipalities."""

from typing import Any

from django.db import models
from django_scopes.exceptions import ScopeError
from django_scopes.state import get_scope


class ScopedById(models.Manager[Any]):
    """The rows of the open scope's municipality. Without a scope it raises, as every tenant manager does."""

    def get_queryset(self) -> models.QuerySet[Any]:
        """The scope's rows; all rows where scopes are switched off on purpose."""
        scope = get_scope()
        if not scope.get("_enabled", True):
            return super().get_queryset()
        if "municipality" not in scope:
            raise ScopeError("A scope on dimension(s) municipality needs to be active for this query.")
        return super().get_queryset().filter(municipality_id=scope["municipality"].pk)
