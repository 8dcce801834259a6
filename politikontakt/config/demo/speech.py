"""What the parties said: the agreement's file, documents, judgements, exceptions, disputes, measured levels."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from politikontakt.config.demo.diary import Diary
from politikontakt.config.demo.rows import Rows
from politikontakt.modules.agreements import statements
from politikontakt.modules.agreements.models import Dispute, Exemption
from politikontakt.modules.agreements.services import add_document, store_agreement, store_planning_file
from politikontakt.modules.audit.actors import SYSTEM

Told = Mapping[str, Any]

CARRIED = Path(__file__).parent / "agreements"
AGREEMENTS = CARRIED if CARRIED.is_dir() else Path(__file__).parents[3] / "agreements"
"""Where the stories' agreements are: a wheel carries them with the demo, in a clone they have a folder of their own."""
NUMBERS = ("value", "low", "high")


def enter_agreement(story: Told, diary: Diary, *, first: date) -> None:
    """Store the agreement's file at the start, and with each amendment as its next version."""
    source = (AGREEMENTS / story["agreement"]["file"]).read_text(encoding="utf-8")
    diary.note(first, "agreement", partial(_agreement, source, story["agreement"]["why"]), at="07:30")
    for number, amendment in enumerate(story.get("amendment", ())):
        source += "\n" + amendment["text"]
        diary.note(amendment["known"], f"amendment {number}", partial(_agreement, source, amendment["why"]), at="13:00")


def enter_statements(story: Told, diary: Diary, rows: Rows) -> None:
    """Enter documents, judgements, exceptions, disputes, baselines and measurements on their days."""
    for number, each in enumerate(story.get("document", ())):
        diary.note(each["on"], f"document {number}", partial(_document, each), at="12:30")
    for number, each in enumerate(story.get("judgement", ())):
        diary.note(each["on"], f"judgement {number}", partial(_judgement, rows, each), at="11:00")
    for number, each in enumerate(story.get("exception", ())):
        _enter_exception(number, each, diary, rows)
    for number, each in enumerate(story.get("dispute", ())):
        _enter_dispute(number, each, diary, rows)
    for number, each in enumerate(story.get("baseline", ())):
        diary.note(each["locked"], f"baseline {number}", partial(_baseline, each), at="10:00")
    for number, each in enumerate(story.get("measurement", ())):
        diary.note(each["on"], f"measurement {number}", partial(_measurement, each), at="10:00")


def enter_planning(story: Told, diary: Diary) -> None:
    """Store the planner's settings on the day they were written."""
    if "planning" in story:
        told = story["planning"]
        diary.note(told["known"], "planning", partial(_planning, told["text"].lstrip()), at="14:30")


def _enter_exception(number: int, told: Told, diary: Diary, rows: Rows) -> None:
    kept: list[Exemption] = []
    diary.note(told["on"], f"exception {number}", partial(_ask, rows, told, kept), at="09:00")
    for accepted in told.get("accepted", ()):
        write = partial(_accept, rows, accepted, kept)
        diary.note(accepted["on"], f"exception {number} {accepted['party']}", write, at="15:00")


def _enter_dispute(number: int, told: Told, diary: Diary, rows: Rows) -> None:
    kept: list[Dispute] = []
    diary.note(told["on"], f"dispute {number}", partial(_dispute, rows, told, kept), at="09:30")
    if "settled" in told:
        diary.note(told["settled"], f"settled {number}", partial(_settle, rows, told, kept), at="13:30")


def _agreement(source: str, why: str, key: UUID) -> None:
    store_agreement(key=key, source=source.encode(), why=why, by=SYSTEM)


def _planning(text: str, key: UUID) -> None:
    store_planning_file(key=key, source=text.encode(), by=SYSTEM)


def _document(told: Told, key: UUID) -> None:
    add_document(
        key=key, kind=told["kind"], approved_on=told["on"], attached=told["attached"], ref=told["kind"], by=SYSTEM
    )


def _judgement(rows: Rows, told: Told, key: UUID) -> None:
    said = {name: told[name] for name in ("commitment", "party", "period_first", "finding")}
    statements.judge_commitment(key=key, by=rows.actor(told["by"], told["on"]), today=told["on"], **said)


def _ask(rows: Rows, told: Told, kept: list[Exemption], key: UUID) -> None:
    said = {name: told[name] for name in ("commitment", "party", "first", "last", "kind", "reason")}
    by, subject = rows.actor(told["by"], told["on"]), told.get("subject", "")
    kept.append(statements.ask_exemption(key=key, by=by, today=told["on"], subject=subject, **said))


def _accept(rows: Rows, told: Told, kept: list[Exemption], key: UUID) -> None:
    by = rows.actor(told["by"], told["on"])
    kept.append(statements.accept_exemption(key=key, exemption=kept[-1], party=told["party"], by=by))


def _dispute(rows: Rows, told: Told, kept: list[Dispute], key: UUID) -> None:
    said = {name: told[name] for name in ("commitment", "party", "reason")}
    by, subject, period = rows.actor(told["by"], told["on"]), told.get("subject", ""), told.get("period_first")
    dispute = statements.open_dispute(key=key, by=by, today=told["on"], subject=subject, period_first=period, **said)
    kept.append(dispute)


def _settle(rows: Rows, told: Told, kept: list[Dispute], key: UUID) -> None:
    by = rows.actor(told["by"], told["settled"])
    statements.settle_dispute(key=key, dispute=kept[-1], by=by, today=told["settled"])


def _baseline(told: Told, key: UUID) -> None:
    statements.lock_baseline(key=key, locked_on=told["locked"], by=SYSTEM, **_measured(told))


def _measurement(told: Told, key: UUID) -> None:
    statements.measure(key=key, by=SYSTEM, **_measured(told))


def _measured(told: Told) -> dict[str, Any]:
    numbers = {name: Fraction(str(told[name])) for name in NUMBERS if name in told}
    return {"indicator": told["indicator"], "period_first": told["first"], "period_last": told["last"], **numbers}
