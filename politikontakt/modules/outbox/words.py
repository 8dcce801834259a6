"""What the messages say. Each kind has a subject here and a text in `templates/outbox/<kind>.txt`."""

from collections.abc import Mapping

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from politikontakt.modules.outbox.models import Message

SUBJECTS = {
    "exemption_asked": _("The other party asks for an exception"),
    "dispute_opened": _("The other party disputes a figure"),
    "visit_moved": _("Another day for the police contact's visit"),
}


def subject(message: Message) -> str:
    """The subject in the language that is switched on, with the municipality's name."""
    return f"{SUBJECTS[message.kind]} · {message.municipality.name}"


def body(message: Message) -> str:
    """The text in the language that is switched on."""
    return text_of(message.kind, {**message.values, "municipality": message.municipality})


def text_of(kind: str, values: Mapping[str, object]) -> str:
    """The text of a message of that kind, before there is one."""
    return render_to_string(f"outbox/{kind}.txt", dict(values)).strip() + "\n"
