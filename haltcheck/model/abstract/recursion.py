"""The transition system of a recursion: functions as locations, calls as transitions."""

from __future__ import annotations

from haltcheck.basis.budget import Budget
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.program import Program
from haltcheck.model.subject import RecursionSubject
from haltcheck.model.system import System, Unsuited


def build_recursion(
    program: Program, subject: RecursionSubject, trust: Trust, budget: Budget
) -> System | Unsuited:
    """The system of a recursion."""
    del program, subject, trust, budget
    return Unsuited("recursions are not modelled yet")
