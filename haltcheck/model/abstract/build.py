"""From a subject to its transition system."""

from __future__ import annotations

from haltcheck.basis.budget import LARGEST, Budget, BudgetSpentError
from haltcheck.model.abstract.loop import build_loop
from haltcheck.model.abstract.recursion import build_recursion
from haltcheck.model.abstract.trust import Trust
from haltcheck.model.program import Program
from haltcheck.model.subject import IterationSubject, LoopSubject, Subject
from haltcheck.model.system import System, Unsuited


def build(program: Program, subject: Subject, trust: Trust, budget: Budget) -> System | Unsuited:
    """The system of a subject, or why there is none.

    Parameters without any evidence of their type that meet only operators are integers in it, as
    the domain of the inputs says of numbers.
    """
    names = (subject.qualname,) if isinstance(subject, LoopSubject) else subject.qualnames
    functions = [program.functions[name] for name in names if name in program.functions]
    if any(len(function.blocks) > LARGEST for function in functions):
        return Unsuited("the function is too large to be abstracted")
    if isinstance(subject, IterationSubject):
        return Unsuited("no code here asks for one item after the other")
    try:
        if isinstance(subject, LoopSubject):
            return build_loop(program, subject, trust, budget)
        return build_recursion(program, subject, trust, budget)
    except BudgetSpentError as error:
        return Unsuited(str(error))
