"""Every write of the modules as one call by a key, with things that are there already to do it to."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction
from functools import cached_property
from typing import Any
from uuid import UUID, uuid4

from politikontakt.core.calendar.imports.stretches import SchoolCalendar
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.access import services as access
from politikontakt.modules.access.models import Holding, Person, Role
from politikontakt.modules.activities import called_out, undoing
from politikontakt.modules.activities import services as activities
from politikontakt.modules.activities.entries import ActivityEntry, MeetingEntry
from politikontakt.modules.agreements import services as agreements
from politikontakt.modules.agreements import statements
from politikontakt.modules.audit.actors import Actor
from politikontakt.modules.directory import feeds, school_calendars
from politikontakt.modules.directory import services as directory
from politikontakt.modules.directory.models import Partner
from politikontakt.modules.directory.services import PartnerFields, PlaceFields
from tests import factories
from tests.factories import AGREEMENT, TODAY

FEBRUARY = date(2018, 2, 6)
SIRI = Actor(None, "Siri Vold", "council_secretary")


@dataclass(frozen=True, slots=True)
class Call:
    """A write. `other` are arguments that make it another write; `says` the argument that takes free text."""

    service: Callable[..., Any]
    arguments: Callable[["There"], Mapping[str, Any]]
    other: Callable[["There"], Mapping[str, Any]]
    says: str = ""

    @property
    def name(self) -> str:
        """As the audit chain calls it: module and service."""
        module = self.service.__module__.split(".")[2]
        return f"{module}.{self.service.__name__}"

    def __call__(self, there: "There", key: UUID, **changed: Any) -> Any:
        """Do it, as Siri."""
        return self.service(key=key, by=SIRI, **{**self.arguments(there), **changed})


class There:
    """Things of the open municipality to write about, each made when it is first asked for."""

    berit = property(lambda self: factories.person("berit"))
    school = property(lambda self: factories.place("hommelvik-us"))
    contact = property(lambda self: Role.objects.get(ref="police_contact"))

    @cached_property
    def visit(self) -> Any:
        """A visit that was made."""
        return factories.visit(FEBRUARY)

    @cached_property
    def council(self) -> Any:
        """A meeting that was held."""
        return factories.council(FEBRUARY, "berit")

    @cached_property
    def request(self) -> Any:
        """Something that was asked."""
        return activities.receive_request(key=uuid4(), kind="advice", received_on=FEBRUARY, by=SIRI, today=TODAY)

    @cached_property
    def lost(self) -> Any:
        """Time that is being lost."""
        return called_out.call_out(key=uuid4(), person=self.berit, happened_on=TODAY, by=SIRI, today=TODAY)

    @cached_property
    def document(self) -> Any:
        """An approved document."""
        return agreements.add_document(key=uuid4(), kind="plan", approved_on=FEBRUARY, attached=False, by=SIRI)

    @cached_property
    def exemption(self) -> Any:
        """An exception that the police have asked for."""
        return statements.ask_exemption(
            key=uuid4(), commitment="P12b", party="distrikt", first=FEBRUARY, last=TODAY, kind="excused", reason="",
            by=SIRI, today=TODAY,
        )  # fmt: skip

    @cached_property
    def dispute(self) -> Any:
        """An open dispute."""
        return statements.open_dispute(
            key=uuid4(), commitment="P12b", party="kommune", reason="", by=SIRI, today=FEBRUARY
        )

    @cached_property
    def holding(self) -> Any:
        """Berit's role."""
        return Holding.current.get(person__ref="berit")

    @cached_property
    def partner(self) -> Partner:
        """A partner."""
        return directory.add_partner(key=uuid4(), ref="fau", fields=PartnerFields(name="FAU"), by=SIRI)

    @cached_property
    def gunnar(self) -> Person:
        """A person without a role."""
        return access.add_person(key=uuid4(), ref="gunnar", name="Gunnar Lie", by=SIRI)

    def entry(self, **fields: Any) -> ActivityEntry:
        """A visit as it is reported."""
        said = {"kind": "school_visit", "happened_on": FEBRUARY, "people": [self.berit], "starts_at": time(10)}
        return ActivityEntry(**{**said, **fields})

    def meeting(self, **fields: Any) -> MeetingEntry:
        """A meeting as it is reported."""
        return MeetingEntry(**{"kind": "council", "happened_on": FEBRUARY, "people": [self.berit], **fields})

    def calendar(self, day: date) -> Mapping[str, Any]:
        """A school's calendar with one day without school."""
        found = SchoolCalendar("Hommelvik ungdomsskole", DayRange(FEBRUARY, TODAY), {day: "Planleggingsdag"})
        schools = [school_calendars.ForSchool(self.school, found)]
        return {"schools": schools, "expected": school_calendars.fingerprint(school_calendars.preview(schools))}


def role_fields(**more: Any) -> Mapping[str, Any]:
    return {"titles": {"nb": "brannsjef"}, "party": "kommune", **more}


def place_fields(**more: Any) -> PlaceFields:
    return PlaceFields(**{"name": "Torget", "kind": "street", **more})


def statement(**more: Any) -> Mapping[str, Any]:
    return {"commitment": "P12b", "party": "kommune", "today": TODAY, **more}


def measured(**more: Any) -> Mapping[str, Any]:
    days = {"period_first": date(2016, 1, 1), "period_last": date(2016, 12, 31)}
    return {"indicator": "hours", **days, "value": Fraction(3), **more}


CALLS = [
    Call(activities.log_activity, lambda at: {"entry": at.entry(), "today": TODAY},
         lambda at: {"entry": at.entry(minutes=5)}),
    Call(activities.correct_activity, lambda at: {"activity": at.visit, "entry": at.entry(), "today": TODAY},
         lambda at: {"entry": at.entry(minutes=5)}),
    Call(undoing.take_back, lambda at: {"activity": at.visit}, lambda at: {"activity": factories.visit(TODAY)}),
    Call(activities.log_meeting, lambda at: {"entry": at.meeting(), "today": TODAY},
         lambda at: {"entry": at.meeting(agenda=["evaluation"])}),
    Call(activities.correct_meeting, lambda at: {"meeting": at.council, "entry": at.meeting(), "today": TODAY},
         lambda at: {"entry": at.meeting(status="cancelled")}),
    Call(activities.note_event, lambda at: {"kind": "offices_ready", "happened_on": FEBRUARY, "today": TODAY},
         lambda at: {"kind": "reception_moved"}),
    Call(activities.receive_request, lambda at: {"kind": "advice", "received_on": FEBRUARY, "today": TODAY},
         lambda at: {"received_on": TODAY}),
    Call(activities.answer_request, lambda at: {"request": at.request, "answered_on": TODAY, "outcome": "helped"},
         lambda at: {"outcome": "other"}),
    Call(called_out.call_out, lambda at: {"person": at.berit, "happened_on": TODAY, "today": TODAY},
         lambda at: {"cause": "course"}),
    Call(called_out.come_back, lambda at: {"lost": at.lost, "minutes": 30}, lambda at: {"minutes": 31}),
    Call(called_out.correct_lost_time, lambda at: {"lost": at.lost, "cause": "sick", "minutes": 30},
         lambda at: {"cause": "other"}),
    Call(agreements.store_agreement, lambda at: {"source": AGREEMENT + b"\n", "why": "Rettet"},
         lambda at: {"why": "Endret"}, says="why"),
    Call(agreements.add_document, lambda at: {"kind": "plan", "approved_on": FEBRUARY, "attached": False},
         lambda at: {"attached": True}),
    Call(agreements.correct_document,
         lambda at: {"document": at.document, "kind": "plan", "approved_on": FEBRUARY, "attached": True},
         lambda at: {"approved_on": TODAY}),
    Call(agreements.store_planning_file, lambda at: {"source": b"[weights]\nspread = 1.0\n"},
         lambda at: {"source": b"[weights]\nspread = 2.0\n"}),
    Call(statements.judge_commitment, lambda at: statement(period_first=date(2016, 10, 1), finding="kept"),
         lambda at: {"finding": "partly"}),
    Call(statements.ask_exemption,
         lambda at: statement(first=FEBRUARY, last=TODAY, kind="excused", reason="Ombygging"),
         lambda at: {"kind": "waived"}, says="reason"),
    Call(statements.accept_exemption, lambda at: {"exemption": at.exemption, "party": "kommune"},
         lambda at: {"party": "distrikt"}),
    Call(statements.open_dispute, lambda at: statement(reason="Tallet stemmer ikke"),
         lambda at: {"subject": "hommelvik-us"}, says="reason"),
    Call(statements.settle_dispute, lambda at: {"dispute": at.dispute, "today": TODAY},
         lambda at: {"today": date(2018, 3, 16)}),
    Call(statements.lock_baseline, lambda at: measured(locked_on=FEBRUARY), lambda at: {"value": Fraction(4)}),
    Call(statements.measure, lambda at: measured(), lambda at: {"low": Fraction(1)}),
    Call(access.add_person, lambda at: {"ref": "ida", "name": "Ida Lien"}, lambda at: {"name": "Ida Aas"}, says="name"),
    Call(access.change_person, lambda at: {"person": at.gunnar, "name": "Gunnar Aas", "user": None},
         lambda at: {"name": "Gunnar Moe"}, says="name"),
    Call(access.let_sign_in, lambda at: {"person": at.gunnar, "email": "gunnar@malvik.example"},
         lambda at: {"email": "lie@malvik.example"}),
    Call(access.add_role, lambda at: {"ref": "fire_chief", "side": "municipality", **role_fields()},
         lambda at: {"party": "distrikt"}),
    Call(access.change_role, lambda at: {"role": at.contact, **role_fields(may=("see",))},
         lambda at: {"may": ("see", "log")}),
    Call(access.give_role, lambda at: {"role": at.contact, "person": at.gunnar, "since": FEBRUARY},
         lambda at: {"acting": True}),
    Call(access.end_role, lambda at: {"holding": at.holding, "until": TODAY}, lambda at: {"until": FEBRUARY}),
    Call(access.withdraw, lambda at: {"fact": at.visit, "why": "Feil skole"},
         lambda at: {"why": "Feil dag"}, says="why"),
    Call(directory.add_place, lambda at: {"ref": "torget", "fields": place_fields()},
         lambda at: {"fields": place_fields(owner="kommune")}),
    Call(directory.change_place, lambda at: {"place": at.school, "fields": place_fields()},
         lambda at: {"fields": place_fields(zone="nord")}),
    Call(directory.close_days, lambda at: {"first": FEBRUARY, "last": TODAY, "reason": "Ferie"},
         lambda at: {"place": at.school}, says="reason"),
    Call(directory.note_absence, lambda at: {"person": at.berit, "first": FEBRUARY, "last": TODAY},
         lambda at: {"kind": "course"}),
    Call(directory.add_partner, lambda at: {"ref": "ravner", "fields": PartnerFields(name="Natteravnene")},
         lambda at: {"fields": PartnerFields(name="Ravnene")}),
    Call(directory.change_partner, lambda at: {"partner": at.partner, "fields": PartnerFields(name="FAU Malvik")},
         lambda at: {"fields": PartnerFields(name="FAU i Malvik")}),
    Call(directory.set_contact_card, lambda at: {"phone": "02800", "reception": {"nb": "Rådhuset"}},
         lambda at: {"email": "post@politi.example"}, says="phone"),
    Call(feeds.renew_feed, lambda at: {"person": at.berit}, lambda at: {"person": None, "place": at.school}),
    Call(school_calendars.store_school_calendars,
         lambda at: {"source": "table", "file": "rute.csv", **at.calendar(date(2018, 2, 12))},
         lambda at: at.calendar(date(2018, 2, 13)), says="file"),
]  # fmt: skip
"""Each of them; `test_every_service.py` tells where one is missing."""

MODULES = (access, activities, called_out, undoing, agreements, statements, directory, feeds, school_calendars)


def writes() -> set[Callable[..., Any]]:
    """Every service of the modules that writes by a key."""
    return {
        service
        for module in MODULES
        for _, service in inspect.getmembers(module, inspect.isfunction)
        if service.__module__ == module.__name__ and "key" in inspect.signature(service).parameters
    }
