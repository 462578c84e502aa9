"""Recurrent sets of cycles on which the outside world answers."""

from __future__ import annotations

from typing import ClassVar

from haltcheck.basis.answer import Answer
from haltcheck.model.certificate import Claim, GaveUp, Recurrent
from haltcheck.model.system import System
from haltcheck.model.term import FALSE, conjunction
from haltcheck.proof.choice import answers
from haltcheck.proof.closure import decider, evaluator
from haltcheck.proof.cycle import cycles
from haltcheck.proof.encode import Found
from haltcheck.proof.entry import find
from haltcheck.proof.path import Path, Picks, bounds, compose
from haltcheck.proof.problem import Problem
from haltcheck.proof.steady import steady
from haltcheck.proof.technique import Technique

_TURNS = 8
_MOST_PICKS = 60
_MOST_TRIED = 400
_MOST_STARTS = 6

State = dict[str, int]


class Answered(Technique):
    """The world answers on a cycle by terms over the state, so that the cycle never ends.

    Answers that keep a variable, that just meet a bound or that are small are tried on plain
    numbers first; what survives some turns is strengthened until it is closed. Formula: for all x
    in S, guard(x, t(x)) and update(x, t(x)) in S, and S is reached. Paper: Frohn and Giesl, CADE
    2023, for variables that may be chosen.

    Decides::

        def f(ask: Callable[[], int]):
            last = ask()
            now = ask()
            while now < last:
                last = now
                now = ask()
    """

    cost: ClassVar[int] = 33

    def attempt(self, problem: Problem) -> Claim | GaveUp:
        """The first cycle that some answers keep going."""
        system = problem.system
        if not isinstance(system, System):
            return GaveUp(system.reason)
        tried = 0
        for path in cycles(system):
            if not path.world or path.world != set(path.choices):
                continue
            starts = _starts(problem, system, path)
            for picks in answers(system, path, _MOST_PICKS) if starts else ():
                tried += 1
                if tried > _MOST_TRIED:
                    return GaveUp("no answers were found that keep it going")
                found = self._try(problem, system, path, picks, starts)
                if not isinstance(found, GaveUp):
                    return Claim(problem.subject, Answer.NON_HALT, found)
        return GaveUp("no answer of the outside world is known to keep it going")

    def _try(
        self,
        problem: Problem,
        system: System,
        path: Path,
        picks: tuple[Picks, ...],
        starts: list[State],
    ) -> Recurrent | GaveUp:
        fixed = compose(system, path.steps, picks)
        if not isinstance(fixed, Path):
            return GaveUp(fixed.reason)
        for start in starts:
            seen = _turns(fixed, start)
            if len(seen) == _TURNS:
                states = steady(problem.prover, fixed, bounds(system), seen[_TURNS // 2 :])
                if states == FALSE:
                    continue
                entry = find(problem, system, fixed.source, states)
                if not isinstance(entry, GaveUp):
                    spelled = tuple(tuple(chosen.items()) for chosen in picks)
                    return Recurrent(fixed.source, states, fixed.steps, entry, spelled)
        return GaveUp("these answers do not keep it going")


def _starts(problem: Problem, system: System, path: Path) -> list[State]:
    """States at the location: some that runs met, and one in which the cycle can be taken."""
    met = problem.samples.states.get(path.source, [])
    found = met[:: max(1, len(met) // _MOST_STARTS)][:_MOST_STARTS]
    reply = problem.prover.ask(conjunction(bounds(system), path.guard))
    if isinstance(reply, Found):
        names = (variable.name for variable in system.variables)
        return [{name: reply.values.get(name, 0) for name in names}, *found]
    return []


def _turns(path: Path, start: State) -> list[State]:
    """The states before each turn of the cycle, as long as its guard lets it go on."""
    guard = decider(path.guard)
    update = [(name, evaluator(term)) for name, term in path.update.items()]
    state = start
    seen: list[State] = []
    try:
        while len(seen) < _TURNS and guard(state):
            seen.append(state)
            state = {**state, **{name: of(state) for name, of in update}}
    except (KeyError, ZeroDivisionError):
        return []
    return seen
