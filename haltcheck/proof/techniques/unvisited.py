"""Walks along references of data that nothing remembers."""

from __future__ import annotations

from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.certificate import Claim, GaveUp, Unvisited
from haltcheck.model.reference.link import Ends, link_back
from haltcheck.proof.problem import Problem
from haltcheck.proof.technique import Technique


class FollowsLinks(Technique):
    """Recursions and work lists that look up what the item at hand names, and may find it again.

    A part of a finite thing is smaller than the thing; what stands under a name need not be.
    No formula: the next item is found by a key out of this one, in something that the code did
    not build, and no set is tested and extended on the way, no depth passed on and compared, no
    entry marked or removed (Tarjan, SIAM J. Comput. 1972, for what a search has to remember).

    Decides::

        def f(schema, table):
            todo = [table]
            while todo:
                todo.extend(schema.get_references(todo.pop()))
    """

    cost: ClassVar[int] = 39

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The first such reference."""
        resolver = tables_of(problem.program).resolver
        found = link_back(problem.program, resolver, problem.subject)
        if isinstance(found, Ends):
            return GaveUp(found.why)
        certificate = Unvisited(found.text, found.line, found.outside)
        return Claim(problem.subject, Answer.NON_HALT, certificate)
