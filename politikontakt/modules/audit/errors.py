"""What the audit chain refuses."""

from uuid import UUID


class KeyConflict(Exception):
    """The same key came again with other content. Both are shown to the user; neither is lost."""

    def __init__(self, key: UUID, action: str) -> None:
        super().__init__(f"key {key} was used before with other content ({action})")
        self.key = key
        self.action = action
