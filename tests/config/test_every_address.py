"""Every address of the installation says who may use it."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from rules import rule_exists

from politikontakt.web.ui.access import declared_rule


def addresses(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address below a resolver, written as its pattern is."""
    for each in resolver.url_patterns:
        pattern = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses(each, pattern)
        else:
            yield pattern, each


ALL = dict(addresses(get_resolver()))


@pytest.mark.parametrize("pattern", sorted(ALL))
def test_an_address_declares_who_may_use_it(pattern):
    rule = declared_rule(ALL[pattern].callback)

    assert rule, f"{pattern} says nothing: put @access(…) on its view"
    assert rule_exists(rule), f"{pattern} names {rule}, which no policies.py has"


def test_there_are_addresses_for_every_audience():
    assert {"", "inn/", "<slug:slug>/", "<slug:slug>/arbeid/"} <= set(ALL)


def test_an_address_without_a_declaration_is_found():
    def forgotten(request):
        """A view without @access."""

    assert declared_rule(forgotten) is None
