"""What `access` refuses. The sentences are in `web/ui/wording`; an error carries what they need."""

from typing import Any


class Refused(Exception):
    """Base of what a service refuses because of what was asked. `code` names it, `values` fill its sentence."""

    code = "refused"

    def __init__(self, **values: Any) -> None:
        super().__init__(f"{self.code}: {values}")
        self.values = values


class Overtaken(Refused):
    """Somebody corrected or withdrew the row in the meantime. Show the new one and ask again."""

    code = "overtaken"

    def __init__(self, row: Any) -> None:
        super().__init__(row=row)
        self.row = row


class NationalIdFound(Refused):
    """A text holds a national identity number. It is not stored anywhere, so the error does not carry it."""

    code = "national_id"

    def __init__(self, field: str) -> None:
        super().__init__(field=field)
        self.field = field


class UnseenSign(Refused):
    """A text holds a control character: nobody can see it, and no file of the record may hold it. Values: field."""

    code = "unseen_sign"


class UnknownWord(Refused):
    """A word is none of those that can stand there. Values: word."""

    code = "unknown_word"


class RefTaken(Refused):
    """The id is in use by another row of the same kind."""

    code = "ref_taken"


class EndsBeforeItBegins(Refused):
    """The last day is before the first."""

    code = "last_before_first"


class DayOutOfReach(Refused):
    """A day so far back or ahead that it must be a slip of the pen. Values: day, earliest, latest."""

    code = "day_out_of_reach"


class NoAddress(Refused):
    """What somebody is to sign in with is no e-mail address. Values: email."""

    code = "no_address"


class NotADemo(Refused):
    """Only a demo municipality may have a day of its own."""

    code = "not_a_demo"


class NoSlug(Refused):
    """A text that can't be part of an address. Values: slug."""

    code = "no_slug"


class SlugReserved(Refused):
    """The slug is an address of the installation's own."""

    code = "slug_reserved"
