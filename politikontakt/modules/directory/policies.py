"""Who may keep the directory."""

from politikontakt.modules.access.capabilities import REGISTER
from politikontakt.modules.access.policies import allow, may

allow("directory.keep", may(REGISTER))
