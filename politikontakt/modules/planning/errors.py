"""What planning refuses."""

from collections.abc import Sequence

from politikontakt.core.planner.hard.breach import PlanFault
from politikontakt.modules.access.errors import Refused


class NoSettings(Refused):
    """There is no planning.toml, so nobody knows what is to be planned and for how long."""

    code = "no_settings"


class RunEnded(Refused):
    """The run is no longer one that can be accepted or stopped: somebody was quicker."""

    code = "run_ended"


class RunStale(Refused):
    """The record has changed since the plan was laid, so it may double what stands now."""

    code = "run_stale"


class RunBetter(Refused):
    """The search has found a better plan than the one that was looked at. Show it, and ask again."""

    code = "run_better"


class BreaksRules(Exception):
    """A move would break hard rules. `faults` says which; the mover may say that it shall be so anyway."""

    def __init__(self, faults: Sequence[PlanFault]) -> None:
        super().__init__(", ".join(each.code for each in faults))
        self.faults = tuple(faults)


class NotPlanned(Refused):
    """Only what is planned can be moved or confirmed."""

    code = "not_planned"
