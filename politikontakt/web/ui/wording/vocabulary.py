"""Words for the codes that agreements and records use: kinds of work, audiences, themes, places, purposes.

An agreement may use codes of its own. What has no word here is shown as it is written, with spaces.
"""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = Mapping[str, str | Promise]

ACTIVITIES: Words = {
    "school_visit": _("School visit"),
    "presence": _("Presence"),
    "parents_meeting": _("Parents' meeting"),
    "open_meeting": _("Open meeting"),
    "prevention_work": _("Preventive work"),
    "partner_contact": _("Talk with a partner"),
    "head_teacher_talk": _("Talk with the head teacher"),
    "staff_session": _("Session with the staff"),
    "expectation_talk": _("Talk about expectations"),
    "knowledge_briefing": _("Briefing on local conditions"),
    "slt_development": _("Work on developing SLT"),
    "office_hours": _("Office hours"),
    "coordination": _("Coordination"),
    "operative": _("Operative duty"),
    "emergency_duty": _("Called out"),
    "office_work": _("Office work"),
    "patrol": _("Patrol"),
    "course": _("Course"),
    "administration": _("Administration"),
}
MEETINGS: Words = {
    "council": _("Police council"),
    "heads_meeting": _("Head teachers' meeting"),
    "leadership_meeting": _("Leadership meeting"),
    "slt_group": _("SLT coordinating group"),
}
DOCUMENTS: Words = {
    "evaluation_plan": _("Evaluation plan"),
    "unit_head_review": _("Review of the unit leader's role"),
}
EVENTS: Words = {
    "reception_moved": _("Reception moved"),
    "national_organisation": _("National organisation in force"),
    "offices_ready": _("Offices ready"),
}
REQUESTS: Words = {
    "advice": _("Request for advice"),
    "order": _("Order within the police"),
    "municipal_question": _("Question from the municipality"),
}
LIKELY: Words = {
    "email": _("an e-mail address"),
    "phone": _("a telephone number"),
    "plate": _("a number plate"),
    "name_age": _("a name with an age"),
    "listed_name": _("a listed name"),
}
"""Kinds of likely personal data, as the free-text screen calls them."""
INDICATORS: Words = {
    "other_police_hours": _("Hours by other police"),
    "preventive_hours": _("Hours of prevention"),
    "would_contact": _("Would contact the police"),
}
TOPICS: Words = {
    "evaluation": _("Evaluation of the model"),
    "evaluation_plan": _("Evaluation plan"),
    "follow_up": _("Follow-up of decisions"),
    "local_picture": _("Local conditions"),
    "police": _("The police's matters"),
    "school_environment": _("The environment at school"),
    "year_wheel": _("The year's plan"),
    "budget": _("Budget"),
}
AUDIENCES: Words = {
    "pupils": _("Pupils"),
    "head_teacher": pgettext_lazy("audience", "Head teacher"),
    "teachers": _("Teachers"),
    "staff": _("Staff"),
    "parents": pgettext_lazy("audience", "Parents"),
    "residents": _("Residents"),
    "youth": _("Young people"),
    "partners": _("Partners"),
}
THEMES: Words = {
    "online_safety": _("Online safety"),
    "drugs": _("Drugs"),
    "violence": _("Violence"),
    "radicalisation": _("Radicalisation"),
    "traffic": _("Traffic"),
    "bullying": _("Bullying"),
    "other": pgettext_lazy("theme", "Other"),
}
PARTNERS: Words = {
    "mayor": _("The mayor"),
    "municipal_director": _("The municipal director"),
    "head_teachers": _("The head teachers"),
    "business": _("Local business"),
    "reception_centre": _("The reception centre"),
    "parents_council": _("The parents' council"),
    "youth_council": _("The youth council"),
    "night_walkers": _("The night walkers"),
}
PLACE_KINDS: Words = {
    "school": pgettext_lazy("place", "School"),
    "shopping_centre": _("Shopping centre"),
    "sports": _("Sports ground"),
    "youth_club": _("Youth club"),
    "reception_centre": _("Reception centre"),
    "street": _("Street and square"),
    "online": pgettext_lazy("place", "Online"),
    "other": pgettext_lazy("place", "Other"),
}
PURPOSES: Words = {
    "preventive": pgettext_lazy("purpose", "Prevention"),
    "operative": pgettext_lazy("purpose", "Operative duty"),
    "coordination": pgettext_lazy("purpose", "Coordination"),
    "other": pgettext_lazy("purpose", "Other"),
}
STATUSES: Words = {
    "done": pgettext_lazy("activity", "Done"),
    "planned": pgettext_lazy("activity", "Planned"),
    "cancelled": pgettext_lazy("activity", "Cancelled"),
}
FINDINGS: Words = {
    "kept": pgettext_lazy("finding", "Kept"),
    "partly": pgettext_lazy("finding", "Partly kept"),
    "not_kept": pgettext_lazy("finding", "Not kept"),
}
CAUSES: Words = {
    "called_out": pgettext_lazy("cause", "Called out"),
    "shift_swap": pgettext_lazy("cause", "Shift was swapped"),
    "course": pgettext_lazy("cause", "Course"),
    "sick": pgettext_lazy("cause", "Illness"),
    "other": pgettext_lazy("cause", "Other"),
}
ABSENCES: Words = {
    "leave": pgettext_lazy("absence", "Leave"),
    "course": pgettext_lazy("absence", "Course"),
    "duty": pgettext_lazy("absence", "Duty"),
}


def word(words: Words, code: str) -> str:
    """The word for a code in the reader's language; a code without one is shown readable: Night patrol."""
    known = words.get(code)
    if known is not None:
        return str(known)
    if code.startswith("cohort:"):
        return str(_("Class of %(year)s")) % {"year": code.removeprefix("cohort:")}
    readable = code.replace("_", " ").replace("-", " ")
    return readable[:1].upper() + readable[1:]


def listed(words: Words, codes: Iterable[str]) -> str:
    """Several codes in one line, as a sentence begins: Pupils, head teacher."""
    first, *rest = [word(words, code) for code in codes] or [""]
    return ", ".join([first, *map(lower_first, rest)])


def lower_first(words: str) -> str:
    """Within a line: a small first letter, where the word is no abbreviation."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or not words[1:2].isalpha() else words


def choices(words: Words, codes: Iterable[str] = ()) -> list[tuple[str, str | Promise]]:
    """What a form offers: the known codes in their order, then those of `codes` that have no word.

    Known words stay lazy: a form's fields are made once and shown to readers of every language.
    """
    extra = [code for code in dict.fromkeys(codes) if code not in words]
    return [*words.items(), *((code, word(words, code)) for code in extra)]
