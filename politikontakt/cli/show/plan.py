"""A plan for people: how much found its place, what did not and why, and what is odd in the input."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from politikontakt.cli.language import speak
from politikontakt.core.planner.hard.breach import PlanFault
from politikontakt.web.ui.wording.numbers import decimal
from politikontakt.web.ui.wording.plans import conflict_words, fault_sentence
from politikontakt.web.ui.wording.subjects import Names

_MOST_LINES = 20


def show(
    report: Mapping[str, Any], warnings: Sequence[PlanFault], *, names: Names, folder: Path, language: str
) -> None:
    """Print what the report says, and on stderr what rows that were there already break."""
    speak(language)
    for line in [*_lines(report, names), _("Written to %(folder)s.") % {"folder": folder}]:
        print(line)
    for warning in warnings:
        rows = ", ".join(warning.rows)
        print(f"{rows}: {fault_sentence(warning, names)}", file=sys.stderr)


def _lines(report: Mapping[str, Any], names: Names) -> Iterator[str]:
    placed, missing = report["placed"], report["not_placed"]
    yield ngettext("%(count)s placed.", "%(count)s placed.", placed) % {"count": placed}
    short = report["promised_short"]
    if short:
        yield ngettext("%(count)s promise is short.", "Promises are short by %(count)s.", short) % {"count": short}
    else:
        yield _("No promise is short.")
    if "moved" in report:
        yield _("Moves count %(moved)s.") % {"moved": report["moved"]}
    if missing:
        yield _("Not placed:")
        yield from (f"  {_missing(each, names)}" for each in missing[:_MOST_LINES])
        if len(missing) > _MOST_LINES:
            yield _("  … and %(count)s more; report.json has them all.") % {"count": len(missing) - _MOST_LINES}
    yield _goodness(report)


def _missing(item: Mapping[str, Any], names: Names) -> str:
    place = names.places.get(item["place"], item["place"])
    what = f"{item['series']} {item['ordinal']}, {place}, {item['period']}"
    why = "; ".join(conflict_words(code, names) for code in item["conflict"])
    return f"{what}: {why}" if why else what


def _goodness(report: Mapping[str, Any]) -> str:
    points = float(report["points"])
    if points and float(report["bound"]) == 0:
        return _("%(points)s points; how few there could be is not proven.") % {"points": decimal(points, digits=1)}
    words = _("%(points)s points, proven to be at most %(gap)s per cent above the fewest.")
    return words % {"points": decimal(points, digits=1), "gap": decimal(100 * report["gap"], digits=1)}
