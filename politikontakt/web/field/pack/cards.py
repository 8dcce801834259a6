"""The card of each place as the phone shows it without coverage: the same template as on the page.

With them go the words of the codes that a log sheet holds, for comparing two entries.
"""

from django.http import JsonResponse
from django.template.loader import get_template
from django.utils.cache import patch_cache_control

from politikontakt.modules.compliance.queries import records, state
from politikontakt.modules.directory.queries import places_open_on
from politikontakt.web.field.sync.views import turn_away
from politikontakt.web.field.today.agenda import agenda
from politikontakt.web.field.today.due import Due
from politikontakt.web.field.today.places import due_everywhere
from politikontakt.web.ui.access import access
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.wording import vocabulary as codes
from politikontakt.web.ui.wording.subjects import Names


@access("access.public")
def cards(request: TenantRequest, slug: str) -> JsonResponse:
    """All that is due, place by place, as markup, with the `state` of the pack: a phone asks when that is another.

    What waits for an answer is at no place, and is not in it.
    """
    turned_away = turn_away(request)
    if turned_away:
        return turned_away
    everywhere = due_everywhere(request.today)
    plan = agenda([each.person for each in request.member.holdings], request.today, None)
    card = get_template("field/_here.html")
    same = {"request": request, "plan": plan, "names": Names.of(records()), "requests": ()}
    found = {}
    for place in places_open_on(request.today):
        due = everywhere.at(place.ref) if everywhere else Due()
        found[place.ref] = card.render({**same, "place": place, "planned_here": plan.planned_at(place), "due": due})
    answer = JsonResponse({"state": state(), "today": request.today.isoformat(), "cards": found, "codes": _words()})
    patch_cache_control(answer, no_store=True)
    return answer


def _words() -> dict[str, str]:
    return {code: str(text) for words in (codes.AUDIENCES, codes.THEMES) for code, text in words.items()}
