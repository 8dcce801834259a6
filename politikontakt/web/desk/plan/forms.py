"""Asking for a plan, saying which days are lost, moving a row, asking what if, keeping the settings."""

from collections.abc import Collection
from datetime import time
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.commitments.rules.count import CountTerms
from politikontakt.modules.access.models import Person
from politikontakt.modules.access.queries import people
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.planning.trial import Move
from politikontakt.web.ui.forms import Chips, ClockInput, DayInput, Form, FreeTextField, KeyedForm, Toggle
from politikontakt.web.ui.wording import vocabulary as words
from politikontakt.web.ui.wording.refusals import SENTENCES
from politikontakt.web.ui.wording.texts import in_language

BLOCKS = (("morning", _("Morning")), ("afternoon", _("Afternoon")), ("evening", _("Evening")))
SECONDS = (("10", _("10 seconds")), ("30", _("half a minute")), ("60", _("a minute")), ("240", _("four minutes")))


class DaysForm(KeyedForm):
    """Two days, the last not before the first."""

    first = forms.DateField(label=_("From"), widget=DayInput)
    last = forms.DateField(label=_("To"), widget=DayInput)

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        said = super().clean() or {}
        if said.get("first") and said.get("last") and said["last"] < said["first"]:
            self.add_error("last", _("The last day is before the first. Swap them or mend one."))
        return said


class PlanForm(DaysForm):
    """Which days to plan, and how long to look for a better plan."""

    seconds = forms.ChoiceField(
        label=_("Look for at most"),
        choices=SECONDS,
        initial="30",
        help_text=_("The first plan comes at once. The rest of the time makes it better, and proves how good it is."),
    )


class LostForm(DaysForm):
    """Which days a contact loses; with nobody named, the plan is mended as it stands."""

    person: "forms.ModelChoiceField[Person]" = forms.ModelChoiceField(
        label=_("Who"), queryset=None, required=False, empty_label=_("Nobody: a visit was cancelled")
    )

    field_order: tuple[str, ...] = ("person", "first", "last")

    def __init__(self, *args: Any, contacts: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people().filter(ref__in=contacts)  # type: ignore[attr-defined]


class AbsenceForm(LostForm):
    """When a contact is not available, known beforehand."""

    blocks = forms.MultipleChoiceField(
        label=_("Part of the day"), choices=BLOCKS, widget=Chips, required=False, help_text=_("None: the whole day.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=words.choices(words.ABSENCES), widget=Toggle, initial="leave")

    field_order = ("person", "first", "last", "blocks", "kind")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].required = True
        self.fields["person"].empty_label = None  # type: ignore[attr-defined]


class MoveForm(KeyedForm):
    """Where a planned row shall lie."""

    day = forms.DateField(label=_("Day"), widget=DayInput)
    block = forms.ChoiceField(label=_("Part of the day"), choices=BLOCKS, widget=Toggle)
    start = forms.TimeField(
        label=_("Start"), widget=ClockInput, required=False, help_text=_("Empty: the first hour that fits.")
    )
    people: "forms.ModelMultipleChoiceField[Person]" = forms.ModelMultipleChoiceField(
        label=_("Who"), queryset=None, widget=Chips
    )

    any_start = forms.BooleanField(required=False, widget=forms.HiddenInput)
    row = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, row: Activity, contacts: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seen = row
        go = [each.person_id for each in row.takers_part.all()]
        wanted = people().filter(Q(ref__in=contacts) | Q(pk__in=go))
        self.fields["people"].queryset = wanted.order_by("position", "id")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The row is the one that was on the page: nobody has changed it since."""
        said = super().clean() or {}
        if said.get("row") not in (None, self.seen.pk):
            self.add_error(None, SENTENCES["overtaken"]())
        return said

    @property
    def move(self) -> Move:
        """The move that was asked for."""
        said = self.cleaned_data
        start: time | None = said["start"]
        people = tuple(each.ref for each in said["people"])
        return Move(said["day"], said["block"], people, start, any_start=said["any_start"])


class AcceptForm(KeyedForm):
    """Yes to a proposal, as it was on the page."""

    looked_at = forms.CharField(widget=forms.HiddenInput, required=False)


class RowForm(KeyedForm):
    """Which row, as it was on the page."""

    row = forms.IntegerField(widget=forms.HiddenInput)


class WhatIfForm(Form):
    """What if another number were promised?"""

    commitment = forms.ChoiceField(label=_("What if we promise"))
    at_least = forms.IntegerField(label=_("this many"), min_value=1, max_value=400)

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["commitment"]
        field.choices = [
            (each.id, f"{each.id} {in_language(each.title)} ({each.terms.at_least})")
            for each in agreement.commitments
            if isinstance(each.terms, CountTerms)
        ]


class SettingsForm(KeyedForm):
    """The planner's settings as their file has them."""

    source = FreeTextField(
        label=_("planning.toml"), widget=forms.Textarea(attrs={"rows": 28, "spellcheck": "false"}), strip=False
    )
