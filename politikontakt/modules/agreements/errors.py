"""What is refused of agreements and of what the parties say about them."""

from politikontakt.modules.access.errors import Refused


class NoSuchCommitment(Refused):
    """No agreement of this municipality has a commitment, or a party, of this name. Values: name."""

    code = "no_such_commitment"


class OtherAgreement(Refused):
    """A new version must bear the id of the agreement it is a version of. Values: expected, found."""

    code = "other_agreement"


class NothingNew(Refused):
    """The file is the very one that is stored already."""

    code = "nothing_new"


class AlreadyAccepted(Refused):
    """The party has accepted this exception before."""

    code = "already_accepted"


class AlreadySettled(Refused):
    """The dispute is settled already."""

    code = "already_settled"


class NoSuchSubject(Refused):
    """The promise is made for no place, member or class of this name. Values: name."""

    code = "no_such_subject"


class BandBackwards(Refused):
    """An interval's low end lies above its value, or its high end below it."""

    code = "band_backwards"
