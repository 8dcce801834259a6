"""Which table each file's rows are stored in, and how a row becomes columns."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from politikontakt.modules.access.facts import Recorded
from politikontakt.modules.access.models import Holding, Person
from politikontakt.modules.activities.models import (
    Activity,
    ActivityPerson,
    Event,
    Meeting,
    MeetingPerson,
    Request,
)
from politikontakt.modules.agreements.models import (
    Baseline,
    Dispute,
    Document,
    Exemption,
    Judgement,
    Measurement,
)
from politikontakt.modules.compliance.exchange import columns
from politikontakt.modules.compliance.exchange.columns import Refs
from politikontakt.modules.directory.models import Absence, ClosedDays, Place


@dataclass(frozen=True, slots=True)
class FileTable:
    """One file of the folder and the table its rows go to.

    `same_thing` tells which rows speak of the same thing, so that one corrects the other. `people` is the
    table of those who took part, with the name of its column for the row.
    """

    field: str
    model: type[Recorded]
    columns: Callable[[Any, Refs], dict[str, Any]]
    same_thing: Callable[[Any], Hashable]
    people: tuple[type[Any], str] | None = None

    @property
    def file(self) -> str:
        """The file's name."""
        return f"{self.field}.csv"


def _by_id(row: Any) -> Hashable:
    return str(row.id)


ENTRIES = (
    FileTable("places", Place, columns.place, _by_id),
    FileTable("people", Person, columns.person, _by_id),
)
FACTS = (
    FileTable("roles", Holding, columns.holding, lambda row: (row.role, row.person, row.since)),
    FileTable("activities", Activity, columns.activity, _by_id, (ActivityPerson, "activity")),
    FileTable("meetings", Meeting, columns.meeting, _by_id, (MeetingPerson, "meeting")),
    FileTable("documents", Document, columns.document, _by_id),
    FileTable("events", Event, columns.event, _by_id),
    FileTable("requests", Request, columns.request, _by_id),
    FileTable("judgements", Judgement, columns.judgement, lambda row: (row.commitment, row.party, row.period_first)),
    FileTable("baselines", Baseline, columns.baseline, lambda row: (row.indicator, row.period_first, row.period_last)),
    FileTable(
        "measurements", Measurement, columns.measured, lambda row: (row.indicator, row.period_first, row.period_last)
    ),
    FileTable(
        "exceptions", Exemption, columns.exemption, lambda row: (row.commitment, row.subject, row.first, row.last)
    ),
    FileTable(
        "disputes", Dispute, columns.dispute, lambda row: (row.commitment, row.subject, row.party, row.opened_on)
    ),
    FileTable("closed_days", ClosedDays, columns.closed_days, lambda row: (row.place, row.first, row.last)),
    FileTable("availability", Absence, columns.absence, lambda row: (row.person, row.first, row.last)),
)
TABLES = (*ENTRIES, *FACTS)
