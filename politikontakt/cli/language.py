"""The language a command speaks. Only commands that show words load it; `--json` does without."""

import argparse
from pathlib import Path

LANGUAGES = ("nb", "nn", "en")
DEFAULT = "nb"
_LOCALE = Path(__file__).resolve().parent.parent / "locale"


def add_language(parser: argparse.ArgumentParser) -> None:
    """The option `--language`."""
    parser.add_argument("--language", choices=LANGUAGES, default=DEFAULT, help=f"of what is shown (default: {DEFAULT})")


def speak(language: str) -> None:
    """Make gettext speak a language. Without the application's settings, it gets the few it needs."""
    from django.apps import apps
    from django.conf import settings
    from django.utils import translation

    if not settings.configured:
        settings.configure(USE_I18N=True, LANGUAGE_CODE=DEFAULT, LOCALE_PATHS=[_LOCALE])
    if not apps.ready:
        apps.populate(())
    translation.activate(language)
