"""The naive engine: agreement, records and a day in, the JSON of `judge` out."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.oracle import counting, measuring
from tests.oracle.days import Span, cohort_spans, spans
from tests.oracle.question import Question, amendments_on, listed, open_some_day
from tests.oracle.reading import Records, Row

Answer = dict[str, Any]
RULES = {
    "count": counting.count,
    "coverage": counting.coverage,
    "cohort": counting.cohort,
    "meeting": counting.meeting,
    "deadline": measuring.deadline,
    "staffing": measuring.staffing,
    "share": measuring.share,
    "baseline": measuring.baseline,
    "answer": measuring.answer,
    "judgement": measuring.judgement,
}


def judge(agreement: dict[str, Any], records: Records, on: date, all_periods: bool = False) -> list[Answer]:
    """Every verdict, in the order of the file, then subject, then period."""
    found: list[Answer] = []
    for clause in agreement["clause"]:
        promises = clause.get("commitment", [])
        if not promises:
            bare = {"commitment": None, "clause": clause["ref"], "subject": ""}
            found.append({**bare, "standing": "not_measured", "reasons": ["no_rule"]})
        for promise in promises:
            of_promise = [
                {"commitment": promise["id"], "clause": clause["ref"], **verdict(question)}
                for question in questions(agreement, records, promise, on, all_periods)
            ]
            found += sorted(of_promise, key=lambda one: (one["subject"], one["period"]["first"]))
    return found


def questions(
    agreement: dict[str, Any], records: Records, promise: dict[str, Any], on: date, all_periods: bool
) -> list[Question]:
    """One question for each period asked about and each subject that is there in it."""
    if promise["rule"] == "cohort":
        return cohort_questions(agreement, records, promise, on, all_periods)
    per = "term" if promise["rule"] in ("deadline", "staffing") else promise["per"]
    chosen = asked_about(spans(per, agreement), agreement, on, all_periods)
    return [one for span in chosen for one in subjects(Question(agreement, records, promise, span, on))]


def asked_about(found: list[Span], agreement: dict[str, Any], on: date, all_periods: bool) -> list[Span]:
    """The period that holds the day, or every period begun; before the start the first."""
    day = min(max(on, agreement["effective_from"]), agreement["expires_on"])
    if all_periods:
        return [span for span in found if span.first <= day]
    return [span for span in found if span.first <= day <= span.last]


def cohort_questions(
    agreement: dict[str, Any], records: Records, promise: dict[str, Any], on: date, all_periods: bool
) -> list[Question]:
    term = Question(agreement, records, promise, spans("term", agreement)[0], on)
    schools = matching(term)
    if not schools:
        return [term]
    windows = cohort_spans(promise.get("stages", [8, 10]), agreement)
    chosen = asked_about(windows, agreement, on, all_periods)
    return [
        replace(term, span=span, subject=f"{school['id']}/{span.label}", place=school)
        for span in chosen
        for school in schools
        if open_some_day(school, span)
    ]


def matching(question: Question) -> list[Row]:
    """The places that `for_each` means, open on some day of the period."""
    wanted = question.commitment["for_each"]
    return [
        place
        for place in question.records["places"]
        if wanted.get("place", place["kind"]) == place["kind"]
        and wanted.get("owner", place["owner"]) == place["owner"]
        and ("teaches_stage" not in wanted or teaches(place, wanted["teaches_stage"]))
        and open_some_day(place, question.span)
    ]


def teaches(place: Row, stage: int) -> bool:
    """From the first stage to the last; where one of them isn't known the school is open on that side."""
    first, last = place["stage_from"], place["stage_to"]
    known = first is not None or last is not None
    return known and (first is None or first <= stage) and (last is None or stage <= last)


def subjects(question: Question) -> list[Question]:
    """The question for each subject, or for nobody where `for_each` or the members match nothing."""
    asked = [question]
    if "for_each" in question.commitment:
        asked = [replace(question, subject=place["id"], place=place) for place in matching(question)]
    if question.kind == "coverage":
        asked = [member for one in asked for member in members(one)]
    return asked or [question]


def members(question: Question) -> list[Question]:
    asked = []
    for member in listed(question.terms["members"]):
        one = replace(question, member=member, subject=f"{question.subject}/{member}" if question.place else member)
        if question.terms["each_of"] == "place":
            place = next(row for row in question.records["places"] if row["id"] == member)
            if not open_some_day(place, question.span):
                continue
            one = replace(one, place=place)
        asked.append(one)
    return asked


def nobody_there(question: Question) -> bool:
    """Whether the promise is made to each of something, and none of it is there."""
    by_place = "for_each" in question.commitment
    return not question.subject and (by_place or question.kind == "coverage")


def verdict(question: Question) -> Answer:
    """The verdict, with its subject, period and amendment."""
    known: Answer = {"subject": question.subject, "period": period(question.span), **amendment(question)}
    if question.on < question.agreement["effective_from"]:
        return {**known, "standing": "not_due", "reasons": []}
    found = {"reasons": [], **by_rule(question)}
    found = with_dispute(question, with_exceptions(question, found))
    return {**known, **found}


def period(span: Span) -> dict[str, str]:
    return {"label": span.label, "first": f"{span.first}", "last": f"{span.last}"}


def amendment(question: Question) -> Answer:
    """The decision of the amendment that holds: the last one laid over the terms."""
    day = question.span.first
    if question.kind == "deadline":
        day = question.on
    if question.kind == "staffing" and question.on >= day:
        day = min(measuring.last_staffed_day(question), question.on)
    valid = amendments_on(question.agreement, question.commitment, day)
    return {"amendment": valid[-1]["decision"]} if valid else {}


def by_rule(question: Question) -> Answer:
    if nobody_there(question):
        return {"standing": "not_measured", "reasons": ["no_subject"]}
    found = RULES[question.kind](question)
    if question.kind == "cohort" and question.span.whole_last > question.agreement["expires_on"]:
        return {**found, "standing": "not_due", "reasons": ["leaves_after_end"]}
    return found


def with_exceptions(question: Question, found: Answer) -> Answer:
    """What exceptions make of it: the whole period set aside, or a note that one isn't accepted."""
    span = question.span
    open_offers = [one for one in question.exceptions(False) if one["first"] <= span.last and one["last"] >= span.first]
    note = ["exception_not_accepted"] if open_offers else []
    if question.days_that_count or not question.open_days:
        return {**found, "reasons": found["reasons"] + note}
    return {**found, "reasons": note, "standing": kind_of_exception(question)}


def kind_of_exception(question: Question) -> str:
    """The kind of the one that covers all open days, else of the one that covers the first."""
    first, last = min(question.open_days), max(question.open_days)
    rows = question.exceptions(True)
    whole = [row for row in rows if row["first"] <= first and last <= row["last"]]
    return str((whole or [row for row in rows if row["first"] <= first <= row["last"]])[0]["kind"])


def with_dispute(question: Question, found: Answer) -> Answer:
    if not question.dispute_open():
        return found
    return {**found, "standing": "disputed", "would_be": found["standing"]}
