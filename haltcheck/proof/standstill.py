"""Shows that no ranking function can exist: some round may leave a reachable state as it is.

The system over-approximates the program, so this says nothing of the program; it only spares the
searches for measures the questions whose answer is known beforehand.
"""

from __future__ import annotations

from haltcheck.model.system import System
from haltcheck.model.term import Formula, Integer, apply, compare, conjunction
from haltcheck.proof.encode import Found, Prover
from haltcheck.proof.path import Path, inner, single
from haltcheck.proof.sample import Samples

_MOST_STATES = 4
_MOST_QUESTIONS = 24


def stands_still(system: System, prover: Prover, samples: Samples) -> bool:
    """Whether a transition from a location to itself may keep a state that a sampled run met."""
    questions = _MOST_QUESTIONS
    for index in inner(system):
        path = single(system, index)
        if path.source != path.target:
            continue
        if any(step.before == step.after for step in samples.steps.get(index, ())):
            return True
        for state in _spread(samples.states.get(path.source, [])):
            if not questions:
                return False
            questions -= 1
            if isinstance(prover.ask(_kept(path, state)), Found):
                return True
    return False


def _spread(states: list[dict[str, int]]) -> list[dict[str, int]]:
    """A few of the states, from all along the runs."""
    return states[:: max(1, len(states) // _MOST_STATES)][:_MOST_STATES]


def _kept(path: Path, state: dict[str, int]) -> Formula:
    """The path is taken in the state, and leaves it as it is."""
    values = {name: Integer(value) for name, value in state.items()}
    same = (compare("==", after, values[name]) for name, after in path.update.items())
    return apply(conjunction(path.guard, *same), values)
