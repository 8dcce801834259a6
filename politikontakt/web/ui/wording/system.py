"""What the operating system says when it won't: in our words, by its error number."""

import errno
import os

from django.utils.translation import gettext_lazy as _

WORDS = {
    errno.EACCES: _("permission is missing"),
    errno.EPERM: _("permission is missing"),
    errno.ENOENT: _("it is not there"),
    errno.EEXIST: _("a file of that name lies there"),
    errno.ENOTDIR: _("a file lies where a folder should be"),
    errno.EISDIR: _("a folder lies where a file should be"),
    errno.ENOSPC: _("the disk is full"),
    errno.EDQUOT: _("the disk is full"),
    errno.EROFS: _("the disk can only be read"),
    errno.ENAMETOOLONG: _("the name is too long"),
    errno.ELOOP: _("links lead round in a ring"),
    errno.EIO: _("the disk does not answer"),
    errno.EMFILE: _("too many files are open"),
    errno.ENFILE: _("too many files are open"),
}
"""The ones that people meet. Of others the system's own words are shown."""


def system_words(number: int) -> str:
    """A part of a sentence for an error number: “the disk is full” for 28."""
    return str(WORDS.get(number, os.strerror(number)))
