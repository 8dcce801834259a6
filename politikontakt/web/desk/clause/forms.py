"""What a party says of a promise: a dispute, a judgement, a wish for an exception."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from politikontakt.core.agreement.model import Agreement
from politikontakt.web.ui.forms import Choices, DayInput, FreeTextField, KeyedForm
from politikontakt.web.ui.wording import vocabulary as words

KINDS = (
    ("waived", _("Set aside: both agree to let it rest")),
    ("excused", _("Excused: it could not be done, and not for want of will")),
)


class StatementForm(KeyedForm):
    """Said on behalf of a party: asked for only where somebody speaks for more than one."""

    party = forms.ChoiceField(label=_("On behalf of"))

    def __init__(self, *args: Any, agreement: Agreement, parties: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = {each.id: each.name for each in agreement.parties}
        field: Any = self.fields["party"]
        field.choices = [(each, names[each]) for each in parties if each in names]
        if len(field.choices) == 1:
            field.initial = field.choices[0][0]
            field.widget = forms.HiddenInput()


class DisputeForm(StatementForm):
    """Why a party disagrees with a figure."""

    reason = FreeTextField(
        label=_("What is wrong with the figure?"), max_length=1000, help_text=_("Both parties see what you write.")
    )


class JudgementForm(StatementForm):
    """What a party finds of a period."""

    finding = forms.ChoiceField(
        label=_("How was it kept in the period?"), choices=words.choices(words.FINDINGS), widget=Choices
    )


class ExemptionForm(StatementForm):
    """Days on which a promise should rest, and why."""

    kind = forms.ChoiceField(label=_("What you ask for"), choices=KINDS, widget=Choices, initial="excused")
    first = forms.DateField(label=_("First day"), widget=DayInput)
    last = forms.DateField(label=_("Last day"), widget=DayInput)
    reason = FreeTextField(label=_("Why?"), max_length=1000, help_text=_("Both parties see what you write."))
