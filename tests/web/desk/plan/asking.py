"""What the tests of the plan's pages do again and again."""

from datetime import date

from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity
from tests import factories

PLAN = "/malvik/arbeid/plan/"
AUGUST = date(2017, 8, 14)


def ask(client, page: str, **said) -> str:
    """Ask, and give the address of what is proposed."""
    answer = client.post(PLAN + page, {"client_key": factories.key(), **said})
    assert answer.status_code == 302, answer.context["form"].errors
    return answer["Location"]


def rows(malvik) -> list[Activity]:
    with within(malvik):
        return list(Activity.current.filter(status="planned").order_by("happened_on", "id"))
