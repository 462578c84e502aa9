"""What the graph and the iterables say, without any solver."""

from __future__ import annotations

from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.abstract.iterable import Delegated, Endless, Finite, Grows, Unclear, classify
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.abstract.twice import Twice, same_argument
from haltcheck.model.abstract.unborn import Unborn, unborn
from haltcheck.model.abstract.unlooped import iteration
from haltcheck.model.aftermath.supply import supply
from haltcheck.model.certificate import (
    Claim,
    EndlessIteration,
    FiniteIteration,
    GaveUp,
    HandedBack,
    NoBaseCase,
    NoExit,
    NoWayBack,
    SameArgument,
    ToldInTurn,
    Uninitialised,
    Unvisited,
)
from haltcheck.model.program import Function, Loop, Next, Program, normal_successors
from haltcheck.model.reference.asked_again import HandsBack
from haltcheck.model.reference.handed_back import handed_back
from haltcheck.model.reference.link import LinkBack, link_back, passes_others
from haltcheck.model.reference.mutual import Mutual, mutual
from haltcheck.model.subject import IterationSubject, LoopSubject, RecursionSubject
from haltcheck.model.system import System
from haltcheck.proof.kernel_program import comes_back
from haltcheck.proof.path import inner, leaving
from haltcheck.proof.problem import Problem
from haltcheck.proof.technique import Technique

_WORK_LISTS = frozenset({"unvisited"})
"""What may still tell of a list that is added to while it is iterated."""


class Structure(Technique):
    """Loops over what is finite or endless, bodies that always leave, subjects without any exit.

    No formula: a ``for`` loop over a finite iterable that its body does not grow has finitely
    many rounds; a body without a path back to the head has one; a subject that no path leaves is
    never left. A loop over one argument that appends to another grows what it iterates, where
    both are one list. For recursions: no path through any function avoids calling again (Sonar
    S2190). A ``__getattr__`` that reads what no object has before ``__init__`` asks itself for it,
    once copy or pickle has made one and asks it for ``__setstate__``.

    Decides::

        def f(xs):
            total = 0
            for x in xs:
                total += x
    """

    cost: ClassVar[int] = 0

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The plainest certificate that fits."""
        subject = problem.subject
        if isinstance(subject, LoopSubject):
            loop = _loop(problem.program, subject)
            if loop is None:
                return GaveUp("there is no such loop")
            found = self._iterates(problem, subject, loop)
            if found is not None:
                return found
        elif isinstance(subject, IterationSubject):
            return self._asked(problem, subject)
        elif found := (
            self._unborn(problem, subject)
            or self._in_turn(problem, subject)
            or self._handed_back(problem, subject)
            or self._through_others(problem, subject)
        ):
            return found
        return self._without_exit(problem)

    def _iterates(
        self, problem: Problem, subject: LoopSubject, loop: Loop
    ) -> Claim | GaveUp | None:
        function = problem.program.functions[subject.qualname]
        if not comes_back(function, loop):
            return Claim(subject, Answer.HALT, NoWayBack())
        if not isinstance(function.blocks[loop.head].terminator, Next):
            return None
        resolver = tables_of(problem.program).resolver
        match classify(problem.program, subject):
            case Finite(why=why):
                return Claim(subject, Answer.HALT, FiniteIteration(why))
            case Delegated() if supply(problem.program, resolver, function, loop) is not None:
                return None
            case Delegated(why=why, qualname=generator):
                return Claim(subject, Answer.HALT, FiniteIteration(why, generator))
            case Endless(why=why, slip=slip):
                return Claim(subject, Answer.NON_HALT, EndlessIteration(why, slip=slip))
            case Grows(why=why, every_round=True):
                return Claim(subject, Answer.NON_HALT, EndlessIteration(why, grows=True))
            case Unclear(why=why, may_grow=grows) if _leaves_at_its_end_alone(function, loop):
                # The iterator alone says when it ends, and nobody knows what that says.
                left = _WORK_LISTS if grows else frozenset()
                return self._twice(problem, subject) or GaveUp(why, left)
            case _:
                return self._twice(problem, subject)

    def _asked(self, problem: Problem, subject: IterationSubject) -> Claim | GaveUp:
        found = iteration(problem.program, subject)
        if not isinstance(found, Endless):
            return GaveUp(found.why)
        certificate = EndlessIteration(found.why, slip=found.slip)
        return Claim(subject, Answer.NON_HALT, certificate)

    def _twice(self, problem: Problem, subject: LoopSubject) -> Claim | None:
        found = same_argument(problem.program, subject)
        if not isinstance(found, Twice):
            return None
        return Claim(subject, Answer.NON_HALT, SameArgument(found.first, found.second))

    def _unborn(self, problem: Problem, subject: RecursionSubject) -> Claim | None:
        found = unborn(tables_of(problem.program).resolver, subject.qualnames[0])
        if len(subject.qualnames) > 1 or not isinstance(found, Unborn):
            return None
        return Claim(subject, Answer.NON_HALT, Uninitialised(found.names))

    def _in_turn(self, problem: Problem, subject: RecursionSubject) -> Claim | None:
        found = mutual(tables_of(problem.program).resolver, subject.qualnames[0])
        if len(subject.qualnames) > 1 or not isinstance(found, Mutual):
            return None
        certificate = ToldInTurn(found.there, found.back, found.binder)
        return Claim(subject, Answer.NON_HALT, certificate)

    def _handed_back(self, problem: Problem, subject: RecursionSubject) -> Claim | None:
        found = handed_back(tables_of(problem.program).resolver, subject.qualnames)
        if not isinstance(found, HandsBack):
            return None
        if found.contrived and (led := self._led_back(problem, subject)) is not None:
            # A reference that leads back is no contrivance.
            return led
        return Claim(
            subject, Answer.NON_HALT, HandedBack(found.line, found.needed, found.contrived)
        )

    def _led_back(self, problem: Problem, subject: RecursionSubject) -> Claim | None:
        resolver = tables_of(problem.program).resolver
        found = link_back(problem.program, resolver, subject)
        if not isinstance(found, LinkBack):
            return None
        certificate = Unvisited(found.text, found.line, found.outside)
        return Claim(subject, Answer.NON_HALT, certificate)

    def _through_others(self, problem: Problem, subject: RecursionSubject) -> Claim | None:
        resolver = tables_of(problem.program).resolver
        found = passes_others(problem.program, resolver, subject.qualnames[0])
        if len(subject.qualnames) > 1 or not isinstance(found, LinkBack):
            return None
        certificate = Unvisited(found.text, found.line, found.outside)
        return Claim(subject, Answer.NON_HALT, certificate)

    def _without_exit(self, problem: Problem) -> Claim | GaveUp:
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        if not system.complete or leaving(system) or not inner(system):
            return GaveUp("something leaves the subject")
        is_loop = isinstance(problem.subject, LoopSubject)
        certificate = NoExit() if is_loop else NoBaseCase()
        return Claim(problem.subject, Answer.NON_HALT, certificate)


def _leaves_at_its_end_alone(function: Function, loop: Loop) -> bool:
    """Whether nothing but the end of what it iterates, or an exception, ends a ``for`` loop."""
    return all(
        other in loop.blocks
        for number in loop.blocks - {loop.head}
        for other in normal_successors(function.blocks[number])
    )


def _loop(program: Program, subject: LoopSubject) -> Loop | None:
    function = program.functions.get(subject.qualname)
    loops = function.loops if function else ()
    return next((loop for loop in loops if loop.id == subject.loop), None)
