"""What the main menus hold. An item shows where its page exists and the one who asks may see it."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from politikontakt.modules.access.capabilities import LOG, SEE, SPEAK
from politikontakt.modules.access.membership import Membership
from politikontakt.web.ui.access import may
from politikontakt.web.ui.requests import PageRequest


@dataclass(frozen=True)
class Item:
    """One line of a menu: its words, the name of its page and the rule for seeing it."""

    label: Promise
    page: str
    rule: str = "access.see"


MENUS: dict[str, tuple[Item, ...]] = {
    "desk": (
        Item(pgettext_lazy("menu", "Today"), "field:today", "activities.log"),
        Item(pgettext_lazy("menu", "Plan"), "desk:plan"),
        Item(pgettext_lazy("menu", "Agreement"), "desk:status"),
        Item(pgettext_lazy("menu", "Work"), "desk:activities"),
        Item(pgettext_lazy("menu", "Lost time"), "desk:lost_time"),
        Item(pgettext_lazy("menu", "Directory"), "desk:directory"),
        Item(pgettext_lazy("menu", "Import and export"), "desk:exchange", "compliance.exchange"),
    ),
    "field": (
        Item(pgettext_lazy("menu", "Today"), "field:today"),
        Item(pgettext_lazy("menu", "Plan"), "desk:plan"),
        Item(pgettext_lazy("menu", "Agreement"), "desk:status"),
        Item(pgettext_lazy("menu", "More"), "field:more"),
    ),
}


@dataclass(frozen=True)
class Shown:
    """An item of a menu on a page."""

    label: Promise
    href: str
    here: bool


def menu(name: str, request: PageRequest) -> list[Shown]:
    """The menu's items for the one who asks; the longest address that the page's begins with is where we are."""
    if request.municipality is None:
        return []
    items = [(item, _reverse(item.page, request.municipality.slug)) for item in MENUS[name] if may(request, item.rule)]
    hrefs = [href for _, href in items if href and request.path.startswith(href)]
    here = max(hrefs, key=len, default=None)
    return [Shown(item.label, href, href == here) for item, href in items if href]


def first_page(member: Membership) -> str:
    """Where a user begins: on the phone's page for those who log but speak for no party, else at the agreement.

    The public page where neither is there or nothing may be seen.
    """
    assert member.municipality is not None
    slug = member.municipality.slug
    in_the_field = LOG in member.capabilities and SPEAK not in member.capabilities and "police" in _sides(member)
    names = [
        name for name, fits in (("field:today", in_the_field), ("desk:status", SEE in member.capabilities)) if fits
    ]
    addresses = [_reverse(name, slug) for name in names]
    return next((address for address in addresses if address), f"/{slug}/")


def _sides(member: Membership) -> set[str]:
    return {holding.role.side for holding in member.holdings}


def _reverse(page: str, slug: str) -> str | None:
    """Where a page of a municipality is, None while it is not there."""
    try:
        return reverse(page, args=[slug])
    except NoReverseMatch:
        return None
