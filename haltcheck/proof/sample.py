"""Runs a system on plain numbers: cheap evidence against bad guesses, and candidate states.

Nothing here is believed; it only spares the solver questions whose answer a run already shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import islice
from random import Random

from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.model.answer import asked_in
from haltcheck.model.certificate import Values
from haltcheck.model.system import ENTRY, System, Transition, Variable
from haltcheck.model.term import And, conjunction, variables
from haltcheck.proof.closure import Decider, Evaluator, decider, evaluator
from haltcheck.proof.simplify import numbers

_RUNS = 24
ROUNDS = 40
_TRIES = 6
_LARGEST = 10**24
_KEPT = 60
_CONSTANTS = 6
_FEW = 4
_SEARCHED = 16
_MANY = 48
_ALIKE = 0.2
"""How often all answers on the way in are the same."""

_DRAWN = 64
"""A random number between 0 and 1 takes so many bits of the generator."""


@record
class Step:
    """One transition taken on plain numbers; ``choices`` are the values of its choices."""

    transition: int
    before: dict[str, int]
    after: dict[str, int]
    choices: Values


@record
class Run:
    """Steps from ENTRY on, from these inputs."""

    inputs: Values
    steps: tuple[Step, ...]


@dataclass(slots=True)
class Samples:
    """Runs, and what was seen in them by transition and by location."""

    runs: list[Run] = field(default_factory=list)
    steps: dict[int, list[Step]] = field(default_factory=lambda: defaultdict(list))
    states: dict[int, list[dict[str, int]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, system: System, run: Run) -> None:
        """Takes a run in."""
        self.runs.append(run)
        for step in run.steps:
            if len(self.steps[step.transition]) < _KEPT:
                self.steps[step.transition].append(step)
            target = system.transitions[step.transition].target
            if len(self.states[target]) < 2 * _KEPT:
                self.states[target].append(step.after)


Updates = list[tuple[str, Evaluator]]


class Machine:
    """A system made ready to run, each transition when control first comes to it."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.entry = decider(system.entry_condition)
        self.outgoing: dict[int, list[int]] = defaultdict(list)
        self.asking = [bool(asked_in(one.world)) for one in system.transitions]
        self.plain = [
            not one.choices and not asks
            for one, asks in zip(system.transitions, self.asking, strict=True)
        ]
        self.early: dict[int, Decider | None] = {}
        self.ready: dict[int, tuple[Decider, Updates]] = {}
        for index, transition in enumerate(system.transitions):
            self.outgoing[transition.source].append(index)

    @cached_property
    def pool(self) -> list[int]:
        """What inputs, and answers on the way in, are drawn from."""
        return _pool(self.system)

    def run(self, inputs: Values, random: Random, rounds: int) -> Run:
        """A run of at most so many transitions; it ends where none is found to be possible."""
        return self.carry_on(Run(inputs, ()), random, rounds)

    def carry_on(self, run: Run, random: Random, rounds: int) -> Run:
        """The same run, with at most so many transitions in all."""
        steps = list(run.steps)
        location, state = self._end(run)
        while len(steps) < rounds:
            step = self._step(location, state, random)
            if step is None:
                break
            steps.append(step)
            state = step.after
            location = self.system.transitions[step.transition].target
            if state and (max(state.values()) > _LARGEST or min(state.values()) < -_LARGEST):
                break
        return Run(run.inputs, tuple(steps))

    def _end(self, run: Run) -> tuple[int, dict[str, int]]:
        """Where the run is, and in which state."""
        if run.steps:
            last = run.steps[-1]
            return self.system.transitions[last.transition].target, last.after
        state = {variable.name: 0 for variable in self.system.variables}
        return ENTRY, state | dict(run.inputs)

    def _step(self, location: int, state: dict[str, int], random: Random) -> Step | None:
        possible = self.outgoing[location]
        if len(possible) > 1:
            possible = possible.copy()
            random.shuffle(possible)
        for index in possible:
            if self.plain[index]:
                step = self.take(index, state, {})
                if step is not None:
                    return step
                continue
            if not self._may_allow(index, state):
                self._pass(index, random)
                continue
            for choices in self._choices(index, random):
                step = self.take(index, state, choices)
                if step is not None:
                    return step
        return None

    def take(self, index: int, state: dict[str, int], choices: dict[str, int]) -> Step | None:
        """The transition from a state with these choices; None where its guard is false."""
        at = {**state, **choices} if choices else state
        guard, updates = self.of(index)
        try:
            if not guard(at):
                return None
        except ZeroDivisionError:
            return None
        after = {**state, **{name: of(at) for name, of in updates}}
        return Step(index, state, after, tuple(choices.items()))

    def of(self, index: int) -> tuple[Decider, Updates]:
        """The guard of a transition, and what it does."""
        found = self.ready.get(index)
        if found is None:
            found = self.ready[index] = _ready(self.system.transitions[index])
        return found

    def _may_allow(self, index: int, state: dict[str, int]) -> bool:
        """Whether the part of the guard holds that no choice counts for."""
        if index not in self.early:
            self.early[index] = _early(self.system.transitions[index])
        early = self.early[index]
        try:
            return early is None or early(state)
        except ZeroDivisionError:
            return False
        except KeyError:
            return True

    def _pass(self, index: int, random: Random) -> None:
        """Draws what choices that are in vain would have drawn."""
        for _ in self._choices(index, random, in_vain=True):
            pass

    def _choices(
        self, index: int, random: Random, *, in_vain: bool = False
    ) -> Iterator[dict[str, int]]:
        """Small values; what callables answer on the way in is as free as any input."""
        transition = self.system.transitions[index]
        if not self.asking[index] or transition.source in self.system.inside:
            if in_vain:
                random.getrandbits(_DRAWN * _TRIES * len(transition.choices))
                return
            yield from _choices(transition, random)
            return
        for _ in range(_TRIES):
            alike = random.choice(self.pool) if random.random() < _ALIKE else None
            yield {
                name: random.choice(self.pool) if alike is None else alike
                for name in transition.choices
            }

    def admits(self, inputs: Values) -> bool:
        """The inputs are in the domain."""
        try:
            return self.entry(dict(inputs))
        except (KeyError, ZeroDivisionError):
            return True


def _ready(transition: Transition) -> tuple[Decider, Updates]:
    updates = [(name, evaluator(term)) for name, term in transition.update]
    return decider(transition.guard), updates


def _early(transition: Transition) -> Decider | None:
    """The part of the guard that no choice counts for; None where there is none to speak of."""
    guard = transition.guard
    if not transition.choices or not isinstance(guard, And):
        return None
    chosen = frozenset(transition.choices)
    parts = [one for one in guard.parts if variables(one).isdisjoint(chosen)]
    return decider(conjunction(*parts)) if parts else None


def _choices(transition: Transition, random: Random) -> Iterator[dict[str, int]]:
    if not transition.choices:
        yield {}
        return
    draw = random.random
    for attempt in range(_TRIES):
        low = -3 if attempt > 1 else 0
        width = 2 + 2 * attempt - low
        yield {name: low + int(draw() * width) for name in transition.choices}


def sample(system: System, runs: int = _RUNS, rounds: int = ROUNDS) -> Samples:
    """Runs from small inputs and from the constants of the system; the same on every machine."""
    samples = Samples()
    for _ in drawn(system, samples, runs, rounds):
        pass
    return samples


def drawn(
    system: System, samples: Samples, runs: int = _RUNS, rounds: int = ROUNDS
) -> Iterator[Run]:
    """The runs of ``sample`` one by one, each taken into the samples as it is drawn."""
    random = Random(20_001)
    machine = Machine(system)
    if len(system.transitions) > _MANY:
        runs = runs // 4
    for inputs in guesses(system, random, runs):
        if machine.admits(inputs):
            run = machine.run(inputs, random, rounds)
            samples.add(system, run)
            yield run
    if not system.inside & samples.states.keys():
        # Few inputs get there: many more are tried, and only those count that do.
        entering = (run for run in _searched(machine, random, runs) if _enters(system, run))
        for run in islice(entering, runs // 2):
            samples.add(system, run)
            yield run


def _searched(machine: Machine, random: Random, runs: int) -> Iterator[Run]:
    for inputs in guesses(machine.system, random, _SEARCHED * runs):
        if machine.admits(inputs):
            yield machine.run(inputs, random, ROUNDS)


def _enters(system: System, run: Run) -> bool:
    return any(system.transitions[step.transition].target in system.inside for step in run.steps)


def guesses(system: System, random: Random, count: int) -> Iterator[Values]:
    """Inputs worth trying, all different."""
    free = [variable for variable in system.variables if variable.parameter]
    if not free:
        yield from [()] * (count if _asks_before(system) else 1)
        return
    pool = _pool(system)
    seen: set[Values] = set()
    telling = list(_telling(len(free)))
    for attempt in range(3 * count):
        drawn = [random.choice(pool) for _ in free]
        chosen = telling[attempt] if attempt < len(telling) else drawn
        values = tuple(
            (variable.name, _clip(variable, number))
            for variable, number in zip(free, chosen, strict=True)
        )
        if values not in seen:
            seen.add(values)
            yield values
        if len(seen) >= count:
            return


def _telling(width: int) -> Iterator[list[int]]:
    """All alike, then in order, then one of a few that is zero where the others are not."""
    yield from ([number] * width for number in (0, 1, 2, -1, 10))
    if 1 < width <= _FEW:
        yield from ([2 * place + 1 for place in places] for places in _stairs(width))
        for place in range(width):
            yield [0 if at == place else 3 for at in range(width)]


def _stairs(width: int) -> tuple[list[int], list[int]]:
    """Places in order, upwards and downwards."""
    return list(range(width)), list(reversed(range(width)))


def _asks_before(system: System) -> bool:
    """Whether callables answer before the subject is entered: runs differ by their answers."""
    ways = (one for one in system.transitions if one.source not in system.inside)
    return any(asked_in(one.world) for one in ways)


@partial(once, most=16)
def _pool(system: System) -> list[int]:
    return [*range(-3, 8), *near(system), 17, 40]


def near(system: System) -> list[int]:
    """The least constants of the system, and their neighbours."""
    found: set[int] = set()
    for transition in system.transitions:
        found |= numbers(transition.guard)
        for _, term in transition.update:
            found |= numbers(term)
    least = sorted(found, key=abs)[:_CONSTANTS]
    return [*least, *(n + 1 for n in least), *(n - 1 for n in least)]


def _clip(variable: Variable, value: int) -> int:
    if variable.low is not None and value < variable.low:
        return variable.low + (variable.low - value) % 7 if variable.high is None else variable.low
    return value if variable.high is None else min(value, variable.high)
