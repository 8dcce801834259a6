"""What stops a command although its files are in order: a full disk, a closed pipe, a database that is away."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from politikontakt.cli.exits import FAULTY_INPUT, NOT_WRITTEN, PIPE_CLOSED
from politikontakt.cli.language import speak
from politikontakt.core.faults import Fault


def open_closed_streams() -> None:
    """Let a command run that was started with its output closed (`>&-`): it answers by its exit status alone."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w")


def stop_writing() -> int:
    """Nobody reads on (`| head`): leave without a word, also when Python closes its streams."""
    _let_go_of(sys.stdout)
    return PIPE_CLOSED


def told(error: Exception, language: str) -> int | None:
    """Say what stopped the command, and give the exit status; None where it is a fault of ours."""
    if isinstance(error, OSError):
        speak(language)
        return _told_of_system(error)
    sentence = _of_installation(error, language)
    if sentence is None:
        return None
    say(sentence)
    return FAULTY_INPUT


def say(sentence: str) -> None:
    """Print on stderr, as far as anybody can hear it."""
    try:
        print(sentence, file=sys.stderr, flush=True)
    except OSError:
        _let_go_of(sys.stderr)


def says(error: OSError | ValueError) -> int | str:
    """What the system says, as a fault's value: its error number, else its words."""
    return getattr(error, "errno", None) or str(error)


def _told_of_system(error: OSError) -> int:
    from politikontakt.cli.faults import one_line

    if error.filename is not None:
        say(one_line(Fault("cannot_use", str(error.filename), values={"says": says(error)})))
        return FAULTY_INPUT
    _let_go_of(sys.stdout)
    say(one_line(Fault("cannot_write", "stdout", values={"says": says(error)})))
    return NOT_WRITTEN


def _of_installation(error: Exception, language: str) -> str | None:
    """The sentence for what an installation refuses, or for a setting or a database that can't be used.

    A command that works on files alone has loaded none of that.
    """
    if "politikontakt.modules.access" not in sys.modules:
        return None
    from django.core.exceptions import ImproperlyConfigured

    from politikontakt.modules.access.errors import Refused
    from politikontakt.web.ui.wording.refusals import refusal

    if isinstance(error, ImproperlyConfigured):
        return str(error)
    speak(language)
    return refusal(error) if isinstance(error, Refused) else _of_database(error)


def _of_database(error: Exception) -> str | None:
    """A statement that is wrong is a fault of ours, and no sentence."""
    from django.db import DatabaseError, OperationalError
    from django.utils.translation import gettext as _

    if not (isinstance(error, OperationalError) or type(error) is DatabaseError):
        return None
    words = _("The database can't be used (%(says)s). Check POLITIKONTAKT_VAR or POLITIKONTAKT_DATABASE_URL.")
    return words % {"says": " ".join(str(error).split())}


def _let_go_of(stream: TextIO) -> None:
    """What is still to be written goes nowhere, so that it can't fail again when Python ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
