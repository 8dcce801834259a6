"""What a browser may load for our pages: our own files and nothing else."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
OF_FILES = "default-src 'none'; frame-ancestors 'none'"
"""For files that pages load and nobody opens: said in short, for a slow line carries it with each."""
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def content_policy(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put the policy on every answer; on files under STATIC_URL, where scripts are none of their own, in short."""

    def with_policy(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Content-Security-Policy", OF_FILES)
            return response
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    return with_policy
