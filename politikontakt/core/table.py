"""One CSV file as rows of cells, each with the line it begins on.

UTF-8 with or without BOM; `,` or `;`, told from the header row; quoted cells may hold line breaks.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from politikontakt.core.encoding import UNSEEN, decoded
from politikontakt.core.faults import Fault

_NO_LIMIT = 2**31 - 1


class Table:
    """A header and the rows under it, read as they are asked for. `faults` grows while rows are read.

    A file with nothing in it has no header and no rows.
    `known` are the names a header may have; they tell which separator the file uses.
    """

    def __init__(self, source: bytes, *, file: str, known: Sequence[str]) -> None:
        self.file = file
        text, self.faults = decoded(source, file=file)
        self._has_control = UNSEEN.search(text) is not None
        self._split = self._split_rows(text, _separator(text, known))
        self.header_line, header = next(self._split, (1, []))
        self.header = tuple(name.strip() for name in header)
        self._note_control(header, self.header_line)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with its first line. A row that has not one cell for each name of the header is a fault."""
        for line, row in self._split:
            if self._has_control:
                self._note_control(row, line)
            if len(row) != len(self.header):
                values = {"found": len(row), "expected": len(self.header)}
                self.faults.append(Fault("wrong_cell_count", self.file, line, values=values))
            elif any(row):
                yield line, row
            else:
                self.faults.append(Fault("empty_row", self.file, line))

    def _split_rows(self, text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
        """Each row that is not a blank line. What can't be split is a fault."""
        if csv.field_size_limit() < _NO_LIMIT:
            csv.field_size_limit(_NO_LIMIT)  # a long cell is refused by its column, with its place in the file
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        while True:
            line = reader.line_num + 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                code = "quote_not_closed" if "end of data" in str(error) else "text_after_quote"
                self.faults.append(Fault(code, self.file, line))
                continue
            if row:
                yield line, row

    def _note_control(self, row: Sequence[str], line: int) -> None:
        for position, cell in enumerate(row):
            found = UNSEEN.search(cell)
            if found:
                key = self.header[position] if position < len(self.header) else ""
                values = {"character": f"U+{ord(found.group()):04X}", "position": found.start() + 1}
                self.faults.append(Fault("control_character", self.file, line, key, values))


def _separator(text: str, known: Sequence[str]) -> str:
    """The sign that cuts the first line into the most known names; where that tells nothing, the more frequent."""
    first = next((line for line in io.StringIO(text) if line.strip()), "")[:10_000]

    def hits(sign: str) -> tuple[int, int]:
        return sum(name.strip().strip('"') in known for name in first.split(sign)), first.count(sign)

    return max(",;", key=hits)
