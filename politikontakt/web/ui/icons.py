"""Our own signs, drawn on a 24 × 24 grid: plain ones for things, full ones for standings."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

LINE = 'fill="none" stroke="currentColor" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"'
HOLLOW = "var(--pk-surface)"


def _line(inner: str, width: float = 1.8) -> str:
    """Shapes drawn with a line of `width`, in the colour of the text."""
    return f"<g {LINE.format(width=width)}>{inner}</g>"


def _path(d: str, width: float = 1.8) -> str:
    """One such line."""
    return f'<path {LINE.format(width=width)} d="{d}"/>'


_SHIELD = '<path d="M12 2.8l8 2.8v5.6c0 4.8-3.3 8.3-8 10-4.7-1.7-8-5.2-8-10V5.6z"/><path d="M8.6 12l2.4 2.4 4.4-4.8"/>'
_DISC_TICK = (
    '<circle cx="12" cy="12" r="10" fill="currentColor"/>'
    f'<path d="M7.4 12.4l3.1 3.1 6.1-6.6" fill="none" stroke="{HOLLOW}" stroke-width="2.2" '
    'stroke-linecap="round" stroke-linejoin="round"/>'
)

THINGS = {
    "bell": _path("M6 18v-6.5a6 6 0 0 1 12 0V18M3.8 18h16.4v2.7H3.8zM12 2v1.2M4.2 4.7l1 1M19.8 4.7l-1 1"),
    "calendar": _line('<rect x="3.5" y="5" width="17" height="15.5" rx="2"/><path d="M3.5 9.8h17M8 2.8v4M16 2.8v4"/>'),
    "check": _path("M4.5 12.8l5 5L19.5 7", 2.4),
    "clock": _line('<circle cx="12" cy="12" r="9"/><path d="M12 6.8V12l3.6 2.3"/>'),
    "close": _path("M6 6l12 12M18 6L6 18", 2.2),
    "cloud-off": _path(
        "M6.8 18.5a4.3 4.3 0 0 1-.5-8.6 6 6 0 0 1 1-2M10.5 5.7a6 6 0 0 1 7.2 4.4 4.2 4.2 0 0 1 1.9 7.6M3.5 3.5l17 17"
    ),
    "dash": _path("M5.5 12h13", 2.4),
    "document": _path("M6 2.8h8.5L19 7.3v13.9H6zM14 2.8v5h5M9 12.5h7M9 16.3h5"),
    "download": _path("M12 3.5v12M7 11l5 5 5-5M4.5 20.5h15"),
    "upload": _path("M12 15.5v-12M7 8l5-5 5 5M4.5 20.5h15"),
    "feed": _line('<path d="M5 11.5a7.5 7.5 0 0 1 7.5 7.5M5 5a14 14 0 0 1 14 14"/>', 2)
    + '<circle cx="6.2" cy="17.8" r="1.8" fill="currentColor"/>',
    "hall": _path("M3 20.5h18M4.5 20.5V10h15v10.5M2.8 10L12 3.5 21.2 10M8.5 20.5V14M12 20.5V14M15.5 20.5V14"),
    "mail": _line('<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M3.6 6.6L12 13l8.4-6.4"/>'),
    "next": _path("M9 5.5l6.5 6.5L9 18.5"),
    "pen": _path("M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5L17.5 10"),
    "people": _line(
        '<circle cx="9" cy="8.2" r="3.4"/>'
        '<path d="M2.8 19.8c.4-3.8 2.9-6 6.2-6s5.8 2.2 6.2 6"/>'
        '<path d="M15.6 5.2a3.2 3.2 0 0 1 0 6.1M17.4 14.2c2.2.7 3.6 2.7 3.8 5.6"/>'
    ),
    "phone": _path(
        "M6.2 3.5h3l1.6 4.2-2.1 1.6a12 12 0 0 0 6 6l1.6-2.1 4.2 1.6v3a2 2 0 0 1-2.2 2"
        "A16.5 16.5 0 0 1 4.2 5.7a2 2 0 0 1 2-2.2z"
    ),
    "place": _line(
        '<path d="M12 21.5s7-6.4 7-11.7a7 7 0 0 0-14 0c0 5.3 7 11.7 7 11.7z"/><circle cx="12" cy="9.8" r="2.5"/>'
    ),
    "plus": _path("M12 4.5v15M4.5 12h15", 2.4),
    "print": _path("M7 8.5V3h10v5.5M7 17H3.5V8.5h17V17H17M7 13.5h10V21H7z"),
    "scales": _path(
        "M12 3.5v17M7.5 20.5h9M5 6.5h14M5 6.5L2.3 13a2.9 2.9 0 0 0 5.4 0zM19 6.5L16.3 13a2.9 2.9 0 0 0 5.4 0z"
    ),
    "school": _line(
        '<path d="M3 20.5V10l9-5.5 9 5.5v10.5M2 20.5h20M9.6 20.5v-5.3h4.8v5.3"/><circle cx="12" cy="10.6" r="1.3"/>'
    ),
    "sent": _DISC_TICK,
    "shield": _line(_SHIELD, 2),
    "speech": _path("M4 5.5h16v11h-9l-4.6 3.6v-3.6H4z"),
    "split": '<path d="M12 1.8V22.2L1.8 12z" fill="currentColor"/>' + _path("M12 1.8L22.2 12 12 22.2 1.8 12z", 1.9),
    "warning": _line('<path d="M12 3.2l9.6 17.1H2.4z"/><path d="M12 9.8v4.4"/>', 2)
    + '<circle cx="12" cy="17.2" r="1.2" fill="currentColor"/>',
}

STANDINGS = {
    "kept": _DISC_TICK,
    "late": '<circle cx="10" cy="10" r="8.2" fill="currentColor"/>'
    f'<path d="M6.2 10.2l2.6 2.6 5-5.4" fill="none" stroke="{HOLLOW}" stroke-width="2" stroke-linecap="round" '
    'stroke-linejoin="round"/>'
    f'<circle cx="18" cy="18" r="5.2" fill="{HOLLOW}" stroke="currentColor" stroke-width="1.7"/>'
    + _path("M18 15.4V18l1.7 1.2", 1.6),
    "on_track": _line('<circle cx="12" cy="12" r="9"/><path d="M8 12h7.5M12.6 8.8l3.2 3.2-3.2 3.2"/>', 2),
    "at_risk": '<path fill="currentColor" d="M5 2h14v4.2L14.2 12 19 17.8V22H5v-4.2L9.8 12 5 6.2z"/>'
    f'<path d="M8.6 5h6.8" stroke="{HOLLOW}" stroke-width="1.8" stroke-linecap="round"/>',
    "broken": '<path fill="currentColor" d="M8 2h8l6 6v8l-6 6H8l-6-6V8z"/>'
    f'<path d="M8.6 8.6l6.8 6.8M15.4 8.6l-6.8 6.8" stroke="{HOLLOW}" stroke-width="2.2" stroke-linecap="round"/>',
    "disputed": THINGS["split"],
    "not_due": '<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2.2" '
    'stroke-dasharray="0.1 4.6" stroke-linecap="round"/><circle cx="12" cy="12" r="2" fill="currentColor"/>',
    "not_measured": '<rect x="3.2" y="3.2" width="17.6" height="17.6" rx="3" fill="none" stroke="currentColor" '
    'stroke-width="1.8" stroke-dasharray="3.4 3.1" stroke-linecap="round"/>'
    + _path("M9.4 9.6a2.7 2.7 0 1 1 3.9 2.5c-.9.5-1.3.9-1.3 1.9")
    + '<circle cx="12" cy="17" r="1.2" fill="currentColor"/>',
    "waived": _line('<circle cx="12" cy="12" r="9"/><path d="M7.5 12h9"/>', 2),
    "excused": _line(_SHIELD, 2),
}


def thing(name: str) -> SafeString:
    """The sign called `name`, for beside a word: hidden from screen readers."""
    return format_html('<svg class="pk-icon" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', _trusted(THINGS[name]))


def standing(code: str) -> SafeString:
    """The sign of a standing; its word always stands beside it."""
    return format_html('<svg viewBox="0 0 24 24" aria-hidden="true">{}</svg>', _trusted(STANDINGS[code]))


def _trusted(markup: str) -> SafeString:
    """Markup written in this file."""
    return mark_safe(markup)  # noqa: S308
