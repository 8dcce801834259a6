"""What is wrong between rows that are each right by themselves."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.faults import Fault
from politikontakt.core.records import openings, references, repeats, spans
from politikontakt.core.records.finding import Finding
from politikontakt.core.records.model import Records


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the rows came from: the line of each row, by file name.

    `incomplete` are the files of which rows are lost, so that a reference into them can't be said to lead nowhere.
    """

    lines: Mapping[str, Sequence[int]] = field(default_factory=dict)
    incomplete: frozenset[str] = frozenset()


_CHECKS: Sequence[Callable[[Records], Iterator[Finding]]] = (
    repeats.repeated_ids,
    spans.backward_spans,
    spans.backward_stages,
    spans.backward_intervals,
    openings.done_where_closed,
)


def check(records: Records, agreement: Agreement | None, *, origin: Origin | None = None) -> list[Fault]:
    """Every fault between rows, and between rows and the agreement. Empty when all is well.

    Without `origin` (rows that come from no file) the faults have no line. Rows may have None where
    a cell could not be read: such a field is at odds with nothing.
    """
    origin = origin or Origin()
    found = [finding for each in _CHECKS for finding in each(records)]
    found += references.dangling(records, agreement, origin.incomplete)
    return [_fault(finding, origin) for finding in found]


def _fault(finding: Finding, origin: Origin) -> Fault:
    lines = origin.lines.get(finding.file, ())

    def line_of(row: int) -> int | None:
        return lines[row] if 0 <= row < len(lines) else None

    values = dict(finding.values)
    if finding.other_row is not None:
        values["other_line"] = line_of(finding.other_row)
    return Fault(finding.code, finding.file, line_of(finding.row), finding.key, values)
