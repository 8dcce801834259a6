"""The records as a folder of CSV files. Reading them and writing again gives the same bytes."""

import csv
import io

from politikontakt.core.records.columns import FILES, RecordFile
from politikontakt.core.records.model import Records


def write_records(records: Records) -> dict[str, bytes]:
    """Every file of the folder by its name, also those without rows: UTF-8, `,`, `;` within cells, `\\n`.

    Text is written without space around it and with `\\n` between its lines, as it is read.
    """
    return {name: _write_file(spec, records) for name, spec in FILES.items()}


def _write_file(spec: RecordFile, records: Records) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in spec.columns])
    columns = [(column.field, column.cell.write) for column in spec.columns]
    writer.writerows(
        [write(getattr(row, name)) for name, write in columns] for row in getattr(records, spec.records_field)
    )
    return out.getvalue().encode()
