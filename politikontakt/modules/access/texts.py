"""Free text on its way to the database."""

from collections.abc import Iterator, Mapping
from typing import Any

from politikontakt.core.encoding import UNSEEN
from politikontakt.core.privacy.national_ids import find_national_ids
from politikontakt.modules.access.errors import NationalIdFound, UnseenSign


def refuse_national_ids(content: Mapping[str, Any]) -> None:
    """Refuse content with a national identity number in any of its texts, naming the field, never the number."""
    for field, value in content.items():
        if any(find_national_ids(text) for text in texts(value)):
            raise NationalIdFound(field)


def refuse_unseen_signs(content: Mapping[str, Any]) -> None:
    """Refuse content with a control character in any of its texts: what is exported must be read again."""
    for field, value in content.items():
        if any(UNSEEN.search(text) for text in texts(value)):
            raise UnseenSign(field=field)


def texts(value: Any) -> Iterator[str]:
    """Every text within a value, however deep; those of a list also read on from one to the next."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for each in value.values() for text in texts(each))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (text for each in value for text in texts(each))
        yield " ".join(each for each in value if isinstance(each, str))
