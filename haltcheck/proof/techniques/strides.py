"""Ranking functions that fall every few rounds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.basis.budget import BudgetSpentError
from haltcheck.model.certificate import Claim, GaveUp, Invariants, Measure, Ranking
from haltcheck.model.system import System
from haltcheck.model.term import conjunction, weight
from haltcheck.proof.degree import degree
from haltcheck.proof.encode import Prover
from haltcheck.proof.kernel_halting import known, trails
from haltcheck.proof.lexicographic import Search
from haltcheck.proof.measure import candidates
from haltcheck.proof.path import Path, inner
from haltcheck.proof.phase import predicates
from haltcheck.proof.problem import Problem
from haltcheck.proof.rule import Rule
from haltcheck.proof.sample import Step
from haltcheck.proof.technique import Technique

_STRIDES = (2, 3, 4)
_MOST = 24
_KEPT = 30
_HEAVIEST = 300


class Strides(Technique):
    """What takes a step back and two steps on falls when every few rounds are seen as one.

    Formula: for all paths of k transitions, f(x after them) <= f(x) - 1 and f(x) >= 0, k from 2
    to 4, with f as for one. An endless run would be made of such paths. Papers: the k-step
    transition invariants of Podelski and Rybalchenko, LICS 2004; k-induction, Sheeran, Singh and
    Stålmarck, FMCAD 2000.

    Decides::

        def f(x: int, t: int):
            while x != t:
                if x < t:
                    x += 3
                else:
                    x -= 2
    """

    cost: ClassVar[int] = 64

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The shortest stride on which some ranking function falls."""
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        if why := problem.sprawling or problem.vague or problem.hopeless:
            return GaveUp(why)
        if problem.budget.crowded or _is_steep(system):
            return GaveUp("too many subjects, or products, for a longer search")
        prover = problem.prover.afresh(problem.prover.effort, problem.budget.queries // 2)
        for held, depth in _ways(problem):
            for stride in _STRIDES:
                found = _search(problem, system, prover, held, stride, depth)
                if not isinstance(found, GaveUp):
                    return Claim(problem.subject, Answer.HALT, Ranking(found, held, stride=stride))
        return GaveUp("no measure falls every few rounds")


def _is_steep(system: System) -> bool:
    """Whether a round multiplies, so that a few of them are too much for the solver."""
    inside = [system.transitions[index] for index in inner(system)]
    parts = [part for one in inside for part in (one.guard, *(term for _, term in one.update))]
    return any(degree(part) > 1 for part in parts)


def _ways(problem: Problem) -> Iterator[tuple[Invariants, int]]:
    """Invariants to suppose, and how often phases may be split, the cheap ones first."""
    yield problem.invariants, 0
    if not problem.unrelated:
        yield problem.relations, 0
    yield problem.invariants, 1


def _search(
    problem: Problem,
    system: System,
    prover: Prover,
    held: Invariants,
    stride: int,
    depth: int,
) -> tuple[Measure, ...] | GaveUp:
    """A ranking function of the paths of so many transitions."""
    try:
        paths = list(islice(trails(system, prover, stride, held), _MOST + 1))
        if len(paths) > _MOST or any(len(path.steps) < stride for path in paths):
            return GaveUp("too much can happen in a few rounds")
        rules = [_rule(problem, system, path, held) for path in paths]
        if any(max(weight(one.path.guard), one.heaviness) > _HEAVIEST for one in rules):
            return GaveUp("a few rounds are too much to be looked at")
        return Search(prover, candidates, predicates, depth).rank(rules)
    except BudgetSpentError as error:
        return GaveUp(str(error))


def _rule(problem: Problem, system: System, path: Path, held: Invariants) -> Rule:
    premise = known(system, held, path.source)
    seen = () if path.choices else tuple(islice(_seen(problem, path), _KEPT))
    return Rule(path, conjunction(premise, path.guard), seen)


def _seen(problem: Problem, path: Path) -> Iterator[Step]:
    """The stretches of sampled runs that take just these transitions."""
    width = len(path.steps)
    for run in problem.samples.runs:
        taken = [step.transition for step in run.steps]
        for start in range(len(taken) - width + 1):
            if tuple(taken[start : start + width]) == path.steps:
                first, last = run.steps[start], run.steps[start + width - 1]
                yield Step(first.transition, first.before, last.after, ())
