"""Who may log work."""

import rules

from politikontakt.modules.access.capabilities import LOG
from politikontakt.modules.access.policies import may

rules.add_rule("activities.log", may(LOG))
