"""What is remembered of a function between two rounds of the flow."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from haltcheck.frontend.unseen.mark import Marks
from haltcheck.frontend.unseen.unit import Unit


@dataclass(slots=True)
class Course:
    """What is known of the steps of a unit since it was last gone through: the places that each
    looked at, the earlier steps that it shares with, and the nodes that it was the first to
    evaluate. ``since`` is how far the log of the heap had come then, ``begun`` how far when the
    step was taken for the last time.
    """

    unit: Unit
    seen: list[set[str]] = field(default_factory=list)
    begun: list[int] = field(default_factory=list)
    shared: list[set[int]] = field(default_factory=list)
    owned: list[list[int]] = field(default_factory=list)
    known: dict[int, tuple[Marks, int]] = field(default_factory=dict)
    strange: set[int] = field(default_factory=set)
    since: int = 0
    _every: set[str] = field(default_factory=set)

    def is_late(self, number: int, grown: set[str], when: dict[str, int]) -> bool:
        """Whether one of the places that a step looked at has grown since it was taken."""
        begun = self.begun[number]
        return any(when[key] >= begun for key in self.seen[number] & grown)

    def every(self) -> set[str]:
        """The places that any of them looked at."""
        if not self._every:
            self._every = set().union(*self.seen)
        return self._every

    def forget(self) -> None:
        """They are about to look anew."""
        self._every = set()


def settled(course: Course) -> dict[int, tuple[Marks, int]]:
    """What is known of nodes whoever asks: all but generator expressions and what is around them,
    for their bodies are evaluated as code of two functions.
    """
    if isinstance(course.unit.node, ast.GeneratorExp):
        return {}
    strange = course.strange
    if not strange:
        return course.known
    for number, shared in enumerate(course.shared):
        if not strange.isdisjoint(shared):
            strange.add(number)
    return {key: one for key, one in course.known.items() if one[1] not in strange}
