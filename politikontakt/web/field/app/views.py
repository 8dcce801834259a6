"""What makes the pages an app that can be put on the phone: manifest, worker, and the list of files it keeps."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from politikontakt.web.field.app.files import addresses, version
from politikontakt.web.ui.access import access
from politikontakt.web.ui.requests import TenantRequest

WORKER = "field/worker.js"
PAPER = "#f8f6f2"
ACCENT = "#00566b"


@access("access.public")
def manifest(request: TenantRequest, slug: str) -> JsonResponse:
    """The app as the phone's home screen shows it: one for each municipality."""
    home = reverse("field:today", args=[slug])
    icons = [
        {"src": static(f"field/icon-{n}.png"), "sizes": f"{n}x{n}", "type": "image/png", "purpose": "any maskable"}
        for n in (192, 512)
    ]
    icons.append({"src": static("field/icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"})
    about = {
        "id": home,
        "start_url": home,
        "scope": home,
        "name": _("Politikontakt %(municipality)s") % {"municipality": request.municipality.name},
        "short_name": "Politikontakt",
        "lang": get_language(),
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": ACCENT,
        "icons": icons,
    }
    return JsonResponse(about, content_type="application/manifest+json")


@access("access.public")
def worker(request: TenantRequest, slug: str) -> HttpResponse:
    """The service worker, a plain file, from an address whose scope is the field pages alone."""
    folder = Path(settings.STATIC_ROOT, WORKER) if settings.HASHED_STATIC else Path(str(find(WORKER)))
    answer = HttpResponse(folder.read_bytes(), content_type="text/javascript; charset=utf-8")
    patch_cache_control(answer, no_cache=True)
    return answer


@access("access.public")
def files(request: TenantRequest, slug: str) -> JsonResponse:
    """What the worker keeps: the version, the files, and the pages that open without coverage."""
    pages = [reverse(f"field:{name}", args=[slug]) for name in ("today", "log", "offline")]
    answer = JsonResponse({"version": version(), "files": addresses(), "pages": pages})
    patch_cache_control(answer, no_cache=True)
    return answer


@access("access.public")
def offline(request: TenantRequest, slug: str) -> HttpResponse:
    """What shows when a page is asked for that the phone has not kept."""
    return render(request, "field/offline.html", {})
