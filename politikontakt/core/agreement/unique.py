"""Names that may be said once in a file."""

from collections.abc import Iterable, Sequence

from politikontakt.core.agreement.tables import Table


def said(tables: Iterable[Table], key: str = "id") -> frozenset[str]:
    """What the tables call themselves, faulty tables too: a reference to them is not wrong besides."""
    return frozenset(each.content[key] for each in tables if isinstance(each.content.get(key), str))


def note_repeats(tables: Sequence[Table], key: str = "id") -> None:
    """Note each table whose `key` an earlier one has."""
    first: dict[str, Table] = {}
    for table in tables:
        name = table.content.get(key)
        if not isinstance(name, str):
            continue
        earlier = first.setdefault(name, table)
        if earlier is not table:
            line = table.reading.document.line((*earlier.path, key))
            table.reading.wrong((*table.path, key), "repeated_name", found=name, other_line=line)
