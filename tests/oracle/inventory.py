"""What invented agreements speak of: a handful of names, few enough to meet often."""

PARTIES = ["kommune", "distrikt", "enhet"]
ROLES = ["contact", "chief"]
PEOPLE = ["anne", "bo", "cecilie", "dag"]
KINDS = [
    *("count", "count", "count", "meeting", "deadline", "staffing", "staffing", "share"),
    *("share", "baseline", "baseline", "cohort", "coverage", "coverage", "answer", "judgement"),
]
PERS = [
    *("calendar_year", "school_year", "agreement_year", "half_year", "calendar_quarter"),
    *("agreement_quarter", "month", "week", "term"),
]
PURPOSES = ["preventive", "operative", "coordination", "other"]
THEMES = ["drugs", "violence", "Nett"]
INDICATORS = ["hours", "hours", "hours", "patrols"]
PLACES = [
    {"id": "a-skole", "kind": "school", "stage_from": "8", "stage_to": "10", "owner": "kommunen"},
    {"id": "b-skole", "kind": "school", "stage_from": "1", "stage_to": "7", "owner": "kommunen"},
    {"id": "c-skole", "kind": "school", "stage_from": "1", "stage_to": "10", "owner": "fylket"},
    {"id": "d-skole", "kind": "school", "stage_from": "", "stage_to": "8", "owner": "fylket"},
    {"id": "hall", "kind": "sports", "stage_from": "", "stage_to": "", "owner": "kommunen"},
    {"id": "klubb", "kind": "youth_club", "stage_from": "", "stage_to": "", "owner": ""},
]
