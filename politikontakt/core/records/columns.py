"""The files of the records folder: which columns each has, and which field each column fills."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from politikontakt.core.agreement.vocabulary import FIRST_STAGE, LAST_STAGE, PLACE_KINDS, PURPOSES
from politikontakt.core.records import cells, model
from politikontakt.core.records.cells import Cell

BLOCKS = ("morning", "afternoon", "evening")
STATUSES = ("done", "planned", "cancelled")
FINDINGS = ("kept", "partly", "not_kept")
EXCEPTION_KINDS = ("waived", "excused")
ABSENCE_KINDS = ("leave", "course", "duty")


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `must` = it must be there and its cells may not be empty."""

    name: str
    field: str
    cell: Cell
    must: bool


@dataclass(frozen=True, slots=True)
class RecordFile:
    """One file of the folder. Its rows become `row`s, in `Records` under the file's name without `.csv`."""

    name: str
    row: type[Any]
    columns: tuple[Column, ...]

    @property
    def records_field(self) -> str:
        """Where its rows stand in `Records`."""
        return self.name.removesuffix(".csv")


def _must(name: str, cell: Cell, field: str = "") -> Column:
    return Column(name, field or name, cell, must=True)


def _may(name: str, cell: Cell, field: str = "") -> Column:
    return Column(name, field or name, cell, must=False)


_STAGE = cells.whole_number(least=FIRST_STAGE, most=LAST_STAGE)
_INTERVAL = (_may("low", cells.number()), _may("high", cells.number()))

_ALL = (
    RecordFile(
        "places.csv",
        model.Place,
        (
            _must("id", cells.identifier()),
            _must("name", cells.text()),
            _must("kind", cells.one_of(*PLACE_KINDS)),
            _may("stage_from", _STAGE),
            _may("stage_to", _STAGE),
            _may("owner", cells.text()),
            _may("opened_on", cells.day()),
            _may("closed_on", cells.day()),
            _may("zone", cells.code()),
        ),
    ),
    RecordFile("people.csv", model.Person, (_must("id", cells.identifier()), _must("name", cells.text()))),
    RecordFile(
        "roles.csv",
        model.RoleHolding,
        (
            _must("role", cells.code()),
            _must("person", cells.code()),
            _must("from", cells.day(), "since"),
            _may("to", cells.day(), "until"),
            _may("acting", cells.yes_no()),
        ),
    ),
    RecordFile(
        "activities.csv",
        model.Activity,
        (
            _must("id", cells.identifier()),
            _must("kind", cells.code()),
            _must("status", cells.one_of(*STATUSES)),
            _must("date", cells.day(), "on"),
            _may("start", cells.clock()),
            _may("minutes", cells.whole_number(empty=0)),
            _may("place", cells.code()),
            _may("people", cells.codes()),
            _may("purpose", cells.one_of(*PURPOSES)),
            _may("audience", cells.codes()),
            _may("themes", cells.codes()),
            _may("partner", cells.text()),
            _may("recorded_at", cells.instant()),
            _may("confirmed", cells.yes_no(empty=None)),
            _may("series", cells.code()),
            _may("period", cells.day()),
            _may("ordinal", cells.whole_number(least=1)),
        ),
    ),
    RecordFile(
        "meetings.csv",
        model.Meeting,
        (
            _must("id", cells.identifier()),
            _must("kind", cells.code()),
            _must("status", cells.one_of(*STATUSES)),
            _must("date", cells.day(), "on"),
            _may("people", cells.codes()),
            _may("agenda", cells.codes()),
            _may("start", cells.clock()),
            _may("block", cells.one_of(*BLOCKS)),
            _may("minutes", cells.whole_number()),
            _may("place", cells.code()),
        ),
    ),
    RecordFile(
        "documents.csv",
        model.Document,
        (
            _must("id", cells.identifier()),
            _must("kind", cells.code()),
            _must("approved_on", cells.day()),
            _may("attached", cells.yes_no()),
        ),
    ),
    RecordFile(
        "events.csv",
        model.Event,
        (_must("id", cells.identifier()), _must("kind", cells.code()), _must("date", cells.day(), "on")),
    ),
    RecordFile(
        "requests.csv",
        model.Request,
        (
            _must("id", cells.identifier()),
            _must("kind", cells.code()),
            _must("received_on", cells.day()),
            _may("answered_on", cells.day()),
            _may("outcome", cells.text()),
        ),
    ),
    RecordFile(
        "judgements.csv",
        model.Judgement,
        (
            _must("commitment", cells.code()),
            _must("party", cells.code()),
            _must("period_first", cells.day()),
            _must("judged_on", cells.day()),
            _must("finding", cells.one_of(*FINDINGS)),
        ),
    ),
    RecordFile(
        "baselines.csv",
        model.Baseline,
        (
            _must("indicator", cells.code()),
            _must("period_first", cells.day()),
            _must("period_last", cells.day()),
            _must("value", cells.number()),
            *_INTERVAL,
            _may("locked_on", cells.day()),
        ),
    ),
    RecordFile(
        "measurements.csv",
        model.Measurement,
        (
            _must("indicator", cells.code()),
            _must("period_first", cells.day()),
            _must("period_last", cells.day()),
            _must("value", cells.number()),
            *_INTERVAL,
        ),
    ),
    RecordFile(
        "exceptions.csv",
        model.Exemption,
        (
            _must("commitment", cells.code()),
            _may("subject", cells.code()),
            _must("first", cells.day()),
            _must("last", cells.day()),
            _must("kind", cells.one_of(*EXCEPTION_KINDS)),
            _may("accepted_by", cells.codes()),
            _may("reason", cells.text()),
        ),
    ),
    RecordFile(
        "disputes.csv",
        model.Dispute,
        (
            _must("commitment", cells.code()),
            _may("subject", cells.code()),
            _may("period_first", cells.day()),
            _must("party", cells.code()),
            _must("opened_on", cells.day()),
            _may("settled_on", cells.day()),
            _may("reason", cells.text()),
        ),
    ),
    RecordFile(
        "closed_days.csv",
        model.ClosedDays,
        (
            _may("place", cells.code()),
            _must("first", cells.day()),
            _must("last", cells.day()),
            _may("reason", cells.text()),
        ),
    ),
    RecordFile(
        "availability.csv",
        model.Availability,
        (
            _must("person", cells.code()),
            _must("first", cells.day()),
            _must("last", cells.day()),
            _may("blocks", cells.several_of(*BLOCKS)),
            _may("kind", cells.one_of(*ABSENCE_KINDS, empty="leave")),
        ),
    ),
)

FILES: Mapping[str, RecordFile] = {each.name: each for each in _ALL}
"""Every file of the folder by its name, in the order they are read and written."""
