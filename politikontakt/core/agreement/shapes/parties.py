"""The agreement's own roles and parties, by their ids."""

from typing import Any

from politikontakt.core.agreement.shapes.base import Names, Shape, Wrong, wrong
from politikontakt.core.agreement.shapes.lists import list_of
from politikontakt.core.agreement.shapes.numbers import whole
from politikontakt.core.agreement.shapes.texts import known


def _role(value: Any, names: Names) -> Any:
    return known(sorted(names.roles), "unknown_role")(value, names)


def _party(value: Any, names: Names) -> Any:
    return known(sorted(names.parties), "unknown_party")(value, names)


def role() -> Shape:
    """A role of this agreement → str."""
    return Shape("role", _role)


def roles_counted() -> Shape:
    """A table role = how many (at least 1) → tuple[tuple[str, int], ...] in the file's order. Empty asks for nobody."""

    def read(value: Any, names: Names) -> Any:
        if not isinstance(value, dict):
            return wrong("not_table", value)
        wrongs = [
            Wrong(one.code, one.values, f".{name}")
            for name, many in value.items()
            for result in (_role(name, names), whole(many, least=1))
            if isinstance(result, list)
            for one in result
        ]
        return wrongs or tuple(value.items())

    return Shape("roles_counted", read)


def party() -> Shape:
    """A party of this agreement → str."""
    return Shape("party", _party)


def parties() -> Shape:
    """A list of party ids, at least one; one string is a list of one → tuple[str, ...]."""
    return Shape("parties", list_of(_party))
