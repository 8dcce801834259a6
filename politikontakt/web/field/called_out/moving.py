"""Moving what a call hit to other days, and telling those who wait: nothing happens before the form is sent."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid5

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from politikontakt.modules.access.models import Person
from politikontakt.modules.activities.entries import ActivityEntry
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.services import correct_activity
from politikontakt.modules.audit.actors import Actor
from politikontakt.web.field.called_out.suggesting import suggestions
from politikontakt.web.ui.forms import DayInput, KeyedForm
from politikontakt.web.ui.telling import known_addresses, tell_moved


class MovesForm(KeyedForm):
    """For each row: the day it moves to, and the address that is told. Left empty, it stays, and nobody is told."""

    def __init__(self, *args: Any, rows: Sequence[Activity], today: date, people: Collection[Person], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.rows, self.today = rows, today
        ahead, known = suggestions(people, today), known_addresses()
        for row in rows:
            self.fields[f"day_{row.key}"] = forms.DateField(
                label=gettext_lazy("New day"), widget=DayInput, required=False, initial=ahead.day_for(row)
            )
            self.fields[f"to_{row.key}"] = forms.EmailField(
                label=gettext_lazy("Tell by e-mail"),
                required=False,
                initial=known(row.partner, row.place.ref if row.place else ""),
            )
            for name in (f"day_{row.key}", f"to_{row.key}"):
                self.fields[name].widget.attrs["class"] = "ds-input"

    def lines(self) -> list[dict[str, Any]]:
        """Each row with its two fields, for the template."""
        return [{"row": row, "day": self[f"day_{row.key}"], "to": self[f"to_{row.key}"]} for row in self.rows]

    def clean(self) -> dict[str, Any]:
        """Another day is a later one, and only what moves is told of."""
        said = super().clean() or {}
        for row in self.rows:
            day = said.get(f"day_{row.key}")
            if day and day <= self.today:
                self.add_error(f"day_{row.key}", _("Choose a day after today."))
            if said.get(f"to_{row.key}") and not day and f"day_{row.key}" not in self.errors:
                self.add_error(f"day_{row.key}", _("Choose a day, or leave out the address."))
        return said


@dataclass(frozen=True, slots=True)
class Moved:
    """How many rows got another day, and how many notices wait to be sent."""

    rows: int
    notices: int

    def sentence(self) -> str:
        """«2 flyttet. 1 beskjed sendes.»"""
        moved = ngettext("%(n)s moved.", "%(n)s moved.", self.rows) % {"n": self.rows}
        told = ngettext("%(n)s notice is sent.", "%(n)s notices are sent.", self.notices) % {"n": self.notices}
        return f"{moved} {told}"


@transaction.atomic
def move(form: MovesForm, *, by: Actor, today: date) -> Moved:
    """Correct each planned row to its new day, and queue a notice to each address, all or nothing.

    Sent again with the same key it moves nothing twice, and tells nobody twice.
    """
    chosen = [(row, form.cleaned_data[f"day_{row.key}"]) for row in form.rows if form.cleaned_data[f"day_{row.key}"]]
    notices = 0
    for row, day in chosen:
        correct_activity(key=uuid5(form.key, str(row.key)), activity=row, entry=_moved(row, day), by=by, today=today)
        to = form.cleaned_data[f"to_{row.key}"]
        if to:
            before, after = (row.happened_on, row.starts_at), (day, row.starts_at)
            tell_moved(kind=row.kind, before=before, after=after, to=to, sender=by.name)
            notices += 1
    return Moved(len(chosen), notices)


def _moved(row: Activity, day: date) -> ActivityEntry:
    people = [each.person for each in row.takers_part.all()]
    names = ("kind", "status", "starts_at", "minutes", "place", "purpose", "audience", "themes", "partner", "note")
    planner = ("series", "period", "ordinal")
    said = {name: getattr(row, name) for name in (*names, *planner)}
    return ActivityEntry(happened_on=day, people=people, **said)
