"""Refs in addresses: `<ref:…>` in a list of addresses.

A clause may be called "§ 3/4", and an imported row "2017/18#1?": whatever a ref holds, its page has
an address. Django quotes most of it; what would part the address in two, or mean another page, is
quoted once more, because the server undoes the first quoting before the address is looked up.
"""

from urllib.parse import unquote

OWN_PAGES = frozenset({"ny"})
"""Last parts of addresses that are pages of their own beside those of the refs."""


class Ref:
    """A ref as one part of an address."""

    regex = r"[^/]+"

    def to_python(self, value: str) -> str:
        """The ref that the part stands for."""
        return unquote(value)

    def to_url(self, value: str) -> str:
        """The part for a ref: without a slash, never only dots, never the name of another page."""
        part = value.replace("%", "%25").replace("/", "%2F")
        if part in OWN_PAGES or not part.strip("."):
            return f"%{ord(part[0]):02X}{part[1:]}"
        return part
