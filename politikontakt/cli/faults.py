"""Faults as lines on stderr: `FILE:LINE: what is wrong; what to do`."""

from collections.abc import Iterable

from politikontakt.cli.trouble import say
from politikontakt.core.faults import Fault


def print_faults(faults: Iterable[Fault]) -> None:
    """One line for each fault. Without a line in the file: `FILE: …`."""
    for fault in faults:
        say(one_line(fault))


def one_line(fault: Fault) -> str:
    """A fault as one line, whatever the file holds."""
    from politikontakt.web.ui.wording.faults import fault_words

    words = fault_words(fault)
    place = fault.file if fault.line is None else f"{fault.file}:{fault.line}"
    key = f"{fault.key}: " if fault.key else ""
    line = f"{place}: {key}{words.what}; {words.remedy}"
    return "".join(char if char.isprintable() else "·" for char in line)
