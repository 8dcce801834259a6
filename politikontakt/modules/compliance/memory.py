"""What has been worked out before, kept by the state of the record it was worked out from.

The state is the hash at the end of the audit chain: every write changes it, so nothing old is ever shown,
and a write that was rolled back leaves nothing behind that could be mistaken for another.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

Answer = TypeVar("Answer")


class Memory:
    """The answers used last, at most `size` of them. Safe between threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._answers: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def recall(self, question: Hashable, work_out: Callable[[], Answer]) -> Answer:
        """The remembered answer, else a new one."""
        with self._lock:
            if question in self._answers:
                self._answers.move_to_end(question)
                return self._answers[question]  # type: ignore[return-value]
        answer = work_out()
        with self._lock:
            self._answers[question] = answer
            while len(self._answers) > self._size:
                self._answers.popitem(last=False)
        return answer

    def forget(self) -> None:
        """Empty it."""
        with self._lock:
            self._answers.clear()
