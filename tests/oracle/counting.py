"""The rules that count rows one by one: count, coverage, cohort and meeting."""

import math
from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle.days import ONE
from tests.oracle.question import Question, listed
from tests.oracle.reading import Row

Answer = dict[str, Any]


def count(question: Question) -> Answer:
    return standing(
        question, sort_out(question, [row for row in question.records["activities"] if asked_for(question, row)])
    )


coverage = count


def asked_for(question: Question, row: Row) -> bool:
    """Same kind, place and member, somewhere in the whole period: what a person would have thought counted."""
    return (
        row["kind"] in listed(question.terms["activity"])
        and question.span.whole_first <= row["date"] <= question.span.whole_last
        and (question.place is None or row["place"] == question.place["id"])
        and is_member(question, row)
    )


def is_member(question: Question, row: Row) -> bool:
    if question.member is None or question.terms["each_of"] == "place":
        return True
    if question.terms["each_of"] == "place_kind":
        kinds = [place["kind"] for place in question.records["places"] if place["id"] == row["place"]]
        return question.member in kinds
    return question.member in (row["themes"] if question.terms["each_of"] == "theme" else [row["partner"]])


def why_not(question: Question, row: Row) -> str | None:
    """The first reason that fits, of those that look at one row alone."""
    terms = question.terms
    tests = [
        ("cancelled", row["status"] == "cancelled"),
        ("outside_period", not question.span.first <= row["date"] <= question.span.last),
        ("wrong_role", not question.by_role(row)),
        ("wrong_purpose", "purpose" in terms and row["purpose"] != terms["purpose"]),
        ("wrong_audience", wrong_audience(question, row)),
        ("too_short", row["minutes"] < terms.get("min_minutes", 0)),
        *time_tests(question, row),
    ]
    return next((reason for reason, fits in tests if fits), None)


def time_tests(question: Question, row: Row) -> list[tuple[str, bool]]:
    return [
        ("after_day", row["status"] == "done" and row["date"] > question.on),
        ("not_done", row["status"] == "planned" and row["date"] < question.on),
    ]


def wrong_audience(question: Question, row: Row) -> bool:
    if question.kind == "cohort":
        return "parents" not in row["audience"]
    wanted = listed(question.terms.get("audience"))
    return bool(wanted) and not set(wanted) & set(row["audience"])


def sort_out(question: Question, rows: list[Row]) -> Answer:
    """Which rows count, which are planned, which are left out and why."""
    reasons = {row["id"]: why_not(question, row) for row in rows}
    ignored = [{"id": key, "reason": reason} for key, reason in reasons.items() if reason]
    fitting = [row for row in rows if reasons[row["id"]] is None]
    done = [row for row in fitting if row["status"] == "done"]
    planned = [row for row in fitting if row["status"] == "planned"]
    if question.terms.get("distinct") == "days":
        return by_days(done, planned, ignored)
    return {"counted": done, "planned": len(planned), "ignored": ignored}


def by_days(done: list[Row], planned: list[Row], ignored: list[dict[str, str]]) -> Answer:
    """One row a day: the earliest start, an empty one last, then the lowest id."""
    counted = []
    in_order = sorted(done, key=lambda row: (row["date"], row["start"] or "~", row["id"]))
    for day in sorted({row["date"] for row in done}):
        first, *others = [row for row in in_order if row["date"] == day]
        counted.append(first)
        ignored = ignored + [{"id": row["id"], "reason": "same_day"} for row in others]
    taken = {row["date"] for row in counted}
    ignored = ignored + [{"id": row["id"], "reason": "same_day"} for row in planned if row["date"] in taken]
    return {"counted": counted, "planned": len({row["date"] for row in planned} - taken), "ignored": ignored}


def standing(question: Question, found: Answer) -> Answer:
    """Numbers and standing of a promise of so many in the period."""
    required, reason = required_number(question)
    done = len(found["counted"])
    expected = expected_number(question, required)
    answer = {
        "done": done,
        "required": required,
        "expected": expected,
        "planned": found["planned"],
        "counted": [row["id"] for row in found["counted"]],
        "ignored": found["ignored"],
        "reasons": [reason] if reason else [],
    }
    if reason == "part_period" or required == 0:
        return {**answer, "standing": "not_due"}
    if done >= required:
        return {**answer, "standing": "kept"}
    if question.over:
        return {**answer, "standing": "broken"}
    if out_of_days(question, required - done, {row["date"] for row in found["counted"]}):
        return {**answer, "standing": "broken", "reasons": [*answer["reasons"], "out_of_days"]}
    on_track = done >= expected or done + found["planned"] >= required
    return {**answer, "standing": "on_track" if on_track else "at_risk"}


def required_number(question: Question) -> tuple[int, str | None]:
    """How many this period asks for, and why it is fewer than the terms say."""
    span, at_least = question.span, question.terms["at_least"]
    part_year = question.terms.get("part_year", "full")
    if part_year == "exempt" and (span.first, span.last) != (span.whole_first, span.whole_last):
        return 0, "part_period"
    if part_year in ("full", "exempt"):
        return at_least, None
    exact = Fraction(at_least * len(question.days_that_count), len(span.whole_days))
    required = math.floor(exact) if part_year == "round_down" else math.ceil(exact)
    return required, "part_period_reduced" if required < at_least else None


def expected_number(question: Question, required: int) -> int:
    """How many should be done by now: the k-th of n in the middle of its n-th part."""
    if question.kind == "cohort":
        return required if question.on >= last_school_year(question) else 0
    usable = question.days_that_count if question.kind == "meeting" else question.usable_days
    if not usable:
        return required
    passed = {day for day in usable if day <= question.on}
    return math.floor(Fraction(required * len(passed), len(usable)) + Fraction(1, 2))


def last_school_year(question: Question) -> date:
    """The first day of the cohort's last school year: a year before the day after its last."""
    after = question.span.whole_last + ONE
    return date(after.year - 1, after.month, after.day)


def out_of_days(question: Question, missing: int, taken: set[date]) -> bool:
    """Whether what is missing can't be done in the days left; today is left unless it is used."""
    if question.kind in ("cohort", "meeting"):
        return False
    left = {day for day in question.open_days if day >= question.on and question.can_be_visited(day)}
    if question.terms.get("distinct") == "items":
        return not left
    return len(left - taken) < missing


def cohort(question: Question) -> Answer:
    """Parents met by the police while their children are in these stages."""
    rows = [row for row in question.records["activities"] if asked_for(question, row) and names_cohort(question, row)]
    return standing(question, sort_out(question, rows))


def names_cohort(question: Question, row: Row) -> bool:
    named = {code for code in row["audience"] if code.startswith("cohort:")}
    return not named or f"cohort:{question.span.label}" in named


def meeting(question: Question) -> Answer:
    """Meetings at which those who should be there were, and talked of what they should."""
    span = question.span
    rows = [
        row
        for row in question.records["meetings"]
        if row["kind"] == question.terms["meeting"] and span.whole_first <= row["date"] <= span.whole_last
    ]
    found: Answer = {"counted": [], "planned": 0, "ignored": []}
    for row in rows:
        add_meeting(question, row, found)
    return standing(question, found)


def add_meeting(question: Question, row: Row, found: Answer) -> None:
    general = [
        ("cancelled", row["status"] == "cancelled"),
        ("outside_period", not question.span.first <= row["date"] <= question.span.last),
        *time_tests(question, row),
    ]
    reasons = [reason for reason, fits in general if fits][:1]
    if not reasons and row["status"] == "planned":
        found["planned"] += 1
        return
    reasons = reasons or missing(question, row)
    found["ignored"] += [{"id": row["id"], "reason": reason} for reason in reasons]
    if not reasons:
        found["counted"].append(row)


def missing(question: Question, row: Row) -> list[str]:
    """A code for each role that too few answered for and each topic that wasn't on the agenda."""
    present, people = question.terms["present"], set(row["people"])
    roles = [role for role, number in present.items() if len(people & question.holders(role, row["date"])) < number]
    topics = [code for code in listed(question.terms.get("agenda")) if code not in row["agenda"]]
    return [f"missing_role:{role}" for role in roles] + [f"missing_agenda:{code}" for code in topics]
