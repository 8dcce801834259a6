"""What the directory refuses."""

from politikontakt.modules.access.errors import Refused


class StagesBackwards(Refused):
    """The first stage is above the last, or one is not a school year from 1 to 13."""

    code = "stages_backwards"


class ClosesBeforeItOpens(Refused):
    """A place's last day is before its first."""

    code = "closed_before_opened"


class CalendarsChanged(Refused):
    """What would be stored is not what was looked at: somebody wrote in between, or another school was chosen."""

    code = "draft_stale"
