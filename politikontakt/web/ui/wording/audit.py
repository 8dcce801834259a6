"""What was written, as the audit trail says it: one phrase for each service."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

ACTIONS: Mapping[str, Promise] = {
    "access.add_person": pgettext_lazy("audit", "Entered a person"),
    "access.add_role": pgettext_lazy("audit", "Entered a role"),
    "access.change_person": pgettext_lazy("audit", "Changed a person"),
    "access.change_role": pgettext_lazy("audit", "Changed a role"),
    "access.end_role": pgettext_lazy("audit", "Ended a time in a role"),
    "access.give_role": pgettext_lazy("audit", "Gave a role"),
    "access.open_municipality": pgettext_lazy("audit", "Opened the municipality"),
    "access.set_demo_day": pgettext_lazy("audit", "Set the day of the demo"),
    "access.withdraw": pgettext_lazy("audit", "Withdrew it"),
    "activities.answer_request": pgettext_lazy("audit", "Answered a request"),
    "activities.call_out": pgettext_lazy("audit", "Noted that time is being lost"),
    "activities.come_back": pgettext_lazy("audit", "Noted how much time was lost"),
    "activities.correct_activity": pgettext_lazy("audit", "Corrected it"),
    "activities.correct_meeting": pgettext_lazy("audit", "Corrected a meeting"),
    "activities.correct_lost_time": pgettext_lazy("audit", "Corrected lost time"),
    "activities.log_activity": pgettext_lazy("audit", "Logged it"),
    "activities.log_meeting": pgettext_lazy("audit", "Logged a meeting"),
    "activities.note_event": pgettext_lazy("audit", "Noted a milestone"),
    "activities.receive_request": pgettext_lazy("audit", "Noted a request"),
    "activities.take_back": pgettext_lazy("audit", "Took it back"),
    "agreements.accept_exemption": pgettext_lazy("audit", "Accepted an exception"),
    "agreements.add_document": pgettext_lazy("audit", "Added a document"),
    "agreements.ask_exemption": pgettext_lazy("audit", "Asked for an exception"),
    "agreements.correct_document": pgettext_lazy("audit", "Corrected a document"),
    "agreements.judge_commitment": pgettext_lazy("audit", "Gave a judgement"),
    "agreements.lock_baseline": pgettext_lazy("audit", "Locked a baseline"),
    "agreements.measure": pgettext_lazy("audit", "Stored a measurement"),
    "agreements.open_dispute": pgettext_lazy("audit", "Disputed the figure"),
    "agreements.settle_dispute": pgettext_lazy("audit", "Settled the dispute"),
    "agreements.store_agreement": pgettext_lazy("audit", "Stored a version of the agreement"),
    "agreements.store_planning_file": pgettext_lazy("audit", "Stored the planner's settings"),
    "compliance.import_folder": pgettext_lazy("audit", "Imported a folder of records"),
    "directory.add_partner": pgettext_lazy("audit", "Entered a partner"),
    "directory.add_place": pgettext_lazy("audit", "Entered a place"),
    "directory.change_partner": pgettext_lazy("audit", "Changed a partner"),
    "directory.change_place": pgettext_lazy("audit", "Changed a place"),
    "directory.close_days": pgettext_lazy("audit", "Noted closed days"),
    "directory.note_absence": pgettext_lazy("audit", "Noted an absence"),
    "directory.renew_feed": pgettext_lazy("audit", "Made a new address of a calendar"),
    "directory.set_contact_card": pgettext_lazy("audit", "Changed the contact card"),
    "directory.store_school_calendars": pgettext_lazy("audit", "Stored school calendars"),
}


def action_words(action: str) -> str:
    """The phrase for an action; one without a phrase is shown by its code, so that nothing is hidden."""
    known = ACTIONS.get(action)
    return str(known) if known is not None else action
