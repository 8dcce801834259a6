"""What finds no room: which promise, what stands in its way in the agreement's words, and what would help."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.records.model import Records
from politikontakt.web.ui.wording import vocabulary as words
from politikontakt.web.ui.wording.codes import role_title
from politikontakt.web.ui.wording.dates import day_in_year
from politikontakt.web.ui.wording.plans import conflict_words
from politikontakt.web.ui.wording.subjects import Names
from politikontakt.web.ui.wording.texts import in_language

HELPS: Mapping[str, Promise] = {
    "limit": _("give more time in the planner's settings"),
    "block": _("allow another part of the day or a shorter visit"),
    "availability": _("let somebody else take it, or move the absence"),
    "role": _("say who holds the role"),
    "meeting": _("move the meeting"),
    "activity": _("move that one"),
    "series": _("move some of the other work"),
    "closed": _("ask for a day, and mend the days without school"),
    "window": _("agree on an exception"),
}


@dataclass(frozen=True, slots=True)
class Help:
    """Something that would help, and where it is done."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class NoRoom:
    """An item that finds no place. `title` is the promise as the agreement puts it; "" for a wish."""

    what: str
    commitment: str
    title: str
    ordinal: int
    because: Sequence[str]
    helps: Sequence[Help]


@dataclass(frozen=True, slots=True)
class Telling:
    """What is needed to say it: names, promises by series, and what the codes of rows and meetings are called."""

    names: Names
    titles: Mapping[str, str]
    called: Mapping[str, str]
    slug: str

    @classmethod
    def of(cls, agreement: Agreement, known: Records, slug: str) -> "Telling":
        """From the agreement and the record."""
        names = Names.of(known)
        titles = {each.id: in_language(each.title) for each in agreement.commitments}
        meetings = {
            f"meeting:{each.id}": f"{words.word(words.MEETINGS, each.kind)} {day_in_year(each.on)}"
            for each in known.meetings
        }
        rows = {
            f"activity:{each.id}": " ".join(
                filter(None, (words.word(words.ACTIVITIES, each.kind), names.places.get(each.place or "", ""),
                              day_in_year(each.on)))
            )
            for each in known.activities
        }  # fmt: skip
        roles = {f"role:{each.id}": role_title(agreement, each.id) for each in agreement.roles}
        return cls(names, titles, {**meetings, **rows, **roles}, slug)

    def no_room(self, line: Mapping[str, Any], commitments: Mapping[str, str]) -> NoRoom:
        """One line of a report's `not_placed`. `commitments` says which promise each series is for."""
        called = {**self.called, **{f"series:{one}": self.titles.get(of, one) for one, of in commitments.items()}}
        commitment = line["commitment"] or ""
        return NoRoom(
            what=self.names.subject(line["place"]) if line["place"] else line["series"],
            commitment=commitment,
            title=self.titles.get(commitment, ""),
            ordinal=line["ordinal"],
            because=[conflict_words(code, self.names, called) for code in line["conflict"]],
            helps=self._helps(line["conflict"], commitment),
        )

    def way_to(self, code: str) -> Help:
        """A row or a meeting by what it is, and the page where it is moved."""
        kind, _colon, rest = code.partition(":")
        said = self.called.get(f"{_SAID_AS.get(kind, kind)}:{rest}", rest)
        page, *parts = _WHERE[kind](rest, "") or ("plan",)
        return Help(said, reverse(f"desk:{page}", args=[self.slug, *parts]))

    def _helps(self, codes: Sequence[str], commitment: str) -> Sequence[Help]:
        found: dict[str, Help] = {}
        for code in codes:
            kind, _colon, rest = code.partition(":")
            where = _WHERE[kind](rest, commitment)
            if where is not None:
                page, *parts = where
                found.setdefault(kind, Help(str(HELPS[kind]), reverse(f"desk:{page}", args=[self.slug, *parts])))
        return list(found.values())


Where = Callable[[str, str], tuple[str, ...] | None]
_WHERE: Mapping[str, Where] = {
    "limit": lambda _rest, _promise: ("plan_settings",),
    "block": lambda _rest, _promise: ("plan_settings",),
    "availability": lambda _rest, _promise: ("directory",),
    "role": lambda _rest, _promise: ("directory",),
    "meeting": lambda rest, _promise: ("meeting_correct", rest),
    "activity": lambda rest, _promise: ("activity", rest),
    "planned": lambda rest, _promise: ("row_move", rest),
    "series": lambda _rest, _promise: ("plan",),
    "closed": lambda _rest, _promise: ("calendars",),
    "window": lambda _rest, promise: ("exempt", promise) if promise else None,
}
_SAID_AS = {"planned": "activity"}
"""What has a page of its own for moving, and is called the same."""
