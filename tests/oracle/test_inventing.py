"""What the invented cases reach. A rule, standing or reason that no case reaches is not compared at all."""

from collections import Counter
from functools import cache

from tests.oracle.inventing import invent
from tests.oracle.naive import judge
from tests.oracle.question import DEFAULTS
from tests.oracle.reading import agreement_of, records_of

SEEDS = range(1, 601)
COUNTED = {"kept", "broken", "on_track", "at_risk", "not_due", "disputed", "waived", "excused"}
REACHED = {
    "count": COUNTED | {"not_measured"},
    "coverage": COUNTED | {"not_measured"},
    "cohort": COUNTED | {"not_measured"},
    "meeting": COUNTED,
    "deadline": COUNTED | {"late"},
    "staffing": COUNTED | {"not_measured"},
    "share": COUNTED | {"not_measured"},
    "baseline": COUNTED - {"on_track", "at_risk"} | {"not_measured"},
    "answer": COUNTED,
    "judgement": COUNTED - {"on_track"} | {"not_measured"},
}
REASONS = {
    *("no_rule", "no_subject", "part_period", "part_period_reduced", "out_of_days", "exception_not_accepted"),
    *("low_coverage", "no_baseline", "no_measurement", "cannot_tell", "leaves_after_end", "nothing_asked"),
    "parties_disagree",
}
IGNORED = {
    *("cancelled", "outside_period", "wrong_role", "wrong_purpose", "wrong_audience", "too_short", "after_day"),
    *("not_done", "same_day", "missing_role:contact", "missing_role:chief"),
    *("missing_agenda:evaluation", "missing_agenda:drugs"),
}


@cache
def reached() -> Counter[tuple[str, str, str]]:
    """How often each rule got each standing, reason and reason to ignore, over the seeds."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for case in map(invent, SEEDS):
        agreement = agreement_of(case.toml)
        rules = {each["id"]: each["rule"] for clause in agreement["clause"] for each in clause.get("commitment", [])}
        for verdict in judge(agreement, records_of(case.folder), case.on, case.all_periods):
            rule = rules.get(verdict["commitment"], "")
            seen[rule, "standing", verdict["standing"]] += 1
            seen.update((rule, "reason", reason) for reason in verdict["reasons"])
            seen.update((rule, "ignored", row["reason"]) for row in verdict.get("ignored", []))
    return seen


def values_of(what: str) -> set[str]:
    return {value for _, kind, value in reached() if kind == what}


def test_every_rule_reaches_every_standing_it_can_have():
    found = {rule: {value for one, kind, value in reached() if (one, kind) == (rule, "standing")} for rule in DEFAULTS}

    assert found == REACHED


def test_every_reason_is_reached():
    assert values_of("reason") == REASONS


def test_every_reason_to_ignore_is_reached():
    assert values_of("ignored") == IGNORED


def test_a_seed_always_gives_the_same_files():
    first, again = invent(7), invent(7)

    assert (first.toml, first.folder, first.on) == (again.toml, again.folder, again.on)
