"""Starting the application for a command that works on the installation's database."""

import os
import sys
from typing import TYPE_CHECKING, NoReturn

from politikontakt.cli.exits import FAULTY_INPUT
from politikontakt.cli.language import DEFAULT
from politikontakt.cli.trouble import say

if TYPE_CHECKING:
    from politikontakt.modules.access.models import Municipality


def start(language: str = DEFAULT) -> None:
    """Load the application, bring its database up to date, and speak a language."""
    load(language)
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def load(language: str = DEFAULT) -> None:
    """Load the application without touching its database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "politikontakt.config.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.utils import translation

    try:
        django.setup()
    except ImproperlyConfigured as wrong:
        stop(str(wrong))
    translation.activate(language)


def chosen(slug: str | None) -> "Municipality | None":
    """The municipality of this slug; without one the only one there is; None where there is none at all."""
    from django.utils.translation import gettext as _

    from politikontakt.modules.access.models import Municipality
    from politikontakt.modules.access.queries import municipality_at

    slugs = list(Municipality.objects.order_by("slug").values_list("slug", flat=True))
    if slug is None and len(slugs) > 1:
        stop(_("There are several municipalities. Choose one with --municipality: %s.") % ", ".join(slugs))
    if slug is not None and slugs and slug not in slugs:
        stop(
            _("There is no municipality called %(slug)s. Choose one of: %(slugs)s.")
            % {"slug": slug, "slugs": ", ".join(slugs)}
        )
    return municipality_at(slug or slugs[0]) if slugs else None


def stop(sentence: str) -> NoReturn:
    """End the command with a sentence on stderr, as faulty input does."""
    say(sentence)
    sys.exit(FAULTY_INPUT)
