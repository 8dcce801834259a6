"""Who may see verdicts with their evidence, and who may carry the whole record in and out."""

from politikontakt.modules.access.capabilities import EXCHANGE, SEE
from politikontakt.modules.access.policies import allow, may

allow("compliance.see", may(SEE))
allow("compliance.exchange", may(EXCHANGE))
