"""The log sheet's form: the same for the phone's script and for a browser without one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from politikontakt.core.agreement.model import Agreement
from politikontakt.modules.access.capabilities import LOG
from politikontakt.modules.access.models import Holding, Person
from politikontakt.modules.access.queries import holdings_on
from politikontakt.modules.activities.entries import ActivityEntry
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.directory.models import Place
from politikontakt.modules.directory.queries import partners, places_open_on
from politikontakt.web.field.sync.parcel import LONGEST_NOTE
from politikontakt.web.ui.activity_form import asked_for
from politikontakt.web.ui.forms import Chips, ClockInput, DayInput, FreeTextField, KeyedForm, Toggle
from politikontakt.web.ui.wording import vocabulary as codes

STEPS = (15, 30, 45, 60, 90)
USUAL_MINUTES = 45
AUDIENCES = ("pupils", "head_teacher", "teachers", "parents")
THEMES = ("online_safety", "drugs", "violence", "radicalisation", "other")
NOT_SAID = frozenset({"client_key", "replaces"})
"""Fields that say which row is written, and nothing of what was done."""


class LogForm(KeyedForm):
    """What was done. Places and people go by the ids that the phone knows them by."""

    replaces = forms.UUIDField(widget=forms.HiddenInput, required=False)
    place: "forms.ModelChoiceField[Place]" = forms.ModelChoiceField(
        label=_("Where"), queryset=None, required=False, empty_label=_("No place"), to_field_name="ref"
    )
    kind = forms.ChoiceField(label=_("What"))
    happened_on = forms.DateField(label=_("Day"), widget=DayInput)
    starts_at = forms.TimeField(label=_("Start"), widget=ClockInput, required=False)
    audience = forms.MultipleChoiceField(label=_("Whom did you meet?"), widget=Chips, required=False)
    themes = forms.MultipleChoiceField(label=_("Themes"), widget=Chips, required=False)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=0, max_value=24 * 60, widget=Toggle)
    people: "forms.ModelMultipleChoiceField[Person]" = forms.ModelMultipleChoiceField(
        label=_("Who took part"), queryset=None, widget=Chips, required=False, to_field_name="ref"
    )
    purpose = forms.ChoiceField(label=_("Purpose"), choices=codes.choices(codes.PURPOSES), initial="preventive")
    partner = forms.ChoiceField(label=_("Partner"), required=False)
    note = FreeTextField(label=_("Note"), required=False, max_length=LONGEST_NOTE, rows=2)

    def __init__(
        self, *args: Any, agreement: Agreement | None, day: date, recent: Sequence[Place], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        asked = asked_for(agreement)
        self._offer("kind", codes.choices(codes.ACTIVITIES, asked["kinds"]))
        self._offer("audience", _few(codes.AUDIENCES, AUDIENCES, asked["audience"], self._first("audience")))
        self._offer("themes", _few(codes.THEMES, THEMES, asked["themes"], self._first("themes")))
        self._offer("partner", [("", _("No partner")), *((each.ref, each.name) for each in partners())])
        self._offer_places(recent, places_open_on(day))
        self._field("people").queryset = Person.current.filter(
            Q(pk__in=[each.person_id for each in holdings_on(day) if _in_the_field(each)])
            | Q(ref__in=self._first("people"))
        )
        self._offer_minutes()

    @property
    def entry(self) -> ActivityEntry:
        """The content of a valid form."""
        said = {name: value for name, value in self.cleaned_data.items() if name not in NOT_SAID}
        return ActivityEntry(**{**said, "people": list(said["people"])})

    @property
    def replaced(self) -> Activity | None:
        """The row that this one takes the place of."""
        key = self.cleaned_data["replaces"]
        row: Activity | None = Activity.objects.filter(key=key).first() if key else None
        return row

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def _first(self, name: str) -> Sequence[str]:
        return self.initial.get(name) or ()

    def _offer(self, name: str, choices: Any) -> None:
        self._field(name).choices = choices

    def _offer_places(self, recent: Sequence[Place], places: Any) -> None:
        field = self._field("place")
        field.queryset = places
        near = [(each.ref, each.name) for each in recent]
        known = {ref for ref, _name in near}
        rest = [(each.ref, each.name) for each in places if each.ref not in known]
        groups = [(_("In the plan and lately"), near)] if near else []
        field.widget.choices = [("", _("No place")), *groups, (_("All places"), rest)]

    def _offer_minutes(self) -> None:
        chosen = self.data.get("minutes") or self.initial.get("minutes") or USUAL_MINUTES
        own = {int(chosen)} if str(chosen).isdecimal() else set()
        self.initial.setdefault("minutes", USUAL_MINUTES)
        self._field("minutes").widget.choices = [(each, each) for each in sorted({*STEPS, *own})]


def _in_the_field(holding: Holding) -> bool:
    return holding.role.side == "police" and LOG in holding.role.may


def first_values(row: Activity) -> dict[str, Any]:
    """A planned or logged activity as the form's first values."""
    names = ("kind", "happened_on", "starts_at", "minutes", "partner", "note")
    return {
        **{name: getattr(row, name) for name in names},
        "replaces": row.key,
        "purpose": row.purpose or "preventive",
        "place": row.place.ref if row.place else "",
        "people": [each.person.ref for each in row.takers_part.all()],
        "audience": list(row.audience),
        "themes": list(row.themes),
    }


def _few(words: codes.Words, *wanted_by: Sequence[str]) -> list[tuple[str, str]]:
    """The usual codes, then what the agreement asks for and what was chosen: few enough for a thumb."""
    wanted = dict.fromkeys(code for each in wanted_by for code in each)
    return [(code, codes.word(words, code)) for code in wanted]
