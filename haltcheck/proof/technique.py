"""What a proof technique is: it searches, and the kernel decides whether it found anything."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from inspect import cleandoc
from typing import ClassVar

from haltcheck.model.certificate import Claim, GaveUp
from haltcheck.proof.problem import Problem

PACKAGE = "haltcheck.proof.techniques"


class Technique(ABC):
    """One way to find certificates; its docstring states idea, formula, paper and an example.

    Techniques run in the order of ``cost``. The docstring ends with ``Decides::`` and a program
    whose first loop or recursion it decides.
    """

    cost: ClassVar[int]
    after_event: ClassVar[bool] = False
    """Whether it looks for what an event of the outside world alone brings about."""

    @abstractmethod
    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """A claim for the kernel to check, or why there is none."""

    def claims(self, problem: Problem) -> Iterator[Claim]:
        """All that it may claim of the problem, what ``attempt`` gives first."""
        found = self.attempt(problem)
        if isinstance(found, Claim):
            yield found

    @classmethod
    def example(cls) -> str:
        """The program of the docstring."""
        _, _, text = cleandoc(cls.__doc__ or "").partition("Decides::\n")
        return cleandoc(text) + "\n"
