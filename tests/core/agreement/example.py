"""A small agreement to change one thing of at a time."""

from pathlib import Path

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.faults import Fault, FaultyInput

BROKEN = Path(__file__).parent / "broken"

SMALL = """\
format = 1
id = "dalen-2020"
title = { nb = "Avtale i Dalen" }
municipality = "9999"
signed_on = 2020-01-15
effective_from = 2020-01-01
expires_on = 2022-12-31

[[party]]
id = "kommune"
name = "Dalen kommune"
kind = "municipality"

[[party]]
id = "politi"
name = "Dalen politidistrikt"
kind = "police_district"

[[role]]
id = "police_contact"
title = { nb = "politikontakt" }
party = "politi"

[[clause]]
ref = "1"
title = { nb = "Besøk" }
text = { nb = "Kontakten besøker skolene." }
"""

COUNT = """
  [[clause.commitment]]
  id = "V1"
  title = { nb = "Åtte besøk" }
  owed_by = "politi"
  owed_to = "kommune"
  rule = "count"
  activity = "school_visit"
  at_least = 8
  per = "school_year"
"""

AMENDED = """
[[amendment]]
agreed_on = 2020-05-01
valid_from = 2020-08-01
commitment = "V1"
set = { at_least = 6, by_role = "police_contact" }
decision = "Politirådet, sak 3/20"
"""


def read(text: str | bytes) -> Agreement:
    """The agreement in a text."""
    source = text.encode() if isinstance(text, str) else text
    return read_agreement(source, file="dalen.toml", kinds=KINDS)


def faults_of(text: str | bytes) -> tuple[Fault, ...]:
    """What is wrong with a text; nothing when it can be read."""
    try:
        read(text)
    except FaultyInput as faulty:
        return faulty.faults
    return ()
