"""Free text on its way to the database."""

from collections.abc import Mapping

from politikontakt.core.privacy.national_ids import find_national_ids
from politikontakt.modules.access.errors import NationalIdFound


def refuse_national_ids(**texts: str | Mapping[str, str] | None) -> None:
    """Refuse texts that hold a national identity number, naming the field: `refuse_national_ids(note=note)`."""
    for field, text in texts.items():
        parts = text.values() if isinstance(text, Mapping) else [text or ""]
        if any(find_national_ids(part) for part in parts):
            raise NationalIdFound(field)
