"""Who may log work."""

from politikontakt.modules.access.capabilities import LOG
from politikontakt.modules.access.policies import allow, may

allow("activities.log", may(LOG))
