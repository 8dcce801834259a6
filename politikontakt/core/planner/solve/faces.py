"""Who goes where: branch and bound over which contacts are the faces of which lines.

The linear program likes to let half of each contact go everywhere, which no plan can. Deciding face by
face raises the bound, and tells where whole plans are worth looking for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

import numpy as np

from politikontakt.core.planner.solve.generation import Generation
from politikontakt.core.planner.stopping import Stop

NEARLY = 1e-4
ROUNDS = 15
"""Rounds of column generation for one node."""
CUTS = 20
"""Cuts added at one node."""


@dataclass(frozen=True, slots=True)
class Node:
    """Some faces decided: columns and their values. No plan with them has fewer points than `bound`."""

    faces: Mapping[int, float]
    bound: float
    value: float
    fractional: int | None
    """A face that is neither in nor out, the one to decide next; None where all are decided."""


class Faces:
    """The nodes that are open, and the bound that follows from them."""

    def __init__(self, generation: Generation) -> None:
        self.generation = generation
        self._open: list[tuple[float, int, Node]] = []
        self._count = 0
        self.decided: list[Node] = []
        """Nodes in which every face is decided."""

    def bound(self, most: float) -> float:
        """No plan has fewer points, or there is none below `most`."""
        nodes = [node.bound for _, _, node in self._open] + [node.bound for node in self.decided]
        return min([most, *nodes])

    def look(self, faces: Mapping[int, float], least: float, stop: Stop) -> Node | None:
        """Solve the program with these faces; `least` is a bound known before. None when stopped on the way."""
        generation = self.generation
        generation.within(faces)
        if not self._converge(stop):
            return None
        return Node(faces, max(least, generation.bound), generation.value, self._fractional())

    def _converge(self, stop: Stop) -> bool:
        generation = self.generation
        generation.converge(ROUNDS, stop)
        if not stop() and generation.cut(CUTS):
            generation.converge(ROUNDS, stop)
        return not stop() and bool(np.isfinite(generation.bound))

    def _fractional(self) -> int | None:
        """The face nearest to half; of equals the first."""
        values = self.generation.program.values
        columns = sorted(self.generation.rows.faces.values())
        away = [abs(values[column] - 0.5) for column in columns]
        best = int(np.argmin(np.round(away, 6))) if columns else 0
        return columns[best] if columns and away[best] < 0.5 - NEARLY else None

    def add(self, node: Node) -> None:
        """Keep a node for later."""
        if node.fractional is None:
            self.decided.append(node)
        else:
            self._count += 1
            heappush(self._open, (round(node.bound, 6), self._count, node))

    def next(self, most: float) -> Node | None:
        """The open node with the lowest bound, if that is below `most`."""
        while self._open:
            node = heappop(self._open)[2]
            if node.bound < most:
                return node
        return None

    def children(self, node: Node, most: float, stop: Stop) -> list[Node]:
        """The node's two halves that may hold a plan below `most`, the more promising first. Keeps it when stopped."""
        assert node.fractional is not None
        found = []
        for value in (0.0, 1.0):
            child = self.look({**node.faces, node.fractional: value}, node.bound, stop)
            if child is None:
                self.add(node)
                return []
            if child.bound < most:
                found.append(child)
        return sorted(found, key=lambda child: round(child.value, 6))
