"""Tags of the frame round a page: brand, menu, who, language, messages, demo."""

from typing import Any

from django import template
from django.conf import settings
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.translation import get_language, gettext

from politikontakt.web.ui.access import may
from politikontakt.web.ui.navigation import menu

register = template.Library()

SWITCHABLE = (("nb", "Bokmål"), ("nn", "Nynorsk"))
"""Languages a reader can choose; English is the source's own and for those who build."""


def _municipality(context: template.Context) -> Any:
    """The page's municipality, None on the installation's own pages and where no middleware has run."""
    return getattr(context.get("request"), "municipality", None)


@register.inclusion_tag("ui/parts/brand.html", takes_context=True)
def brand(context: template.Context, *, small: bool = False) -> dict[str, Any]:
    """The mark, the name and whose pages these are; leads to the municipality's public page."""
    municipality = _municipality(context)
    href = f"/{municipality.slug}/" if municipality else "/"
    return {"municipality": municipality, "href": href, "small": small}


@register.inclusion_tag("ui/parts/navigation.html", takes_context=True)
def navigation(context: template.Context, name: str) -> dict[str, Any]:
    """`{% navigation "desk" %}`: the items of a menu that the one who asks may see."""
    return {"items": menu(name, context["request"])}


@register.simple_tag(takes_context=True, name="may")
def may_tag(context: template.Context, rule: str) -> bool:
    """`{% may "agreements.store" as may_store %}`: whether the one who asks may do it, for links and buttons."""
    return may(context["request"], rule)


@register.inclusion_tag("ui/parts/who.html", takes_context=True)
def who(context: template.Context) -> dict[str, Any]:
    """Name and role of the one who is signed in."""
    request = context["request"]
    holdings = request.member.holdings
    language = get_language() or "nb"
    return {
        "name": holdings[0].person.name if holdings else str(request.user),
        "title": holdings[0].role.title(language) if holdings else "",
        "sign_out": reverse("account_logout"),
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("ui/parts/languages.html", takes_context=True)
def languages(context: template.Context) -> dict[str, Any]:
    """The languages one can choose between; the page's own is plain text."""
    request = context.get("request")
    here = get_language()
    choices = [(code, name, code == here) for code, name in SWITCHABLE]
    address = context.get("address") or (request.get_full_path() if request else "/")
    return {"choices": choices, "next": address}


COLOURS = {"error": "danger", "debug": "info"}
"""Django's words for how grave a message is, where Designsystemet has another."""


@register.inclusion_tag("ui/parts/messages.html", takes_context=True)
def messages_here(context: template.Context) -> dict[str, Any]:
    """What just happened. Reads nothing where nobody has left a message."""
    request = context.get("request")
    storage = get_messages(request) if request is not None else None
    return {"messages": [(COLOURS.get(each.level_tag, each.level_tag), each) for each in storage or []]}


@register.inclusion_tag("ui/parts/site_links.html", takes_context=True)
def site_links(context: template.Context) -> dict[str, Any]:
    """Privacy and accessibility, and the agreement where there is a municipality."""
    municipality = _municipality(context)
    space, where = ("public:", [municipality.slug]) if municipality else ("public:site_", [])
    links = [(gettext("Privacy"), f"{space}privacy"), (gettext("Accessibility"), f"{space}accessibility")]
    if municipality:
        links.append((gettext("Read the agreement"), "public:promises"))
    addresses = [(label, reverse(page, args=where)) for label, page in links]
    return {"links": [*addresses, (gettext("For those who work here"), reverse("account_login"))]}


@register.inclusion_tag("ui/parts/demo_bar.html", takes_context=True)
def demo_bar(context: template.Context) -> dict[str, Any]:
    """Says that this is a demo, and lets one set its day. Nothing anywhere else."""
    municipality = _municipality(context)
    if municipality is None or not (settings.DEMO and municipality.demo):
        return {}
    request = context["request"]
    return {
        "municipality": municipality,
        "today": request.today,
        "action": reverse("demo:day", args=[municipality.slug]),
        "next": context.get("address") or request.get_full_path(),
    }
