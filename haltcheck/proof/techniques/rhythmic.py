"""Recurrent sets along the cycle that a long run falls into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Claim, GaveUp, Recurrent
from haltcheck.model.system import System
from haltcheck.model.term import FALSE, Integer, Term
from haltcheck.proof.closure import decider
from haltcheck.proof.degree import degree
from haltcheck.proof.entry import entry_of
from haltcheck.proof.path import Path, bounds, compose
from haltcheck.proof.problem import Problem
from haltcheck.proof.rhythm import Rhythm, rhythms
from haltcheck.proof.sample import Run, Step
from haltcheck.proof.steady import steady
from haltcheck.proof.technique import Technique

_STEEPEST = 4


class Rhythmic(Technique):
    """A long run repeats the same transitions for ever, though no state comes back.

    The cycle is read off the run, however long it is, and its guard is strengthened by what the
    states of the run bear out. Formula: S and the states of the run agree, S implies the guard of
    the cycle and S after it. Papers: Frohn and Giesl, CADE 2023, for the cycle; DynamiTe, OOPSLA
    2020, for reading it off runs.

    Decides::

        def f():
            height = 1
            speed = 9
            while height > 0:
                height += speed
                speed -= 1
                if speed < -3:
                    speed = 9
    """

    cost: ClassVar[int] = 32

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The first cycle that the guards let go on for ever."""
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        tried: set[tuple[int, ...]] = set()
        for run in problem.journeys:
            for rhythm in _turned(system, run):
                if rhythm.cycle not in tried:
                    tried.add(rhythm.cycle)
                    found = _closed(problem, system, rhythm)
                    if not isinstance(found, GaveUp):
                        return Claim(problem.subject, Answer.NON_HALT, found)
        return GaveUp("no run repeats its transitions for a reason that stays")


def _turned(system: System, run: Run) -> Iterator[Rhythm]:
    """The cycle, and twice the cycle: signs may alternate."""
    for rhythm in rhythms(system, run):
        yield rhythm
        yield replace(rhythm, period=2 * rhythm.period)


def _closed(problem: Problem, system: System, rhythm: Rhythm) -> Recurrent | GaveUp:
    """The cycle with states that it is closed on, and the run's way into them."""
    picks = tuple(_world(system, step) for step in rhythm.turn())
    path = compose(system, rhythm.cycle, picks)
    states = rhythm.states()
    if not isinstance(path, Path) or degree(path.guard) > _STEEPEST:
        return GaveUp("the cycle is too steep")
    found = steady(problem.prover, path, bounds(system), states[len(states) // 2 :])
    inside = decider(found)
    for turn, state in enumerate(states):
        if found != FALSE and inside(state):
            entry = entry_of(system, rhythm.run, rhythm.start + turn * rhythm.period)
            spelled = tuple(tuple(chosen.items()) for chosen in picks)
            return Recurrent(path.source, found, rhythm.cycle, entry, spelled)
    return GaveUp("the cycle need not repeat")


def _world(system: System, step: Step) -> dict[str, Term]:
    """What the outside world chose in this step, for it may choose so again."""
    free = system.transitions[step.transition].world
    return {name: Integer(value) for name, value in step.choices if name in free}
