"""What the files are called that are not records."""

from collections.abc import Iterable

AGREEMENT = "agreement.toml"
PLANNING = "planning.toml"


def agreement_file(ref: str) -> str:
    """The file of an older agreement."""
    return f"agreement-{ref}.toml"


def agreement_files(names: Iterable[str]) -> list[str]:
    """Those of the names that are agreements, the newest last."""
    older = sorted(name for name in names if name.startswith("agreement-") and name.endswith(".toml"))
    return [*older, *(name for name in names if name == AGREEMENT)]
