"""Days and yes-or-no as municipalities write them in tables of school days."""

import re
from datetime import date

YES = frozenset({"ja", "j", "yes", "y", "true", "sann", "1", "x"})
NO = frozenset({"nei", "n", "no", "false", "usann", "0"})
FIRST_YEAR, LAST_YEAR = 2000, 2100

_ISO = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})([T ]00:00(:00(\.0+)?)?Z?)?")
_NORWEGIAN = re.compile(r"(?P<d>[0-9]{1,2})[./](?P<m>[0-9]{1,2})[./](?P<y>[0-9]{4}|[0-9]{2})\.?( 00:00(:00)?)?")


class NotRead(Exception):
    """A cell that can't be read. Carries a fault's code and values."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def read_day(text: str) -> date:
    """2018-02-19, 19.2.2018, 19.02.18 or 19/2/2018."""
    found = _ISO.fullmatch(text) or _NORWEGIAN.fullmatch(text)
    if found is None:
        raise NotRead("not_day_of_calendar", found=text)
    year = int(found["y"]) + (2000 if len(found["y"]) <= len("18") else 0)
    try:
        day = date(year, int(found["m"]), int(found["d"]))
    except ValueError:
        raise NotRead("no_such_day", found=text) from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotRead("day_far_away", found=text, first=FIRST_YEAR, last=LAST_YEAR)
    return day


def read_yes(text: str) -> bool:
    """Ja or Nei, 1 or 0, in any size of letters."""
    said = text.casefold()
    if said not in YES | NO:
        raise NotRead("not_ja_nei", found=text)
    return said in YES
