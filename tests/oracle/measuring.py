"""The rules that measure: deadline, staffing, share, baseline, answer and judgement."""

from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle.days import ONE, last_working_day, walk
from tests.oracle.question import Question, holds, listed, terms_on
from tests.oracle.reading import Row

Answer = dict[str, Any]


def deadline(question: Question) -> Answer:
    """Whether something was there in time."""
    terms, signed = question.terms, question.agreement["signed_on"]
    there = [
        (day, row["id"])
        for row, day in things(question)
        if day <= question.on and not (day < signed and day < question.agreement["effective_from"])
    ]
    if there:
        day, key = min(there)
        late = (day - terms["by"]).days
        return (
            {"standing": "late", "counted": [key], "days_late": late}
            if late > 0
            else {"standing": "kept", "counted": [key]}
        )
    if question.on > terms["by"]:
        return {"standing": "broken", "counted": []}
    return {"standing": "on_track" if (terms["by"] - question.on).days > 30 else "at_risk", "counted": []}


def things(question: Question) -> list[tuple[Row, date]]:
    """The documents or events that the terms ask for, with their days."""
    terms = question.terms
    if "event" in terms:
        return [(row, row["date"]) for row in question.records["events"] if row["kind"] == terms["event"]]
    documents = [row for row in question.records["documents"] if row["kind"] == terms["document"]]
    return [(row, row["approved_on"]) for row in documents if row["attached"] or not terms["attached"]]


def staffing(question: Question) -> Answer:
    """Whether enough people held the role on each day."""
    last = last_staffed_day(question)
    days = walk(question.span.first, min(last, question.on))
    terms = terms_of(question, days[-1])
    roles = {terms_of(question, day)["role"] for day in days}
    if not any(row["role"] in roles for row in question.records["roles"]):
        return {"standing": "not_measured"}
    below = [day for day in days if day in question.days_that_count and too_few(question, day)]
    gaps = runs([day for day in below if day < question.on])
    answer: Answer = {"gaps": gaps, "gap_days": len([day for day in below if day < question.on])}
    if terms["fixed"]:
        answer["changes"] = changes(question, days)
    if gaps:
        return {**answer, "standing": "broken"}
    if below:
        return {**answer, "standing": "at_risk"}
    return {**answer, "standing": "kept" if question.on > last else "on_track"}


def terms_of(question: Question, day: date) -> dict[str, Any]:
    return terms_on(question.agreement, question.commitment, day)


def last_staffed_day(question: Question) -> date:
    """The first day on which the event that the terms of that day name has been, or the agreement's last."""
    for day in question.span.days:
        until = terms_of(question, day).get("until")
        if any(
            row["kind"] == until and question.span.first <= row["date"] <= day for row in question.records["events"]
        ):
            return day
    return question.span.last


def too_few(question: Question, day: date) -> bool:
    terms = terms_of(question, day)
    return len(question.holders(terms["role"], day)) < terms["at_least"]


def runs(days: list[date]) -> list[dict[str, str]]:
    """Days in a row as first–last."""
    firsts = [day for day in days if day - ONE not in days]
    lasts = [day for day in days if day + ONE not in days]
    return [{"first": f"{first}", "last": f"{last}"} for first, last in zip(firsts, lasts, strict=True)]


def changes(question: Question, days: list[date]) -> int:
    """New people in the role after it was first fully held; those who only act are left aside."""
    seen: set[str] = set()
    full, new = False, 0
    starts = [row["from"] for row in question.records["roles"]]
    for day in walk(min([*starts, days[0]]), days[-1]):
        terms = terms_of(question, day)
        held_by = {
            row["person"]
            for row in question.records["roles"]
            if row["role"] == terms["role"] and not row["acting"] and holds(row, day)
        }
        new += len(held_by - seen) if full else 0
        seen |= held_by
        full = full or (day >= days[0] and len(held_by) >= terms["at_least"])
    return new


def share(question: Question) -> Answer:
    """How much of the logged time went to the purpose, where enough is logged."""
    terms = question.terms
    days = [day for day in question.span.days if day <= question.on]
    spent, total, counted = 0, 0, []
    for row in question.records["activities"]:
        if row["status"] != "done" or row["date"] not in days:
            continue
        people = set(row["people"]) & question.holders(terms["by_role"], row["date"])
        if people:
            counted.append(row["id"])
            total += row["minutes"] * len(people)
            spent += row["minutes"] * len(people) * (row["purpose"] == terms["purpose"])
    person_days = sum(len(question.holders(terms["by_role"], day)) for day in days)
    return share_answer(question, spent, total, person_days, counted)


def share_answer(question: Question, spent: int, total: int, person_days: int, counted: list[str]) -> Answer:
    terms = question.terms
    answer: Answer = {"counted": counted}
    full_time = Fraction(terms["weekly_minutes"]) * person_days / 7
    covered = total / full_time if full_time else Fraction(0)
    if person_days:
        answer["coverage"] = float(covered)
    if not total:
        return {**answer, "standing": "not_measured", "reasons": ["low_coverage"]}
    part = Fraction(spent, total)
    answer["share"] = float(part)
    if covered < Fraction(terms["min_coverage"]):
        return {**answer, "standing": "not_measured", "reasons": ["low_coverage"]}
    return {**answer, "standing": by_share(part >= Fraction(terms["at_least"]), question.over)}


def by_share(enough: bool, over: bool) -> str:
    if over:
        return "kept" if enough else "broken"
    return "on_track" if enough else "at_risk"


def baseline(question: Question) -> Answer:
    """A measurement of the period against the level before."""
    base = base_row(question)
    if base is None:
        return {"standing": "not_measured", "reasons": ["no_baseline"]}
    span, ratio = question.span, Fraction(question.terms["at_least_ratio"])
    scale = ratio * len(span.days) / len(walk(base["period_first"], base["period_last"]))
    low, high = (scale * bound for bound in bounds(base))
    answer: Answer = {"target": {"low": float(low), "high": float(high)}}
    measured = measurement(question)
    if measured is None:
        return {**answer, "standing": "not_measured", "reasons": ["no_measurement"]}
    if bounds(measured)[0] >= high:
        return {**answer, "standing": "kept"}
    if bounds(measured)[1] < low:
        return {**answer, "standing": "broken"}
    return {**answer, "standing": "not_measured", "reasons": ["cannot_tell"]}


def base_row(question: Question) -> Row | None:
    """The baseline last locked on or before the first day in force; of one day the later row."""
    effective = question.agreement["effective_from"]
    locked = [
        row
        for row in question.records["baselines"]
        if row["indicator"] == question.terms["indicator"] and row["locked_on"] and row["locked_on"] <= effective
    ]
    return newest(locked, "locked_on")


def newest(rows: list[Row], column: str) -> Row | None:
    return sorted(rows, key=lambda row: row[column])[-1] if rows else None


def measurement(question: Question) -> Row | None:
    """The measurement of exactly this period, once it is over; of several the later row."""
    span = question.span
    rows = [
        row
        for row in question.records["measurements"]
        if row["indicator"] == question.terms["indicator"]
        and (row["period_first"], row["period_last"]) == (span.first, span.last)
    ]
    return rows[-1] if rows and question.over else None


def bounds(row: Row) -> tuple[Fraction, Fraction]:
    low, high = row["low"], row["high"]
    return (row["value"] if low is None else low, row["value"] if high is None else high)


def answer(question: Question) -> Answer:
    """How many of those who asked were answered in time."""
    terms, on = question.terms, question.on
    received = [
        row
        for row in question.records["requests"]
        if row["kind"] == terms["request"] and question.span.first <= row["received_on"] <= min(on, question.span.last)
    ]
    last_day = {row["id"]: last_working_day(row["received_on"], terms["within_working_days"]) for row in received}
    answered = [row for row in received if row["answered_on"] and row["answered_on"] <= on]
    due = [row for row in received if row in answered or on > last_day[row["id"]]]
    in_time = [row["id"] for row in answered if row["answered_on"] <= last_day[row["id"]]]
    numbers: Answer = {"answered": len(in_time), "due": len(due), "counted": in_time}
    if not received:
        return {**numbers, "standing": "not_due", "reasons": ["nothing_asked"]}
    if not due:
        return {**numbers, "standing": "not_due"}
    part = Fraction(len(in_time), len(due))
    settled = question.over and len(due) == len(received)
    return {**numbers, "share": float(part), "standing": by_share(part >= Fraction(terms["share_at_least"]), settled)}


def judgement(question: Question) -> Answer:
    """What the parties find of the period."""
    parties = listed(question.terms.get("by")) or question.commitment["owed_by"] + question.commitment["owed_to"]
    newest_of = [newest(findings(question, party), "judged_on") for party in parties]
    if None in newest_of:
        return {"standing": "not_measured" if question.over else "not_due"}
    found = {row["finding"] for row in newest_of if row}
    if len(found) > 1:
        return {"standing": "disputed", "reasons": ["parties_disagree"]}
    partly = "broken" if question.over else "at_risk"
    return {"standing": {"kept": "kept", "not_kept": "broken", "partly": partly}[found.pop()]}


def findings(question: Question, party: str) -> list[Row]:
    return [
        row
        for row in question.records["judgements"]
        if (row["commitment"], row["party"], row["period_first"])
        == (question.commitment["id"], party, question.span.first)
        and row["judged_on"] <= question.on
    ]
