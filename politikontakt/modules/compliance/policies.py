"""Who may see verdicts with their evidence, and who may carry the whole record in and out."""

import rules

from politikontakt.modules.access.capabilities import EXCHANGE, SEE
from politikontakt.modules.access.policies import may

rules.add_rule("compliance.see", may(SEE))
rules.add_rule("compliance.exchange", may(EXCHANGE))
