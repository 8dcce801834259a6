"""Paging through long lists."""

from typing import Any

from django import template
from django.core.paginator import Page

register = template.Library()


@register.inclusion_tag("ui/parts/pagination.html", takes_context=True)
def pagination(context: template.Context, page: Page[Any]) -> dict[str, Any]:
    """`{% pagination page %}`: links to the other pages, keeping the rest of the address. Nothing for one page."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    rest = f"{query.urlencode()}&" if query else ""
    return {"page": page, "pages": page.paginator.get_elided_page_range(page.number, on_each_side=1), "query": rest}
