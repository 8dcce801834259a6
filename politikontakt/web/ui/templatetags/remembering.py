"""`{% remember "name" %}…{% endremember %}`: made once, then recalled (ui/remember.py)."""

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString, mark_safe

from politikontakt.web.ui.remember import KEY, keep, recall

register = template.Library()


class Remembered(template.Node):
    """A piece of a page. Without a key in the context it is made every time."""

    def __init__(self, piece: str, nodelist: NodeList) -> None:
        self.piece = piece
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        """The kept piece, or a new one that is kept."""
        key = context.get(KEY)
        if not key:
            return self.nodelist.render(context)
        text = recall(key, self.piece)
        if text is None:
            text = str(self.nodelist.render(context))
            keep(key, self.piece, text)
        return mark_safe(text)  # noqa: S308 – rendered by us, escaped then


@register.tag
def remember(parser: Parser, token: Token) -> Remembered:
    """Takes the piece's name, which is its own on the page."""
    piece = token.split_contents()[1].strip("\"'")
    nodelist = parser.parse(("endremember",))
    parser.delete_first_token()
    return Remembered(piece, nodelist)
