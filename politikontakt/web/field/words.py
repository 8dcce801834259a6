"""The words that scripts put on the page, in the reader's language. `{…}` is filled in by the script."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def words() -> dict[str, str]:
    """Every word by the name the scripts know it by."""
    return {**_fates(), **_network(), **_undo(), **_out(), **_guard(), **_faults()}


def _fates() -> dict[str, str]:
    return {
        "draft": pgettext("outbox", "Draft"),
        "waiting": pgettext("outbox", "Waits for coverage"),
        "sending": pgettext("outbox", "Being sent"),
        "sent": pgettext("outbox", "Sent {when}"),
        "needs": pgettext("outbox", "Not sent."),
        "conflict": _("Something else is stored under this. Both are kept until you choose."),
        "mine": _("Yours: {what}"),
        "theirs": _("Stored: {what}"),
        "keep_theirs": _("Keep what is stored"),
        "send_mine": _("Send mine as a correction"),
        "open": pgettext("outbox", "Go on"),
        "mend": pgettext("outbox", "Mend"),
        "delete": pgettext("outbox", "Delete"),
        "deleted": _("Deleted from the phone."),
        "outbox": pgettext("outbox", "Outbox"),
        "outbox_needs": _("{n} to mend"),
        "outbox_waiting": _("{n} waiting"),
        "outbox_drafts": _("{n} begun"),
        "other_user": _("Written by somebody else on this phone. It waits until they sign in."),
        "taken_back": _("Take-back"),
        "called_out": pgettext("cause", "Called out"),
        "came_back": _("Back again"),
        "minutes": _("{n} min"),
        "log_work": _("Log work"),
        "close": _("Close. What you began is kept as a draft."),
        "show_more": pgettext("outbox", "Show {n} more"),
        "at_clock": pgettext("a time of day", "at {clock}"),
        "on_phone": _("{waiting} waiting and {drafts} begun."),
    }


def _network() -> dict[str, str]:
    return {
        "offline": _("No coverage. Everything is kept on the phone."),
        "signed_out": _("You are signed out. Sign in, and what waits is sent."),
        "sign_in": _("Sign in"),
        "no_access": _("You have no role here today, so nothing can be sent. What waits is kept on the phone."),
        "trouble": _("The server could not take it now. It is tried again by itself."),
        "later": _("Sent later"),
        "new_version": _("The app was updated."),
        "little_room": _("The phone is nearly full. Make room, or let what waits be sent, before you log more."),
        "no_room": _("The phone is full, so this could not be kept. It stands here still. Make room, and save again."),
        "no_storage": _("This browser keeps nothing, so this works only with coverage."),
        "old_plan": _("This is the plan of {day}."),
        "today": pgettext("day", "today"),
        "yesterday": pgettext("day", "yesterday"),
    }


def _undo() -> dict[str, str]:
    return {
        "logged": _("Logged. {what}"),
        "undo": pgettext("button", "Undo"),
        "undone": _("Taken back. It lies among the drafts."),
        "undone_sent": _("Taken back."),
        "seconds": _("{n} s"),
    }


def _out() -> dict[str, str]:
    return {"out_since": _("Called out since {clock}"), "out": pgettext("cause", "Called out")}


def _guard() -> dict[str, str]:
    return {
        "national_id": _("“{piece}” is a national identity number. Take it out; it does not leave the phone."),
        "about_somebody": _("“{piece}” may tell who it is about."),
        "listed_name": _("“{piece}” may be a name."),
        "no_names": _("Don't write whom it concerns."),
        "take_out": _("Take it out"),
        "replace": _("Write “{word}” instead"),
        "a_pupil": _("a pupil"),
        "about_nobody": _("It is about nobody"),
    }


def _faults() -> dict[str, str]:
    return {
        "no_day": _("Choose a day."),
        "in_future": _("The day lies ahead. Log the work on the day or later."),
        "nobody": _("Say who took part."),
        "take_number_out": _("Take the national identity number out of the note first."),
        "answer_first": _("Write the note anew, or say that it is about nobody."),
        "not_screened": _(
            "The rules for notes are not on the phone yet. Leave the note out, or try again with coverage."
        ),
    }
