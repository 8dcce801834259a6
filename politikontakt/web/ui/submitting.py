"""Handing a form to a service: what it refuses stands in the form, and nothing that was typed is lost."""

from collections.abc import Callable
from typing import TypeVar

from politikontakt.modules.access.errors import Refused
from politikontakt.modules.audit.errors import KeyConflict
from politikontakt.web.ui.forms import Form
from politikontakt.web.ui.wording.refusals import SENTENCES, refusal

Stored = TypeVar("Stored")


def attempt(form: Form, store: Callable[[], Stored]) -> Stored | None:
    """What the service stored, or None with the reason among the form's errors."""
    try:
        return store()
    except KeyConflict:
        form.add_error(None, SENTENCES["key_conflict"]())
    except Refused as refused:
        form.add_error(None, refusal(refused))
    return None
