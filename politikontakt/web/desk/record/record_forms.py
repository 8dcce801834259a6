"""Forms for what is not an activity: meetings, documents, milestones, and requests that wait for an answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from politikontakt.core.agreement.model import Agreement
from politikontakt.modules.access.models import Person
from politikontakt.modules.access.queries import people
from politikontakt.modules.activities.entries import MeetingEntry
from politikontakt.modules.activities.models import Meeting
from politikontakt.web.ui.forms import Chips, ClockInput, DayInput, KeyedForm, LineField, Toggle
from politikontakt.web.ui.wording import vocabulary


def codes_named(agreement: Agreement | None, term: str) -> list[str]:
    """The codes that an agreement's rules name under one term, such as `meeting`, so that a form offers them."""
    found: list[str] = []
    for commitment in agreement.commitments if agreement else ():
        value = getattr(commitment.terms, term, None) or ()
        found += [value] if isinstance(value, str) else list(value)
    return list(dict.fromkeys(found))


class CodedForm(KeyedForm):
    """A form with a kind: the known words and those of the agreement."""

    kind = forms.ChoiceField(label=_("What"))
    words: vocabulary.Words = {}
    term = ""

    def __init__(self, *args: Any, agreement: Agreement | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["kind"]
        known = codes_named(agreement, self.term) or list(self.words)
        field.choices = [(code, vocabulary.word(self.words, code)) for code in known]

    def said(self) -> dict[str, Any]:
        """What the form says beside its key."""
        return {name: value for name, value in self.cleaned_data.items() if name != "client_key"}


class MeetingForm(CodedForm):
    """A meeting that was held, is planned or was cancelled, and who was there."""

    words = vocabulary.MEETINGS
    term = "meeting"
    status = forms.ChoiceField(
        label=_("Status"), choices=vocabulary.choices(vocabulary.STATUSES), widget=Toggle, initial="done"
    )
    happened_on = forms.DateField(label=_("Day"), widget=DayInput)
    starts_at = forms.TimeField(label=_("Start"), widget=ClockInput, required=False)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=0, max_value=24 * 60, required=False)
    people: "forms.ModelMultipleChoiceField[Person]" = forms.ModelMultipleChoiceField(
        label=_("Who was there"), queryset=None, widget=Chips, required=False
    )
    agenda = forms.MultipleChoiceField(label=_("On the agenda"), widget=Chips, required=False)

    def __init__(self, *args: Any, agreement: Agreement | None, **kwargs: Any) -> None:
        super().__init__(*args, agreement=agreement, **kwargs)
        self.fields["people"].queryset = people()  # type: ignore[attr-defined]
        agenda: Any = self.fields["agenda"]
        agenda.choices = vocabulary.choices(vocabulary.TOPICS, codes_named(agreement, "agenda"))

    @property
    def entry(self) -> MeetingEntry:
        """The content as the service takes it."""
        said = self.said()
        return MeetingEntry(**{**said, "people": list(said["people"])})


def said_of_meeting(meeting: Meeting) -> dict[str, Any]:
    """A meeting as the form's first values, for correcting it."""
    names = ("kind", "status", "happened_on", "starts_at", "minutes")
    return {
        **{name: getattr(meeting, name) for name in names},
        "people": [each.person_id for each in meeting.takers_part.all()],
        "agenda": list(meeting.agenda),
    }


class DocumentForm(CodedForm):
    """A document that was approved."""

    words = vocabulary.DOCUMENTS
    term = "document"
    approved_on = forms.DateField(label=_("Approved on"), widget=DayInput)
    attached = forms.BooleanField(label=_("Attached to the agreement"), required=False)


class EventForm(CodedForm):
    """A milestone that has been reached."""

    words = vocabulary.EVENTS
    term = "event"
    happened_on = forms.DateField(label=_("Day"), widget=DayInput)


class RequestForm(CodedForm):
    """Something was asked of the contacts: its kind alone, never what or by whom."""

    words = vocabulary.REQUESTS
    term = "request"
    received_on = forms.DateField(label=_("Received on"), widget=DayInput)


class AnswerForm(KeyedForm):
    """A request was answered."""

    answered_on = forms.DateField(label=_("Answered on"), widget=DayInput)
    outcome = LineField(label=_("Outcome"), max_length=200, required=False, help_text=_("A word or two."))
