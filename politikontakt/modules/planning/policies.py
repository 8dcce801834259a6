"""Who may lay the plan, move and confirm: those who log the work."""

from politikontakt.modules.access.capabilities import LOG
from politikontakt.modules.access.policies import allow, may

allow("planning.plan", may(LOG))
