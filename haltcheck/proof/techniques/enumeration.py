"""Few states, looked through one by one."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Acyclic, Claim, GaveUp
from haltcheck.model.system import System
from haltcheck.proof.comeback import cone
from haltcheck.proof.kernel_finite import MOST, at_least, at_most, holds_throughout, is_closed
from haltcheck.proof.path import inner
from haltcheck.proof.problem import Problem
from haltcheck.proof.simplify import numbers
from haltcheck.proof.technique import Technique

_TRIED = 8
_WIDEST = 6


class Enumeration(Technique):
    """A round goes through finitely many states, and none of them comes back.

    Guards, remainders and invariants bound every variable that guards depend on; the graph of the
    states within these bounds has no cycle. Formula: for some box B, the guard or the update puts
    every state into B, and the transitions restricted to B form a graph without a cycle. Paper:
    explicit-state model checking, Holzmann, TSE 1997.

    Decides::

        def f(n: int):
            while 0 < n < 30:
                n = n * 3 % 31
    """

    cost: ClassVar[int] = 58

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The tightest box that constants of the program bound, if no run goes round in it."""
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        if why := problem.sprawling or problem.vague:
            return GaveUp(why)
        names = sorted(cone(system))
        if len(names) > _WIDEST or not is_closed(system, names):
            return GaveUp("what a round does depends on too much")
        box: list[tuple[str, int, int]] = []
        for name in names:
            bounds = _bounds(problem, system, name)
            if isinstance(bounds, GaveUp):
                return bounds
            box.append((name, *bounds))
            if prod(high - low + 1 for _, low, high in box) * len(system.inside) > MOST:
                return GaveUp("there are too many states to look through")
        return Claim(problem.subject, Answer.HALT, Acyclic(tuple(box), problem.invariants))


def _bounds(problem: Problem, system: System, name: str) -> tuple[int, int] | GaveUp:
    """The tightest bounds of a variable by numbers that the system or its runs know."""
    seen = _seen(problem, system, name)
    given = problem.invariants
    if not seen:
        return GaveUp(f"no run tells where {name} may be")
    known = {number + by for number in _numbers(system) for by in (-1, 0, 1)} | {
        min(seen),
        max(seen),
    }
    lows = sorted((one for one in known if one <= min(seen)), reverse=True)[:_TRIED]
    highs = sorted(one for one in known if one >= max(seen))[:_TRIED]
    low = next(
        (n for n in lows if holds_throughout(system, problem.prover, given, at_least(name, n))),
        None,
    )
    high = next(
        (n for n in highs if holds_throughout(system, problem.prover, given, at_most(name, n))),
        None,
    )
    if low is None or high is None:
        return GaveUp(f"{name} has no bounds")
    return low, high


def _seen(problem: Problem, system: System, name: str) -> list[int]:
    """The values in sampled states that a round led to and that another round followed."""
    inside = set(inner(system))
    return [
        one.after[name]
        for run in problem.samples.runs
        for one, other in zip(run.steps, run.steps[1:], strict=False)
        if {one.transition, other.transition} <= inside
    ]


def _numbers(system: System) -> Iterator[int]:
    for index in inner(system):
        transition = system.transitions[index]
        yield from numbers(transition.guard)
        for _, term in transition.update:
            yield from numbers(term)
