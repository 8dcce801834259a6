"""What the phone keeps to work without coverage: the days around today, the places and what is due at them.

With them goes the operator's own list of names, so that a note is asked about before it leaves the phone.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import JsonResponse
from django.utils.cache import patch_cache_control

from politikontakt.modules.activities.lost_time import out_now
from politikontakt.modules.compliance.queries import state
from politikontakt.modules.directory.queries import names_of_places
from politikontakt.web.field.app.files import version
from politikontakt.web.field.log.summary import visit_words
from politikontakt.web.field.sync.rows import activities_as_json, row_as_json
from politikontakt.web.field.sync.views import turn_away, who
from politikontakt.web.field.today.places import due_everywhere
from politikontakt.web.ui.access import access
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.wording import vocabulary as codes

AROUND = timedelta(days=14)


@access("access.public")
def pack(request: TenantRequest, slug: str) -> JsonResponse:
    """Everything as JSON. Two phones that got the same `state` have the same rows."""
    turned_away = turn_away(request)
    if turned_away:
        return turned_away
    answer = JsonResponse(_pack(request))
    patch_cache_control(answer, no_store=True)
    return answer


def _pack(request: TenantRequest) -> dict[str, Any]:
    today = request.today
    rows = activities_as_json(today - AROUND, today + AROUND)
    people = [each.person for each in request.member.holdings]
    places = names_of_places(today)
    everywhere = due_everywhere(today)
    due = {ref: visit_words(everywhere.at(ref)) for ref, _ in places} if everywhere else {}
    return {
        "state": state(),
        "version": version(),
        "who": who(request),
        "me": list(dict.fromkeys(each.ref for each in people)),
        "today": today.isoformat(),
        "rows": rows,
        "places": [{"ref": ref, "name": name} for ref, name in places],
        "kinds": dict(codes.choices(codes.ACTIVITIES, [row["kind"] for row in rows])),
        "due": {ref: words for ref, words in due.items() if words},
        "out": row_as_json(out_now(people)),
        "names": list(settings.LISTED_NAMES),
    }
