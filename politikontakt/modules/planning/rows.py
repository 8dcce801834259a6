"""Proposed rows as JSON, between the planner that lays them and the people who accept them."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, time
from typing import Any

from politikontakt.core.records.model import Activity


def as_json(row: Activity) -> Mapping[str, Any]:
    """A row with its days and times as text."""
    said = asdict(row)
    return {
        **said,
        "on": row.on.isoformat(),
        "start": row.start.isoformat("minutes") if row.start else None,
        "period": row.period.isoformat() if row.period else None,
        "recorded_at": None,
    }


def from_json(said: Mapping[str, Any]) -> Activity:
    """The same row again."""
    return Activity(
        **{
            **said,
            "on": date.fromisoformat(said["on"]),
            "start": time.fromisoformat(said["start"]) if said["start"] else None,
            "period": date.fromisoformat(said["period"]) if said["period"] else None,
            "people": tuple(said["people"]),
            "audience": tuple(said["audience"]),
            "themes": tuple(said["themes"]),
        }
    )
