"""Runs a system from every small input and tells which runs end: evidence, never truth."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from haltcheck.basis.record import record
from haltcheck.model.certificate import GaveUp, Values
from haltcheck.model.system import ENTRY, EXIT, Faith, System, Variable
from haltcheck.proof.sample import Machine, Step
from haltcheck.proof.simplify import numbers

_REACH = {1: 12, 2: 5, 3: 3, 4: 2}
"""How far from 0 inputs go, by the number of parameters."""

_MOST_TRIALS = 700
_MOST_VALUES = {1: 60, 2: 26, 3: 8, 4: 5, 5: 3}
"""How many values each parameter takes, so that all combinations are few enough."""

_ROUNDS = 160
_STEPS = 40_000
_LARGEST = 10**12
_CONSTANTS = 3
_FARTHEST = 200


@record
class Trial:
    """The run from these inputs; ``ends`` is false where it came back or went on for too long."""

    inputs: Values
    ends: bool
    steps: tuple[Step, ...]


def trials(system: System) -> tuple[Trial, ...] | GaveUp:
    """The runs from all small inputs, where nothing but the inputs decides how they go on."""
    machine = Machine(system)
    plain = [
        index
        for index, one in enumerate(system.transitions)
        if one.faith is Faith.EXACT and not one.choices
    ]
    if not any(system.transitions[index].source == ENTRY for index in plain):
        return GaveUp("no way in is exact")
    found: list[Trial] = []
    left = _STEPS
    for inputs in islice(_inputs(system), _MOST_TRIALS):
        if left > 0 and machine.admits(inputs):
            trial = _run(machine, set(plain), inputs)
            if trial is not None:
                found.append(trial)
                left -= len(trial.steps)
    return tuple(found)


def _inputs(system: System) -> Iterator[Values]:
    free = [variable for variable in system.variables if variable.parameter]
    values = [_values(system, variable, len(free)) for variable in free]
    for chosen in product(*values):
        yield tuple((one.name, value) for one, value in zip(free, chosen, strict=True))


def _values(system: System, variable: Variable, count: int) -> list[int]:
    """Values around 0 and around the greatest constants, as many as all parameters can take."""
    most = _MOST_VALUES.get(count, 2)
    reach = _REACH.get(count, 1)
    far = sorted(one for one in _constants(system) if abs(one) > reach)[-_CONSTANTS:]
    near = [sign * one + by for one in reversed(far) for sign in (1, -1) for by in (-1, 0, 1)]
    around = near[: most // 2]
    low = -_FARTHEST if variable.low is None else variable.low
    high = _FARTHEST if variable.high is None else variable.high
    start = min(max(0, low), high)
    close = sorted(range(start - reach, start + reach + 1), key=lambda one: abs(one - start))
    fitting = [one for one in dict.fromkeys((*around, *close)) if low <= one <= high]
    return sorted(fitting[:most], key=lambda one: (abs(one), one))


def _constants(system: System) -> set[int]:
    found: set[int] = set()
    for transition in system.transitions:
        found |= numbers(transition.guard)
    return {one for one in found if abs(one) <= _FARTHEST}


def _run(machine: Machine, plain: set[int], inputs: Values) -> Trial | None:
    """The run along exact transitions; None where it comes to what is not exact."""
    state = {variable.name: 0 for variable in machine.system.variables} | dict(inputs)
    place, steps = ENTRY, list[Step]()
    seen: set[tuple[object, ...]] = set()
    while len(steps) < _ROUNDS:
        known = (place, *state.values())
        if known in seen or any(abs(value) > _LARGEST for value in state.values()):
            break
        seen.add(known)
        taken = _taken(machine, plain, place, state)
        if taken is None:
            return None if _is_unclear(machine, plain, place) else Trial(inputs, True, tuple(steps))
        steps.append(taken)
        place, state = machine.system.transitions[taken.transition].target, taken.after
        if place == EXIT:
            return Trial(inputs, True, tuple(steps))
    return Trial(inputs, False, tuple(steps))


def _taken(machine: Machine, plain: set[int], place: int, state: dict[str, int]) -> Step | None:
    for index in machine.outgoing[place]:
        if index in plain:
            try:
                if machine.guards[index](state):
                    after = {**state, **{name: of(state) for name, of in machine.updates[index]}}
                    return Step(index, state, after, ())
            except ZeroDivisionError:
                continue
    return None


def _is_unclear(machine: Machine, plain: set[int], place: int) -> bool:
    """Something that is not exact may go on from here."""
    return any(index not in plain for index in machine.outgoing[place])
