"""What phones write, in the shapes that they send it, and as the one content that all shapes of it mean."""

import json
from collections.abc import Mapping
from datetime import time
from typing import Any

EMPTY: Mapping[str, Mapping[str, Any]] = {
    "log": {
        "kind": "",
        "status": "done",
        "happened_on": "",
        "starts_at": "",
        "minutes": 0,
        "place": "",
        "people": [],
        "purpose": "",
        "audience": [],
        "themes": [],
        "partner": "",
        "note": "",
        "replaces": "",
    },
    "take_back": {"row": ""},
    "call_out": {"cause": "called_out", "happened_on": ""},
    "come_back": {"call_out": "", "minutes": 0, "cause": "called_out"},
    "never_out": {"call_out": ""},
}
"""What each field is where it is left out."""


def meant(do: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """The content of a body in whatever shape: every field, the clock without seconds."""
    whole = {**EMPTY[do], **body}
    if whole.get("starts_at"):
        whole["starts_at"] = time.fromisoformat(whole["starts_at"]).strftime("%H:%M")
    return whole


def same(do: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two bodies mean the same."""
    return meant(do, one) == meant(do, other)


def words(do: str, body: Mapping[str, Any]) -> str:
    """A body's content as one text, to be compared and kept in sets."""
    return json.dumps([do, meant(do, body)], sort_keys=True)


def older(do: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """The same content as an older app wrote it: nothing that is empty, seconds on the clock, another order."""
    kept = {name: body[name] for name in sorted(body, reverse=True) if body[name] != EMPTY[do][name]}
    if kept.get("starts_at"):
        kept["starts_at"] += ":00"
    return kept
