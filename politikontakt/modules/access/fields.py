"""Columns that several modules need: a list of codes, and a number exactly as it was written."""

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.db import models


class CodesField(models.TextField):  # type: ignore[type-arg]
    """A list of codes in the order given, kept as one text: `pupils|parents`. In Python a tuple of texts."""

    def from_db_value(self, value: str | None, *_: object) -> tuple[str, ...]:
        """The tuple of a stored text."""
        return codes(value)

    def to_python(self, value: Any) -> tuple[str, ...]:
        """The tuple of whatever a form or fixture gives."""
        return codes(value)

    def get_prep_value(self, value: Any) -> str:
        """The text to store."""
        return "|".join(codes(value))

    def value_to_string(self, obj: models.Model) -> str:
        """The text for a fixture."""
        return self.get_prep_value(self.value_from_object(obj))


def codes(value: str | Iterable[str] | None) -> tuple[str, ...]:
    """A tuple from a stored text or from any list. Empty text is an empty list."""
    if not value:
        return ()
    return tuple(value.split("|")) if isinstance(value, str) else tuple(value)


class ExactField(models.TextField):  # type: ignore[type-arg]
    """An exact number: 12.5 stays 12.5 whatever the database. In Python a Fraction or None."""

    def from_db_value(self, value: str | None, *_: object) -> Fraction | None:
        """The number of a stored text."""
        return exact(value)

    def to_python(self, value: Any) -> Any:
        """The number of whatever a form or fixture gives."""
        return exact(value)

    def get_prep_value(self, value: Any) -> str | None:
        """The text to store: `25/2`, or `12` for a whole number."""
        return None if value is None else str(Fraction(value))


def exact(value: str | Fraction | None) -> Fraction | None:
    """A Fraction, or None for nothing."""
    return None if value is None or value == "" else Fraction(value)


class InstantField(models.TextField):  # type: ignore[type-arg]
    """A moment as a file writes it, with its offset or without one. In Python a datetime or None."""

    def from_db_value(self, value: str | None, *_: object) -> datetime | None:
        """The moment of a stored text."""
        return instant(value)

    def to_python(self, value: Any) -> Any:
        """The moment of whatever a form or fixture gives."""
        return instant(value)

    def get_prep_value(self, value: Any) -> str | None:
        """The text to store, in ISO 8601."""
        moment = instant(value)
        return None if moment is None else moment.isoformat()


def instant(value: str | datetime | None) -> datetime | None:
    """A datetime, or None for nothing."""
    return datetime.fromisoformat(value) if isinstance(value, str) and value else value or None
