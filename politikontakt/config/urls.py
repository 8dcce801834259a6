"""Every address of the installation, audience by audience. The municipality's slug comes first in its own."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, register_converter

from politikontakt.web.ui.addresses import Ref

AUDIENCES = ("ui", "signin", *(("demo",) if settings.DEMO else ()), "desk", "field", "feeds", "public")


def addresses() -> list[URLPattern | URLResolver]:
    """The audiences' own lists, those of fixed addresses before those that begin with a slug."""
    names = [f"politikontakt.web.{audience}.urls" for audience in AUDIENCES]
    return [path("", include(name)) for name in names if find_spec(name.rpartition(".")[0]) and find_spec(name)]


register_converter(Ref, "ref")
urlpatterns = addresses()
handler400 = "politikontakt.web.ui.faults.bad_request"
handler500 = "politikontakt.web.ui.faults.server_fault"
