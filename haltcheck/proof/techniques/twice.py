"""One list under two names."""

from __future__ import annotations

from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.abstract.twice import Twice, same_argument
from haltcheck.model.certificate import Claim, GaveUp, SameArgument
from haltcheck.model.subject import LoopSubject
from haltcheck.proof.problem import Problem
from haltcheck.proof.technique import Technique


class OneListTwice(Technique):
    """A loop over one argument that appends to another, which may be the same list.

    Formula: where both are one list of length n > 0, round k finds an item at index k, for the
    list has grown to n + k by then.

    Decides::

        def f(target, source):
            for item in source:
                target.append(item)
    """

    cost: ClassVar[int] = 2

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The two arguments, where the loop does nothing else."""
        if not isinstance(problem.subject, LoopSubject):
            return GaveUp("a recursion iterates nothing")
        found = same_argument(problem.program, problem.subject)
        if not isinstance(found, Twice):
            return GaveUp(found.why)
        certificate = SameArgument(found.first, found.second)
        return Claim(problem.subject, Answer.NON_HALT, certificate)
