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


class AlreadyOut(Refused):
    """One can't be called out twice at once: end the first, or take it back."""

    code = "already_out"


class UnknownCause(Refused):
    """The cause of lost time is one of the classes. Values: cause."""

    code = "unknown_cause"


class LongerThanADay(Refused):
    """Time that was lost on a day is from 0 to 1440 minutes. Values: minutes."""

    code = "longer_than_a_day"
