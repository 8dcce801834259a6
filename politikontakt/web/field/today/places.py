"""Which place the page is about, and what the agreement asks for at places."""

from datetime import date

from politikontakt.modules.compliance.queries import agreement_on, verdicts
from politikontakt.modules.directory.models import Place
from politikontakt.web.field.today.agenda import Agenda
from politikontakt.web.field.today.due import DueEverywhere


def place_now(asked: str, plan: Agenda) -> Place | None:
    """The place one asked for, else the one in the plan now."""
    if asked:
        place: Place | None = Place.current.filter(ref=asked).first()
        if place:
            return place
    return plan.here.place if plan.here else None


def due_everywhere(on: date) -> DueEverywhere | None:
    """What is left to do on a day, place by place; None without an agreement."""
    stored = agreement_on(on)
    return DueEverywhere(stored.content, verdicts(stored.content, on), on) if stored else None
