"""Tags every page may use: signs, standings, who owes, and the small drawings."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from politikontakt.core.commitments.verdict import Standing
from politikontakt.modules.access.models import Holding
from politikontakt.web.ui import icons
from politikontakt.web.ui.drawing import bar, pips, steps
from politikontakt.web.ui.free_text import Question
from politikontakt.web.ui.wording import standings, vocabulary

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """`{% icon "phone" %}`: a sign beside a word."""
    return icons.thing(name)


@register.simple_tag
def standing(code: str, *, loud: bool = False, extra: str = "") -> SafeString:
    """`{% standing verdict.standing %}`: sign and word. `loud=True` gives a filled field where somebody must act."""
    words = standings.STANDINGS[Standing(code)]
    classes = f"pk-st {extra}".rstrip()
    if loud and words.loud:
        return format_html(
            '<span class="ds-tag {}" data-color="{}" data-st="{}">{}{}</span>',
            classes,
            words.colour,
            code,
            icons.standing(code),
            words.word,
        )
    return format_html('<span class="{}" data-st="{}">{}{}</span>', classes, code, icons.standing(code), words.word)


@register.filter
def lower_first(words: str) -> str:
    """A sentence as it stands after a colon."""
    return vocabulary.lower_first(str(words))


@register.filter
def standing_name(code: str) -> str:
    """The word of a standing without its sign."""
    return standings.word(code)


@register.filter
def needs_action(code: str) -> bool:
    """Whether a standing is one that somebody must act on."""
    return standings.STANDINGS[Standing(code)].loud


@register.filter
def standing_color(code: str) -> str:
    """The Designsystemet colour of a standing's field: `data-color="{{ code|standing_color }}"`."""
    return standings.STANDINGS[Standing(code)].colour


@register.inclusion_tag("ui/parts/party.html")
def party(side: str) -> dict[str, bool]:
    """`{% party "police" %}`, `"municipality"` or `"both"`: the mark, filled on the side that owes."""
    return {"police": side in {"police", "both"}, "municipality": side in {"municipality", "both"}}


@register.inclusion_tag("ui/parts/pips.html", name="pips")
def pips_tag(
    done: int | None, required: int | None, expected: int | None = None, *, today: bool = False, small: bool = False
) -> dict[str, Any]:
    """`{% pips 3 8 4 %}`: 3 of 8 done, 4 expected. Draws nothing when there is nothing to count."""
    drawing = pips.pips(done or 0, required or 0, expected, today=today, small=small)
    return {"pips": drawing, "done": done, "required": required, "expected": expected, "today": today}


@register.inclusion_tag("ui/parts/meter.html")
def meter(share: float | None, label: str = "") -> dict[str, Any]:
    """`{% meter 0.62 "Hours" %}`: a bar filled to a share of 0 to 1; the number stands beside it."""
    return {"width": round(min(max(share or 0, 0), 1) * 200, 1), "measured": share is not None, "label": label}


@register.inclusion_tag("ui/parts/status_bar.html")
def status_bar(counts: Mapping[str, int], uid: str = "bar") -> dict[str, Any]:
    """`{% status_bar counts %}`: how many stand how. The list beside it is `{% status_list counts %}`."""
    return {"parts": bar.parts(counts), "uid": uid}


@register.inclusion_tag("ui/parts/status_list.html")
def status_list(counts: Mapping[str, int]) -> dict[str, Any]:
    """The bar's twin for those who read: every standing that occurs, with its number."""
    return {"parts": bar.parts(counts)}


@register.inclusion_tag("ui/parts/step_chart.html")
def step_chart(course: steps.Course, title: str, summary: str) -> dict[str, Any]:
    """`{% step_chart course title summary %}`: steps through a period, wide and narrow, and the table of the same."""
    rows = [(day, "done") for day in course.done] + [(day, "planned") for day in course.planned]
    table = [
        {"day": day, "kind": kind, "total": number, "expected": course.expected_on(day)}
        for number, (day, kind) in enumerate(rows, 1)
    ]
    charts = [("wide", steps.chart(course, steps.WIDE)), ("narrow", steps.chart(course, steps.NARROW))]
    return {"course": course, "charts": charts, "title": title, "summary": summary, "table": table}


@register.filter
def widget_kind(field: BoundField) -> str:
    """The input's type of a bound field: checkbox, date, textarea …"""
    return getattr(field.field.widget, "input_type", "textarea")


@register.filter
def question(field: BoundField) -> Question | None:
    """What the form asks about a free text, None where it asks nothing."""
    questions: dict[str, Question] = getattr(field.form, "questions", {})
    return questions.get(field.name)


@register.filter
def role_title(holding: Holding) -> str:
    """The title of the role held, in the reader's language."""
    return holding.role.title(get_language() or "nb")


@register.filter
def initials(name: str) -> str:
    """The initials of a name, at most two: «Berit Solhaug» → BS."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@register.filter
def tel(number: str) -> str:
    """A telephone number as a link has it."""
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")
