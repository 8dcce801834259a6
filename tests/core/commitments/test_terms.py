"""What an agreement file may say for each kind."""

import pytest

from politikontakt.core.agreement.shapes import Wrong
from politikontakt.core.agreement.terms import specs
from politikontakt.core.calendar.periods import PERIOD_KINDS
from politikontakt.core.commitments.rules import KINDS, RULES
from politikontakt.core.commitments.rules.coverage import CoverageTerms
from politikontakt.core.commitments.rules.deadline import DeadlineTerms
from politikontakt.core.commitments.rules.share import ShareTerms
from tests.core.commitments.scenes import END, LOWER_SECONDARY


@pytest.mark.parametrize(
    ("kind", "required", "optional"),
    [
        (
            "count",
            {"activity", "at_least", "per"},
            {"for_each", "by_role", "distinct", "min_minutes", "purpose", "audience", "part_year"},
        ),
        ("meeting", {"meeting", "per", "present"}, {"at_least", "agenda", "part_year"}),
        ("deadline", {"by"}, {"document", "event", "attached"}),
        ("staffing", {"role", "at_least"}, {"until", "fixed"}),
        ("share", {"purpose", "by_role", "at_least", "per"}, {"weekly_minutes", "min_coverage"}),
        ("baseline", {"indicator", "per"}, {"at_least_ratio"}),
        ("cohort", {"activity", "for_each"}, {"stages", "at_least", "by_role"}),
        ("coverage", {"activity", "each_of", "members", "per"}, {"at_least", "by_role", "for_each"}),
        ("answer", {"request", "within_working_days", "per"}, {"share_at_least"}),
        ("judgement", {"per"}, {"by"}),
    ],
)
def test_the_terms_of_a_kind(kind: str, required: set[str], optional: set[str]):
    found = specs(KINDS[kind])

    assert {name for name, each in found.items() if each.required} == required
    assert {name for name, each in found.items() if not each.required} == optional


def test_every_term_can_be_amended_but_for_each_per_and_stages():
    fixed = {name for kind in KINDS.values() for name, each in specs(kind).items() if not each.amendable}

    assert fixed == {"for_each", "per", "stages"}


def test_the_kinds_are_those_of_the_contract_in_its_order():
    assert list(RULES) == (
        ["count", "meeting", "deadline", "staffing", "share", "baseline", "cohort", "coverage", "answer", "judgement"]
    )
    assert all(rule.name == name and KINDS[name] is rule.terms for name, rule in RULES.items())


def test_the_ways_to_cut_time():
    assert PERIOD_KINDS == (
        "calendar_year",
        "school_year",
        "agreement_year",
        "half_year",
        "calendar_quarter",
        "agreement_quarter",
        "month",
        "week",
        "term",
    )


@pytest.mark.parametrize(
    ("terms", "wrong"),
    [
        (DeadlineTerms(by=END), [Wrong("document_or_event", {}, ".document")]),
        (DeadlineTerms(by=END, document="plan", event="moved"), [Wrong("document_and_event", {}, ".event")]),
        (DeadlineTerms(by=END, event="moved", attached=True), [Wrong("attached_event", {}, ".attached")]),
        (
            ShareTerms(purpose="preventive", by_role="contact", at_least=0, per="month"),  # type: ignore[arg-type]
            [Wrong("not_above", {"found": 0, "above": 0}, ".at_least")],
        ),
        (
            CoverageTerms(activity=("visit",), each_of="place", members=("a",), per="month", for_each=LOWER_SECONDARY),
            [Wrong("places_with_for_each", {}, ".for_each")],
        ),
    ],
)
def test_terms_that_contradict_each_other(terms: DeadlineTerms | ShareTerms | CoverageTerms, wrong: list[Wrong]):
    assert list(terms.contradictions()) == wrong


def test_kinds_of_places_are_those_that_a_place_can_have():
    terms = CoverageTerms(activity=("visit",), each_of="place_kind", members=("school", "mall"), per="month")

    (wrong,) = terms.contradictions()

    assert (wrong.code, wrong.inside, wrong.values["found"]) == ("not_one_of", ".members[1]", "mall")


def test_terms_that_fit_have_nothing_against_them():
    assert not DeadlineTerms(by=END, document="plan", attached=True).contradictions()
    assert not CoverageTerms(activity=("a",), each_of="partner", members=("FAU",), per="month").contradictions()
