"""Few rounds, or few states: subjects that are looked through to their end."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Acyclic, Bounded, Claim, GaveUp
from haltcheck.model.system import System
from haltcheck.proof.comeback import cone
from haltcheck.proof.kernel_finite import MOST, at_least, at_most, holds_throughout, is_closed
from haltcheck.proof.kernel_halting import run_of
from haltcheck.proof.path import inner
from haltcheck.proof.problem import Problem
from haltcheck.proof.sample import Step
from haltcheck.proof.simplify import numbers
from haltcheck.proof.technique import Technique

_MOST_ROUNDS = 8
_MOST_ROUNDS_ALONE = 24
_QUERIES = 60

_TRIED = 8
_WIDEST = 6


class Unrolling(Technique):
    """No run makes more than a few transitions, or none comes back to one of finitely many states.

    Formula: every sequence of k transitions inside has an unsatisfiable composed guard, k being 8
    or, of an only transition, 24 (unwinding with an unwinding assertion, Biere et al., TACAS
    1999); or, for some box B, the guard or the update puts every state into B, and the
    transitions restricted to B form a graph without a cycle (explicit-state model checking,
    Holzmann, TSE 1997). Guards, remainders and invariants bound the box.

    Decides::

        def f(x):
            while x >= 0:
                x = -2 * x + 10
    """

    cost: ClassVar[int] = 50

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The rounds unrolled, and where there are more of them the states looked through."""
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        if problem.sprawling:
            return GaveUp(problem.sprawling)
        few = _few_rounds(problem, system)
        certificate = _few_states(problem, system) if isinstance(few, GaveUp) else few
        if isinstance(certificate, GaveUp):
            return certificate
        return Claim(problem.subject, Answer.HALT, certificate)


def _few_rounds(problem: Problem, system: System) -> Bounded | GaveUp:
    """A number of rounds that no run reaches."""
    most = _MOST_ROUNDS_ALONE if len(inner(system)) == 1 else _MOST_ROUNDS
    if any(_rounds(system, run.steps) >= most for run in problem.samples.runs):
        return GaveUp("a run makes more rounds than that")
    if problem.hopeless:
        return GaveUp(problem.hopeless)
    prover = problem.prover.afresh(problem.prover.effort, _QUERIES)
    certificate = Bounded(most, problem.invariants)
    if run_of(system, prover, certificate):
        return GaveUp("longer runs are open")
    return certificate


def _rounds(system: System, steps: tuple[Step, ...]) -> int:
    """The most transitions inside that the run makes without leaving."""
    most = count = 0
    for step in steps:
        transition = system.transitions[step.transition]
        inside = {transition.source, transition.target} <= system.inside
        count = count + 1 if inside else 0
        most = max(most, count)
    return most


def _few_states(problem: Problem, system: System) -> Acyclic | GaveUp:
    """The tightest box that constants of the program bound; the kernel looks through it."""
    if problem.vague:
        return GaveUp(problem.vague)
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
    return Acyclic(tuple(box), problem.invariants)


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
