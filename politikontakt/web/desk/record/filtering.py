"""Which activities the log shows: by status, kind, place and days, all from the address."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.core.cache import caches
from django.db.models import QuerySet

from politikontakt.modules.access.tenants import tenant
from politikontakt.modules.activities.entries import STATUSES
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.compliance.queries import state
from politikontakt.modules.directory.queries import places
from politikontakt.web.ui.as_of import read_day
from politikontakt.web.ui.requests import TenantRequest


def place_choices() -> list[dict[str, str]]:
    """The places one can choose between, ref and name; kept until anything is recorded."""
    name = f"place-choices:{tenant().pk}:{state()}"
    kept = caches["process"]
    found: list[dict[str, str]] | None = kept.get_or_set(name, lambda: list(places().values("ref", "name")))
    return found or []


@dataclass(frozen=True, slots=True)
class Filter:
    """What was asked for. Words that mean nothing are left out, so an old link still works."""

    status: str = ""
    kind: str = ""
    place: str = ""
    first: date | None = None
    last: date | None = None

    @classmethod
    def of(cls, request: TenantRequest) -> "Filter":
        """The filter in the address. As of a day (`on`) the log ends with that day."""
        asked = request.GET
        status = asked.get("status", "")
        return cls(
            status=status if status in STATUSES else "",
            kind=asked.get("kind", ""),
            place=asked.get("place", ""),
            first=read_day(asked.get("first", "")),
            last=read_day(asked.get("last", "") or asked.get("on", "")),
        )

    def applied(self, rows: QuerySet[Activity]) -> QuerySet[Activity]:
        """The rows that fit."""
        wanted = {
            "status": self.status,
            "kind": self.kind,
            "place__ref": self.place,
            "happened_on__gte": self.first,
            "happened_on__lte": self.last,
        }
        return rows.filter(**{name: value for name, value in wanted.items() if value})

    @property
    def query(self) -> str:
        """The filter as the address has it, for the links between pages."""
        said = {"status": self.status, "kind": self.kind, "place": self.place, "first": self.first, "last": self.last}
        return urlencode({name: value for name, value in said.items() if value})

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.query)
