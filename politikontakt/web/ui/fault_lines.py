"""The faults of a file as lines of a page: where, what is wrong, what to do."""

from collections.abc import Iterable
from dataclasses import dataclass

from politikontakt.core.faults import Fault
from politikontakt.web.ui.wording.faults import fault_words


@dataclass(frozen=True, slots=True)
class FaultLine:
    """One fault. `line` is None where it can't be known; `text` is both sentences."""

    file: str
    line: int | None
    key: str
    what: str
    remedy: str

    @property
    def text(self) -> str:
        """For where there is no table: the place and both sentences."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what}. {self.remedy}."


def fault_lines(faults: Iterable[Fault]) -> list[FaultLine]:
    """Every fault in the reader's language, in the order they were found."""
    return [_line(each) for each in faults]


def _line(fault: Fault) -> FaultLine:
    words = fault_words(fault)
    return FaultLine(fault.file, fault.line, fault.key, _sentence(words.what), _sentence(words.remedy))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
