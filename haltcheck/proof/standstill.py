"""Shows that no ranking function can exist: some round may leave a reachable state as it is.

The system over-approximates the program, so this says nothing of the program; it only spares the
searches for measures the questions whose answer is known beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from haltcheck.model.certificate import Invariants
from haltcheck.model.system import System
from haltcheck.model.term import (
    Formula,
    Integer,
    Variable,
    apply,
    compare,
    conjunction,
    evaluate,
    holds,
)
from haltcheck.proof.encode import Found, Prover
from haltcheck.proof.kernel_halting import known
from haltcheck.proof.path import Path, compose, inner, single
from haltcheck.proof.sample import Run, Samples

_MOST_STATES = 4
_MOST_QUESTIONS = 24
_MOST = 40


def stands_still(system: System, prover: Prover, samples: Samples) -> bool:
    """Whether a transition from a location to itself may keep a state that a sampled run met."""
    questions = _MOST_QUESTIONS
    for index in _back_to_itself(system):
        path = single(system, index)
        if any(step.before == step.after for step in samples.steps.get(index, ())):
            return True
        for state in _spread(samples.states.get(path.source, [])):
            if not questions:
                return False
            questions -= 1
            if _is_seen_to_stay(path, state) or _may_be(prover, _kept(path, state)):
                return True
    return False


def looping(system: System) -> tuple[int, ...]:
    """The transitions that ``stands_still`` looks at whatever it has to ask on the way."""
    return tuple(islice(_back_to_itself(system), _MOST_QUESTIONS // _MOST_STATES + 1))


def _back_to_itself(system: System) -> Iterator[int]:
    """The transitions from a location inside to itself."""
    ways = system.transitions
    return (index for index in inner(system) if ways[index].source == ways[index].target)


def is_seen_to_stand(loops: Sequence[int], samples: Samples, drawing: Iterable[Run]) -> bool:
    """Whether a run takes one of the transitions and stays as it was; the first such is the last.

    The runs are taken into the samples as they are drawn.
    """
    looked = dict.fromkeys(loops, 0)
    for _ in drawing:
        for index in loops:
            steps = samples.steps.get(index, ())
            if any(step.before == step.after for step in islice(steps, looked[index], None)):
                return True
            looked[index] = len(steps)
    return False


def _may_be(prover: Prover, formula: Formula) -> bool:
    return isinstance(prover.ask(formula, plainly=True), Found)


def _is_seen_to_stay(path: Path, state: dict[str, int]) -> bool:
    """Some plain choices keep the state: those that are updates stay, the others are 0 or 1."""
    stays = {
        term.name: state[name]
        for name, term in path.update.items()
        if isinstance(term, Variable) and term.name in path.choices and name in state
    }
    return any(_stays(path, state, dict.fromkeys(path.choices, other) | stays) for other in (0, 1))


def _stays(path: Path, state: dict[str, int], choices: dict[str, int]) -> bool:
    at = {**state, **choices}
    try:
        kept = all(evaluate(term, at) == state.get(name) for name, term in path.update.items())
        return kept and holds(path.guard, at)
    except (KeyError, ZeroDivisionError):
        return False


def _spread(states: list[dict[str, int]]) -> list[dict[str, int]]:
    """A few of the states, from all along the runs."""
    return states[:: max(1, len(states) // _MOST_STATES)][:_MOST_STATES]


def _kept(path: Path, state: dict[str, int]) -> Formula:
    """The path is taken in the state, and leaves it as it is."""
    values = {name: Integer(value) for name, value in state.items()}
    same = (compare("==", after, values[name]) for name, after in path.update.items())
    return apply(conjunction(path.guard, *same), values)


def may_stand_still(system: System, prover: Prover, invariants: Invariants) -> bool:
    """A cycle of one or two transitions leads from some state of the invariants to itself.

    No measure of the state falls on it, so that no halting certificate with these invariants
    exists.
    """
    for path in _cycles(system):
        same = (compare("==", term, Variable(name)) for name, term in path.update.items())
        state = conjunction(known(system, invariants, path.source), path.guard, *same)
        if _may_be(prover, state):
            return True
    return False


def _cycles(system: System) -> Iterator[Path]:
    steps = inner(system)
    ends = {
        step: (system.transitions[step].source, system.transitions[step].target) for step in steps
    }
    single = [(step,) for step in steps if ends[step][0] == ends[step][1]]
    double = [
        (one, other)
        for one in steps
        for other in steps
        if ends[one] == (ends[other][1], ends[other][0]) and ends[one][0] < ends[one][1]
    ]
    for sequence in [*single, *double][:_MOST]:
        path = compose(system, sequence)
        if isinstance(path, Path):
            yield path
