"""The operator's own list of names that notes should not hold (POLITIKONTAKT_NAMES_FILE), read when we start."""

from collections.abc import Iterable
from pathlib import Path

from politikontakt.config.env import SettingWrong
from politikontakt.core.privacy.listed import LONGEST, MOST, NameFault, read_names

SETTING = "POLITIKONTAKT_NAMES_FILE"
SHOWN = 5
WHY = {
    "not_a_name": "line {line} is no name: it begins with something else than a letter, or holds a digit",
    "too_long": f"line {{line}} is longer than {LONGEST} characters",
    "national_id": "line {line} holds a national identity number",
    "too_many": f"from line {{line}} on there are more than {MOST} names",
    "not_text": "it is not text in UTF-8",
}


def listed_names(path: str) -> tuple[str, ...]:
    """The names in the file at `path`; none where no file is named. Faults are told by line, never with the name."""
    if not path:
        return ()
    try:
        source = Path(path).read_bytes()
    except OSError as failed:
        raise SettingWrong(
            f"{SETTING} is “{path}”, which can't be read: {failed.strerror}. "
            "Set it to a file with one name on each line, readable for the server, or leave it out."
        ) from None
    names, faults = read_names(source)
    if faults:
        raise SettingWrong(f"{SETTING}, “{path}”, can't be used: {_sentence(faults)}. Mend the file, and start again.")
    return names


def _sentence(faults: Iterable[NameFault]) -> str:
    said = [WHY[each.code].format(line=each.line) for each in faults]
    more = f", and {len(said) - SHOWN} more" if len(said) > SHOWN else ""
    return f"{'; '.join(said[:SHOWN])}{more}"
