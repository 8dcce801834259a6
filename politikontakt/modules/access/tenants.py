"""The tenant of the running work: which municipality's rows can be seen at all."""

from contextlib import AbstractContextManager
from typing import cast

from django_scopes import scope
from django_scopes.exceptions import ScopeError
from django_scopes.state import get_scope

from politikontakt.modules.access.models import Municipality


def within(municipality: Municipality) -> AbstractContextManager[None]:
    """Open the scope of one municipality: `with within(malvik): …`."""
    return cast(AbstractContextManager[None], scope(municipality=municipality))


def tenant() -> Municipality:
    """The municipality whose scope is open. Without one it raises, as every query does."""
    municipality = get_scope().get("municipality")
    if municipality is None:
        raise ScopeError("A municipality's scope needs to be open: `with within(municipality): …`.")
    return cast(Municipality, municipality)
