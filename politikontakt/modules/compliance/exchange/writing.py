"""The record as a folder: the same bytes as long as nothing has been written in between."""

from politikontakt.core.records.write import write_records
from politikontakt.modules.agreements.queries import agreements, planning_file
from politikontakt.modules.compliance.exchange.names import AGREEMENT, PLANNING, agreement_file
from politikontakt.modules.compliance.queries import records


def folder() -> dict[str, bytes]:
    """Every file by its name: the CSV files, the agreements that hold, and the planner's settings where there are any.

    The newest agreement is `agreement.toml`, each older one `agreement-ID.toml`.
    """
    files = write_records(records())
    stored = agreements()
    files |= {agreement_file(each.row.ref): bytes(each.version.source) for each in stored[:-1]}
    if stored:
        files[AGREEMENT] = bytes(stored[-1].version.source)
    planning = planning_file()
    if planning is not None:
        files[PLANNING] = planning
    return files
