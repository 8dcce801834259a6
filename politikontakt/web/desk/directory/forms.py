"""The forms that keep the directory: places, closed days, partners, people in roles, the public contact card."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from politikontakt.modules.access.models import Person, Role
from politikontakt.modules.access.queries import people, roles
from politikontakt.modules.directory.models import ContactCard, Partner, Place
from politikontakt.modules.directory.queries import places
from politikontakt.modules.directory.services import PartnerFields, PlaceFields
from politikontakt.web.ui.forms import DayInput, FreeTextField, KeyedForm, LineField
from politikontakt.web.ui.wording import vocabulary as words

LAST_STAGE = 13
SHORT_NAME = RegexValidator(r"^[a-z0-9][a-z0-9_-]*$", _("Use small letters a–z, digits, - and _."))


class RefForm(KeyedForm):
    """An entry that files know by a short name of its own, chosen once."""

    ref = forms.CharField(
        label=_("Short name"),
        max_length=60,
        validators=[SHORT_NAME],
        help_text=_("What files call it, such as hommelvik-us. It never changes."),
    )

    def __init__(self, *args: Any, known: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["ref"]

    def said(self) -> dict[str, Any]:
        """What was said beside the short name."""
        return {name: value for name, value in self.cleaned_data.items() if name not in {"ref", "client_key"}}


class PlaceForm(RefForm):
    """A school, a shopping centre, a street."""

    name = LineField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=words.choices(words.PLACE_KINDS))
    stage_from = forms.IntegerField(label=_("First school year"), min_value=1, max_value=LAST_STAGE, required=False)
    stage_to = forms.IntegerField(label=_("Last school year"), min_value=1, max_value=LAST_STAGE, required=False)
    owner = LineField(
        label=_("Owner"), max_length=100, required=False, help_text=_("Such as kommune or fylkeskommune.")
    )
    opened_on = forms.DateField(label=_("First day open"), widget=DayInput, required=False)
    closed_on = forms.DateField(label=_("Last day open"), widget=DayInput, required=False)
    zone = LineField(label=_("Zone for travel"), max_length=100, required=False)

    @property
    def place(self) -> PlaceFields:
        """The content as the service takes it."""
        return PlaceFields(**self.said())


def said_of_place(place: Place) -> dict[str, Any]:
    """A place as the form's first values."""
    return {name: getattr(place, name) for name in PlaceForm.base_fields if name not in {"ref", "client_key"}}


class PartnerForm(RefForm):
    """A business, a club, a reception centre, and the person there to talk to."""

    name = LineField(label=_("Name"), max_length=200)
    kind = LineField(label=_("Kind"), max_length=40, required=False)
    place = forms.ChoiceField(
        label=_("Their place"),
        required=False,
        help_text=_("Who is told when a visit there moves, such as the head teacher of a school."),
    )
    contact_name = LineField(label=_("Contact person"), max_length=200, required=False, personal=True)
    contact_phone = LineField(label=_("Telephone"), max_length=40, required=False, personal=True)
    contact_email = forms.EmailField(label=_("E-mail"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["place"]
        field.choices = [("", _("None")), *((each.ref, each.name) for each in places())]

    @property
    def partner(self) -> PartnerFields:
        """The content as the service takes it."""
        return PartnerFields(**self.said())


def said_of_partner(partner: Partner) -> dict[str, Any]:
    """A partner as the form's first values."""
    return {name: getattr(partner, name) for name in PartnerForm.base_fields if name not in {"ref", "client_key"}}


class ClosedDaysForm(KeyedForm):
    """Days on which a school, or every school, can't be visited."""

    place: "forms.ModelChoiceField[Place]" = forms.ModelChoiceField(
        label=_("School"), queryset=None, required=False, empty_label=_("Every school")
    )
    first = forms.DateField(label=_("First day"), widget=DayInput)
    last = forms.DateField(label=_("Last day"), widget=DayInput)
    reason = LineField(label=_("Why"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = places(kind="school")  # type: ignore[attr-defined]


class HoldingForm(KeyedForm):
    """Somebody holds a role from a day on. A new person is entered with it.

    `own` are the roles that the one who fills it in may give.
    """

    alternatives = frozenset({"person", "new_name", "new_ref"})
    role: "forms.ModelChoiceField[Role]" = forms.ModelChoiceField(label=_("Role"), queryset=None, empty_label=None)
    person: "forms.ModelChoiceField[Person]" = forms.ModelChoiceField(
        label=_("Person"), queryset=None, required=False, empty_label=_("Somebody new")
    )
    new_name = LineField(label=_("Name of somebody new"), max_length=200, required=False, personal=True)
    new_ref = forms.CharField(
        label=_("Short name of somebody new"),
        max_length=60,
        required=False,
        validators=[SHORT_NAME],
        help_text=_("What files call the person. It never changes."),
    )
    since = forms.DateField(label=_("First day"), widget=DayInput)
    until = forms.DateField(label=_("Last day"), widget=DayInput, required=False, help_text=_("Empty: still."))
    standing = forms.ChoiceField(
        label=_("As"),
        choices=[("holder", _("Holder")), ("acting", _("Acting")), ("deputy", _("Deputy"))],
        help_text=_("One who is acting counts as the holder. A deputy may do what the role may, but is no evidence."),
    )

    def __init__(self, *args: Any, language: str, own: Sequence[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role: Any = self.fields["role"]
        role.queryset = roles().filter(pk__in=[each.pk for each in own])
        role.label_from_instance = lambda each: capfirst(each.title(language))
        self.fields["person"].queryset = people()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Somebody, and not in the same role on the same days already."""
        said = super().clean() or {}
        if not said.get("person") and not (said.get("new_name") and said.get("new_ref")):
            self.add_error("person", _("Choose a person, or write name and short name of somebody new."))
        if said.get("person") and said.get("role") and said.get("since") and self._overlaps(said):
            self.add_error("since", _("The person holds this role on some of these days already. Mend the days."))
        return said

    def _overlaps(self, said: dict[str, Any]) -> bool:
        until = said.get("until") or date.max
        held = said["person"].holdings.filter(role=said["role"], holds=True, since__lte=until)
        return any((each.until or date.max) >= said["since"] for each in held)


class EndForm(KeyedForm):
    """The last day somebody held a role."""

    until = forms.DateField(label=_("Last day"), widget=DayInput)


class CardForm(KeyedForm):
    """What the public page says about reaching the police."""

    phone = LineField(label=_("Telephone"), max_length=40, personal=True)
    email = forms.EmailField(label=_("E-mail"), required=False)
    reception_nb = FreeTextField(label=_("The reception, in Bokmål"), max_length=600)
    reception_nn = FreeTextField(label=_("The reception, in Nynorsk"), max_length=600)

    @property
    def reception(self) -> dict[str, str]:
        """The text by language."""
        return {"nb": self.cleaned_data["reception_nb"], "nn": self.cleaned_data["reception_nn"]}


def said_of_card(card: ContactCard | None) -> dict[str, Any]:
    """The card that holds as the form's first values."""
    if card is None:
        return {}
    texts = {f"reception_{code}": card.reception.get(code, "") for code in ("nb", "nn")}
    return {"phone": card.phone, "email": card.email, **texts}
