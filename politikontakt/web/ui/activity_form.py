"""The form that says what was done, planned or cancelled: the same fields at the desk and on the phone."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from politikontakt.core.agreement.model import Agreement
from politikontakt.modules.access.models import Person
from politikontakt.modules.access.queries import holdings_on
from politikontakt.modules.activities.entries import ActivityEntry
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.queries import kinds_in_use
from politikontakt.modules.directory.models import Place
from politikontakt.modules.directory.queries import partners, places_open_on
from politikontakt.web.ui.forms import Chips, ClockInput, DayInput, FreeTextField, KeyedForm, Toggle
from politikontakt.web.ui.wording import vocabulary as codes

LONGEST_DAY = 24 * 60


class ActivityForm(KeyedForm):
    """What was done, where, by whom and for whom. `entry` is its content as the service takes it."""

    status = forms.ChoiceField(label=_("Status"), choices=codes.choices(codes.STATUSES), widget=Toggle, initial="done")
    kind = forms.ChoiceField(label=_("What"))
    happened_on = forms.DateField(label=_("Day"), widget=DayInput)
    starts_at = forms.TimeField(label=_("Start"), widget=ClockInput, required=False)
    minutes = forms.IntegerField(label=_("Minutes for each person"), min_value=0, max_value=LONGEST_DAY, initial=45)
    place: "forms.ModelChoiceField[Place]" = forms.ModelChoiceField(
        label=_("Where"), queryset=None, required=False, empty_label=_("No place")
    )
    people: "forms.ModelMultipleChoiceField[Person]" = forms.ModelMultipleChoiceField(
        label=_("Who took part"), queryset=None, widget=Chips, required=False
    )
    purpose = forms.ChoiceField(label=_("Purpose"), choices=codes.choices(codes.PURPOSES), initial="preventive")
    audience = forms.MultipleChoiceField(label=_("Who was met"), widget=Chips, required=False)
    themes = forms.MultipleChoiceField(label=_("Themes"), widget=Chips, required=False)
    partner = forms.ChoiceField(label=_("Partner"), required=False)
    note = FreeTextField(
        label=_("Note"), required=False, max_length=1000, help_text=_("Never write who it was about."), rows=3
    )

    def __init__(self, *args: Any, agreement: Agreement | None, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = asked_for(agreement)
        self._offer("kind", codes.choices(codes.ACTIVITIES, [*asked["kinds"], *kinds_in_use()]))
        self._offer("audience", codes.choices(codes.AUDIENCES, asked["audience"]))
        self._offer("themes", codes.choices(codes.THEMES, asked["themes"]))
        members = [(each.ref, each.name) for each in partners()]
        known = {ref for ref, _name in members}
        others = [(code, codes.word(codes.PARTNERS, code)) for code in asked["partners"] if code not in known]
        self._offer("partner", [("", _("No partner")), *members, *others])
        self._field("place").queryset = places_open_on(day)
        self._field("people").queryset = Person.current.filter(
            pk__in=[each.person_id for each in holdings_on(day)]
        ) | Person.current.filter(pk__in=self.initial.get("people") or [])

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self._field(name).choices = choices

    @property
    def entry(self) -> ActivityEntry:
        """The content of a valid form."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "client_key"}
        return ActivityEntry(**{**said, "people": list(said["people"])})


def asked_for(agreement: Agreement | None) -> dict[str, list[str]]:
    """The kinds, audiences, themes and partners that an agreement's rules name, so that a form offers them."""
    found: dict[str, list[str]] = {"kinds": [], "audience": [], "themes": [], "partners": []}
    for commitment in agreement.commitments if agreement else ():
        found["kinds"] += _listed(commitment.terms, "activity")
        found["audience"] += _listed(commitment.terms, "audience")
        members = {"theme": "themes", "partner": "partners"}.get(getattr(commitment.terms, "each_of", ""))
        if members:
            found[members] += _listed(commitment.terms, "members")
    return {name: list(dict.fromkeys(each)) for name, each in found.items()}


def _listed(terms: object, name: str) -> Iterable[str]:
    return getattr(terms, name, None) or ()


def said_of(activity: Activity) -> dict[str, Any]:
    """An activity as the form's first values, for correcting it."""
    names = ("kind", "status", "happened_on", "starts_at", "minutes", "purpose", "partner", "note")
    return {
        **{name: getattr(activity, name) for name in names},
        "place": activity.place_id,
        "people": [each.person_id for each in activity.takers_part.all()],
        "audience": list(activity.audience),
        "themes": list(activity.themes),
    }
