"""The app `config`: start-up checks and commands."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the checks that run at start-up."""

    name = "politikontakt.config"
    label = "config"

    def ready(self) -> None:
        """Load the checks and every module's rules."""
        from politikontakt.config import checks, policies  # noqa: F401
