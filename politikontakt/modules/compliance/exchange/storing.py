"""Storing a folder's rows: each file with a handful of statements, whatever its length."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID, uuid5

from politikontakt.modules.access.facts import Entry, Fact
from politikontakt.modules.access.models import Person, Role
from politikontakt.modules.access.writes import Write, carried
from politikontakt.modules.compliance.exchange.columns import Refs
from politikontakt.modules.compliance.exchange.comparing import Comparison, Stored, places_in_file
from politikontakt.modules.compliance.exchange.tables import FileTable
from politikontakt.modules.directory.models import Place

AT_ONCE = 500
"""Rows in one statement: SQLite takes a limited number of values."""


def refs() -> Refs:
    """The numbers of every place, person and role that holds."""
    return Refs(places=_numbers(Place), people=_numbers(Person), roles=_numbers(Role))


def _numbers(model: Any) -> dict[str, int]:
    return dict(model.current.values_list("ref", "pk"))


class Storing:
    """The rows of one file on their way to its table, as part of a write."""

    def __init__(self, write: Write, table: FileTable, comparison: Comparison, refs: Refs) -> None:
        self.write, self.table, self.comparison, self.refs = write, table, comparison, refs
        self.model: Any = table.model
        self.positions = places_in_file(comparison)

    def store_entries(self) -> None:
        """A register: new entries are added, changed ones change where they stand, removed ones hold no longer."""
        self._change_entries(self.comparison.changed)
        self._add_entries([place for place in self.comparison.added if not self._revived(place)])
        self._stop_holding(each.pk for each in self.comparison.removed)
        self._move(self.comparison.kept)

    def store_facts(self) -> None:
        """Facts: a changed one is a new row that names the old; a removed one is named by a row that withdraws it."""
        replaced = self._rows(each.pk for _, each in self.comparison.changed)
        withdrawn = self._rows(each.pk for each in self.comparison.removed)
        self._stop_holding((*replaced, *withdrawn))
        self._store_withdrawals(withdrawn.values())
        self._store_new(replaced)
        self._move(self.comparison.kept)

    def _change_entries(self, changed: Sequence[tuple[int, Stored]]) -> None:
        rows = self._rows(each.pk for _, each in changed)
        for place, each in changed:
            self._set(rows[each.pk], place)
        self._update(rows.values())

    def _revived(self, place: int) -> bool:
        """An entry that was taken out before comes back under its id."""
        wanted = self._columns(place)
        entry = self.model.objects.filter(ref=wanted["ref"], holds=False).first()
        if entry is None:
            return False
        entry.holds = True
        self._set(entry, place)
        entry.save()
        return True

    def _set(self, entry: Entry, place: int) -> None:
        entry.position = self.positions[place]
        for name, value in self._columns(place).items():
            setattr(entry, name, value)

    def _update(self, rows: Iterable[Entry]) -> None:
        every = list(rows)
        if every:
            names = [field.name for field in every[0]._meta.concrete_fields if not field.primary_key]
            self.model.objects.bulk_update(every, names, batch_size=AT_ONCE // 10)

    def _add_entries(self, places: Sequence[int]) -> None:
        rows = [self._new(place, **self._columns(place)) for place in places]
        self.model.objects.bulk_create(rows, batch_size=AT_ONCE)

    def _store_withdrawals(self, old: Iterable[Fact]) -> None:
        rows = [
            self.model(
                **{**carried(fact), **self._stamp(f"withdrawn:{fact.pk}")},
                replaces_id=fact.pk,
                withdrawn=True,
                holds=False,
            )
            for fact in old
        ]
        self.model.objects.bulk_create(rows, batch_size=AT_ONCE)

    def _store_new(self, replaced: dict[int, Fact]) -> None:
        changed = [
            self._new(place, **{**carried(replaced[each.pk]), **self._columns(place)}, replaces_id=each.pk)
            for place, each in self.comparison.changed
        ]
        added = [self._new(place, **self._columns(place)) for place in self.comparison.added]
        rows = self.model.objects.bulk_create([*changed, *added], batch_size=AT_ONCE)
        places = [*(place for place, _ in self.comparison.changed), *self.comparison.added]
        self._store_people(rows, places)

    def _store_people(self, rows: Sequence[Any], places: Sequence[int]) -> None:
        if self.table.people is None:
            return
        model, column = self.table.people
        taking_part = [
            model(**{f"{column}_id": row.pk}, person_id=self.refs.people[person], position=at)
            for row, place in zip(rows, places, strict=True)
            for at, person in enumerate(self.comparison.wanted[place].people)
        ]
        model.objects.bulk_create(taking_part, batch_size=AT_ONCE)

    def _move(self, kept: Sequence[tuple[int, Stored]]) -> None:
        moved = [
            self.model(pk=each.pk, position=self.positions[place])
            for place, each in kept
            if each.position != self.positions[place]
        ]
        self.model.objects.bulk_update(moved, ["position"], batch_size=AT_ONCE // 2)

    def _stop_holding(self, numbers: Iterable[int]) -> None:
        for some in _in_parts(list(numbers)):
            self.model.objects.filter(pk__in=some).update(holds=False)

    def _rows(self, numbers: Iterable[int]) -> dict[int, Any]:
        return {row.pk: row for some in _in_parts(list(numbers)) for row in self.model.objects.filter(pk__in=some)}

    def _columns(self, place: int) -> dict[str, Any]:
        return self.table.columns(self.comparison.wanted[place], self.refs)

    def _new(self, place: int, **fields: Any) -> Any:
        return self.model(**{**fields, **self._stamp(str(place)), "position": self.positions[place]})

    def _stamp(self, name: str) -> dict[str, Any]:
        key: UUID = uuid5(self.write.key, f"{self.table.field}:{name}")
        return {"municipality": self.write.municipality, "key": key, "recorded_by_id": self.write.by.user_id}


def _in_parts(numbers: list[int]) -> Iterable[list[int]]:
    return (numbers[first : first + AT_ONCE] for first in range(0, len(numbers), AT_ONCE))
