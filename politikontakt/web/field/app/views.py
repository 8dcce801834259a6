"""What makes the pages an app that can be put on the phone: manifest, worker, and the list of files it keeps."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from politikontakt.web.field.app.files import addresses, path_of, version
from politikontakt.web.field.app.styles import bundle
from politikontakt.web.ui.access import access
from politikontakt.web.ui.requests import TenantRequest

WORKER = "field/worker.js"
PAPER = "#f8f6f2"
ACCENT = "#00566b"
YEAR = 365 * 24 * 3600


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
    answer = HttpResponse(path_of(WORKER).read_bytes(), content_type="text/javascript; charset=utf-8")
    patch_cache_control(answer, no_cache=True)
    return answer


@access("access.public")
def styles(request: TenantRequest, slug: str, version: str) -> HttpResponse:
    """The style of the phone's pages in one file. Its address changes with the version, so it may be kept for good."""
    answer = HttpResponse(bundle(), content_type="text/css; charset=utf-8")
    patch_cache_control(answer, public=True, max_age=YEAR, immutable=True)
    return answer


@access("access.public")
def files(request: TenantRequest, slug: str) -> JsonResponse:
    """What the worker keeps: the version, the files, and the pages that open without coverage."""
    pages = [reverse(f"field:{name}", args=[slug]) for name in ("today", "log", "offline")]
    kept = [reverse("field:styles", args=[slug, version()]), *addresses()]
    answer = JsonResponse({"version": version(), "files": kept, "pages": pages})
    patch_cache_control(answer, no_cache=True)
    return answer


@access("access.public")
def offline(request: TenantRequest, slug: str) -> HttpResponse:
    """What shows when a page is asked for that the phone has not kept."""
    return render(request, "field/offline.html", {})
