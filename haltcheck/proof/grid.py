"""Runs a system from every small input and tells which runs end: evidence, never truth."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from random import Random

from haltcheck.basis.record import record
from haltcheck.model.certificate import GaveUp, Values
from haltcheck.model.system import ENTRY, EXIT, Faith, System, Transition, Variable
from haltcheck.proof.sample import Machine, Step
from haltcheck.proof.simplify import numbers

_REACH = {1: 12, 2: 5, 3: 3, 4: 2}
"""How far from 0 inputs go, by the number of parameters."""

_MOST_TRIALS = 500
_MOST_FAR = 100
_WIDE = (8, 16, 40)
_MOST_VALUES = {1: 60, 2: 22, 3: 7, 4: 4, 5: 3}
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
    plain = {index for index, one in enumerate(system.transitions) if _is_plain(one)}
    if not any(system.transitions[index].source == ENTRY for index in plain):
        return GaveUp("no way in is exact")
    found: list[Trial] = []
    left = _STEPS
    near = list(islice(_inputs(system), _MOST_TRIALS))
    for position, inputs in enumerate((*near, *_far(system, set(near)))):
        if left > 0 and machine.admits(inputs):
            run = _run(machine, plain, inputs, position >= len(near))
            if run is not None:
                found.append(run)
                left -= len(run.steps)
    return tuple(found)


def trial(system: System, inputs: Values) -> Trial | None:
    """The run from these inputs; None where it is not exact or takes too long."""
    machine = Machine(system)
    plain = {index for index, one in enumerate(system.transitions) if _is_plain(one)}
    return _run(machine, plain, inputs, is_far=True)


def _is_plain(transition: Transition) -> bool:
    return transition.faith is Faith.EXACT and not transition.choices


def _far(system: System, near: set[Values]) -> Iterator[Values]:
    """Inputs at random, the same on every machine, against conditions that fit small ones only."""
    random = Random(30_001)
    free = [variable for variable in system.variables if variable.parameter]
    for _ in range(_MOST_FAR if free else 0):
        wide = random.choice(_WIDE)
        values = tuple((one.name, _within(one, random.randint(-wide, wide))) for one in free)
        if values not in near:
            near.add(values)
            yield values


def _within(variable: Variable, value: int) -> int:
    low = value if variable.low is None else max(value, variable.low)
    return low if variable.high is None else min(low, variable.high)


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


def _run(machine: Machine, plain: set[int], inputs: Values, is_far: bool) -> Trial | None:
    """The run along exact transitions; None where it comes to what is not exact.

    Far from 0 a run may just take long: None where it neither ends nor comes back.
    """
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
    is_long = len(steps) >= _ROUNDS and is_far
    return None if is_long else Trial(inputs, False, tuple(steps))


def _taken(machine: Machine, plain: set[int], place: int, state: dict[str, int]) -> Step | None:
    for index in machine.outgoing[place]:
        if index in plain:
            guard, updates = machine.of(index)
            try:
                if guard(state):
                    after = {**state, **{name: of(state) for name, of in updates}}
                    return Step(index, state, after, ())
            except ZeroDivisionError:
                continue
    return None


def _is_unclear(machine: Machine, plain: set[int], place: int) -> bool:
    """Something that is not exact may go on from here."""
    return any(index not in plain for index in machine.outgoing[place])
