"""Text that people write themselves, screened for personal data before anything is stored.

National identity numbers are refused. What may tell who it is about (a number to call, an address, a name with
an age) comes back with a question, and is taken when somebody has said that it is about nobody.
The answer is for that very text: change a letter, and the text is screened again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from politikontakt.core.privacy.screen import Screening, screen

ABOUT_NOBODY = "about_nobody"
"""What follows a field's name in the name of its answer."""


def look_over(text: str) -> Screening:
    """What the screen finds in a text that somebody wrote, in a form or on a phone, the operator's names among it."""
    return screen(text, settings.LISTED_NAMES)


class FreeTextField(forms.CharField):
    """A text of several lines. National identity numbers are refused here, the rest is asked about by the form.

    A field that is there for somebody's name or number has `personal=True`: it is not asked about.
    """

    default_error_messages: ClassVar[dict[str, Any]] = {
        "national_id": ngettext_lazy(
            "The text holds a national identity number. Take it out, and say what happened without saying who.",
            "The text holds %(count)d national identity numbers. Take them out, and say what happened without names.",
            "count",
        ),
        ABOUT_NOBODY: _("Take out what tells who it is about, or confirm that it is about nobody."),
    }

    def __init__(self, *, rows: int = 3, personal: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        self.personal = personal
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        """The text, when nobody's number is in it."""
        text: str = super().clean(value)
        refused = len(look_over(text).refused)
        if refused:
            message = self.error_messages["national_id"] % {"count": refused}
            raise forms.ValidationError(message, code="national_id")
        return text


class LineField(FreeTextField):
    """A text of one line: a name, a title, a word or two. Screened like the longer ones."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(), **kwargs)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about a text: the pieces that may tell who it is about, and the answer's name and value."""

    pieces: tuple[str, ...]
    name: str
    value: str


def question(field: str, text: str, answers: Mapping[str, Any]) -> Question | None:
    """What must be answered before `text` is taken; None where nothing was found, or it was answered."""
    pieces = tuple(text[found.first : found.after].strip() for found in look_over(text).to_confirm)
    asked = Question(pieces, f"{field}_{ABOUT_NOBODY}", sha256(text.encode()).hexdigest()[:16])
    return asked if pieces and answers.get(asked.name) != asked.value else None
