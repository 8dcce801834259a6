"""What logging refuses."""

from politikontakt.modules.access.errors import Refused


class InFuture(Refused):
    """Something done can't lie in the future; it may be planned instead. Values: day, today."""

    code = "in_future"


class NobodyTookPart(Refused):
    """An activity that was done has at least one person."""

    code = "nobody_took_part"


class PlaceNotOpen(Refused):
    """The place is not open on that day. Values: place, day."""

    code = "place_not_open"


class AnsweredBeforeAsked(Refused):
    """An answer can't come before its request."""

    code = "answered_before_asked"


class UnknownStatus(Refused):
    """A status is planned, done or cancelled; a purpose is one of four."""

    code = "unknown_status"
