"""What every field page carries for its scripts: who, where, which day, which version, and the words to use."""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language

from politikontakt.web.field.app.files import version
from politikontakt.web.field.words import words
from politikontakt.web.ui.requests import TenantRequest


def shell(request: TenantRequest) -> dict[str, Any]:
    """Values for the page's head, the last of them as JSON that the scripts read."""
    slug = request.municipality.slug
    return {
        "manifest": reverse("field:manifest", args=[slug]),
        "styles": reverse("field:styles", args=[slug, version()]),
        "values": {
            "home": reverse("field:today", args=[slug]),
            "log": reverse("field:log", args=[slug]),
            "sync": reverse("field:sync", args=[slug]),
            "pack": reverse("field:pack", args=[slug]),
            "cards": reverse("field:cards", args=[slug]),
            "worker": reverse("field:worker", args=[slug]),
            "screen": static("privacy/screen.json"),
            "sign_in": f"{settings.LOGIN_URL}?next={quote(reverse('field:today', args=[slug]))}",
            "sign_out": reverse("account_logout"),
            "slug": slug,
            "zone": request.municipality.time_zone,
            "who": str(request.user.pk),
            "me": list(dict.fromkeys(each.person.ref for each in request.member.holdings)),
            "today": request.today.isoformat(),
            "fixed_day": bool(request.municipality.demo_day),
            "version": version(),
            "language": get_language(),
            "words": words(),
        },
    }
