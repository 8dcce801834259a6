"""Forms: a key made by the client, Designsystemet's look, and free text that is screened.

`{{ form }}` renders every field with label, help, error, and a summary of the errors on top.
"""

from typing import Any, ClassVar
from uuid import UUID, uuid4

from django import forms
from django.forms.renderers import DjangoTemplates
from django.template.loader import get_template
from django.utils.translation import gettext_lazy as _

from politikontakt.modules.audit.actors import Actor
from politikontakt.web.ui.free_text import ABOUT_NOBODY, FreeTextField, LineField, Question, look_over, question

__all__ = [
    "Chips",
    "Choices",
    "ClockInput",
    "DayInput",
    "Form",
    "FreeTextField",
    "KeyedForm",
    "LineField",
    "Renderer",
    "Toggle",
]

PLAIN = (forms.CheckboxSelectMultiple, forms.RadioSelect, forms.HiddenInput, forms.MultipleHiddenInput)


class Renderer(DjangoTemplates):
    """Whole forms and fields by our templates, single inputs by Django's."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"

    def get_template(self, template_name: str) -> Any:
        """Ours from the application's folders, Django's from its own."""
        return get_template(template_name) if template_name.startswith("ui/") else super().get_template(template_name)


class Form(forms.Form):
    """A form in our look. Chips for several choices: `widget=Chips()`; one of few: `widget=Toggle()`."""

    default_renderer = Renderer
    use_required_attribute = False
    alternatives: ClassVar[frozenset[str]] = frozenset()
    """Fields of which some must be filled in, though none alone: they do not say «if you like»."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions: dict[str, Question] = {}
        for field in self.fields.values():
            if field.error_messages["required"] == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = _("Is missing.")
            if not isinstance(field.widget, PLAIN):
                field.widget.attrs["class"] = f"ds-input {field.widget.attrs.get('class', '')}".rstrip()

    def _post_clean(self) -> None:
        """Ask about free text that may tell who it is about; whatever a form's own `clean` does."""
        super()._post_clean()  # type: ignore[misc]
        for name, field in self._screened():
            if name in self.cleaned_data:
                self._ask(name, field)

    def said_by(self, writer: Actor) -> Actor:
        """The one who sends a valid form, with what they confirmed of its texts: hand it to the service as `by`."""
        texts = (self.cleaned_data[name] for name, _field in self._screened())
        return writer.confirming(kind for text in texts for kind in look_over(text).kinds)

    def _screened(self) -> list[tuple[str, FreeTextField]]:
        """The fields that may not tell who they are about."""
        fields = self.fields.items()
        return [(name, each) for name, each in fields if isinstance(each, FreeTextField) and not each.personal]

    def _ask(self, name: str, field: FreeTextField) -> None:
        asked = question(self.add_prefix(name), self.cleaned_data[name], self.data)
        if asked:
            self.questions[name] = asked
            self.add_error(name, forms.ValidationError(field.error_messages[ABOUT_NOBODY], code=ABOUT_NOBODY))


class KeyedForm(Form):
    """A form that writes. Its key is made with the page, so a form sent twice is stored once.

    The view hands `form.key` to the service; the same key again gives back the first row.
    """

    client_key = forms.UUIDField(
        widget=forms.HiddenInput,
        initial=uuid4,
        error_messages={
            "required": _("Reload the page, and try again."),
            "invalid": _("Reload the page, and try again."),
        },
    )

    @property
    def key(self) -> UUID:
        """The client's key of a valid form."""
        key: UUID = self.cleaned_data["client_key"]
        return key


class Chips(forms.CheckboxSelectMultiple):
    """Several of a few: big targets in a row."""

    template_name = "ui/forms/chips.html"


class Toggle(forms.RadioSelect):
    """One of a few: joined buttons."""

    template_name = "ui/forms/toggle.html"


class Choices(forms.RadioSelect):
    """One of a few, each on its own line."""

    template_name = "ui/forms/choices.html"


class DayInput(forms.DateInput):
    """A day, with the browser's own calendar."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


class ClockInput(forms.TimeInput):
    """A time of day."""

    input_type = "time"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%H:%M", **kwargs)
