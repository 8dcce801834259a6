"""From rows to verdicts."""

from datetime import date

from politikontakt.modules.agreements.queries import agreement_on
from politikontakt.modules.compliance import queries
from tests import factories
from tests.factories import TODAY


def test_a_logged_visit_counts_for_its_school(in_malvik):
    visit = factories.visit(date(2018, 2, 6))

    verdict = standing_of("P12b", "hommelvik-us")

    assert (verdict.done, verdict.required, verdict.counted) == (1, 8, (visit.ref,))


def test_a_status_page_takes_three_queries_with_one_visit_and_with_thirty(in_malvik, django_assert_num_queries):
    factories.visit(date(2018, 1, 8))
    agreement = agreement_on(TODAY).content
    with django_assert_num_queries(3):
        queries.verdicts(agreement, TODAY)
    for day in range(1, 30):
        factories.visit(date(2018, 1, day))

    with django_assert_num_queries(3):
        verdicts = queries.verdicts(agreement, TODAY)

    assert sum(verdict.done or 0 for verdict in verdicts) == 29


def standing_of(commitment, subject="", on=TODAY):
    agreement = agreement_on(on).content
    return next(each for each in queries.verdicts(agreement, on, commitments=[commitment]) if each.subject == subject)
