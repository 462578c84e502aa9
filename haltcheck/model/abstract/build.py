"""From a subject to its transition system."""

from __future__ import annotations

from haltcheck.basis.budget import Budget
from haltcheck.model.abstract.loop import build_loop
from haltcheck.model.abstract.recursion import build_recursion
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.program import Program
from haltcheck.model.subject import LoopSubject, Subject
from haltcheck.model.system import System, Unsuited


def build(program: Program, subject: Subject, trust: Trust, budget: Budget) -> System | Unsuited:
    """The system of a subject, or why there is none.

    Parameters without any evidence of their type that meet only operators are integers in it, as
    the domain of the inputs says of numbers.
    """
    if isinstance(subject, LoopSubject):
        return build_loop(program, subject, trust, budget)
    return build_recursion(program, subject, trust, budget)
