"""How people get in: only those whose e-mail address an administrator has entered."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class SignIn(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's adapter without a way to sign oneself up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up: a user is made by the municipality."""
        return False

    def format_email_subject(self, subject: str) -> str:
        """The subject alone, without the site's name in brackets."""
        return subject

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a sign-in code at once: it is short-lived, and nothing else happens in that transaction."""
        super().send_mail(template_prefix, email, context)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Show what went wrong. What went well ("a code has been sent") the pages say themselves, in our words."""
        if message:
            super().add_message(request, level, message=message, extra_tags=extra_tags)
