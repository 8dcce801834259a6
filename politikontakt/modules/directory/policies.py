"""Who may keep the directory."""

import rules

from politikontakt.modules.access.capabilities import REGISTER
from politikontakt.modules.access.policies import may

rules.add_rule("directory.keep", may(REGISTER))
