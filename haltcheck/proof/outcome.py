"""What functions give back on small arguments: their ways to the end, run on plain numbers.

Nothing here is believed; it suggests contracts and spares the solver those that a run refutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from haltcheck.basis.record import record
from haltcheck.model.system import Result, System
from haltcheck.model.term import Formula, variables
from haltcheck.proof.closure import decider, evaluator
from haltcheck.proof.simplify import numbers, parts_of

_DEEPEST = 100
_FUEL = 6_000
_MOST = 150
_SPREAD = {1: 40, 2: 12, 3: 6}
_FAR = 1_000

State = dict[str, int]


@record
class Outcome:
    """A call with these arguments gives back this value."""

    arguments: State
    value: int


class _UnclearError(Exception):
    """The run needs what nobody knows, or does not come to its end in time."""


def outcomes(system: System, location: int, names: list[str]) -> tuple[Outcome, ...]:
    """Calls of the function at a location, as far as their values are known."""
    runner = _Runner(system)
    found: list[Outcome] = []
    for arguments in islice(_arguments(system, location, names), _MOST):
        try:
            found.append(Outcome(arguments, runner.value(location, arguments)))
        except (_UnclearError, KeyError, ZeroDivisionError):
            continue
    return tuple(found)


def parameters(system: System, location: int) -> list[str]:
    """Integers that the function is handed in every call that is known."""
    calls = [call for one in system.transitions for call in one.returned]
    calls += [call for one in system.results for call in one.returned]
    handed = [{name for name, _ in call.arguments} for call in calls if call.location == location]
    return sorted(set.intersection(*handed)) if handed else []


def _arguments(system: System, location: int, names: list[str]) -> Iterator[State]:
    """Small numbers, and those around what the function compares with."""
    mine = [one for one in system.results if one.source == location]
    marks = {one for result in mine for one in numbers(result.guard) if abs(one) <= _FAR}
    near = {mark + by for mark in marks for by in range(-3, 13)}
    spread = sorted(
        {*range(-4, 8), *near}, key=lambda one: (min(abs(one - m) for m in (0, *marks)), one)
    )
    most = _SPREAD.get(len(names), 4)
    for values in product(sorted(spread[:most]), repeat=len(names)):
        yield dict(zip(names, values, strict=True))


class _Runner:
    """Runs calls; the values of those that ended are kept."""

    def __init__(self, system: System) -> None:
        self.ways: dict[int, list[Result]] = {}
        for result in system.results:
            self.ways.setdefault(result.source, []).append(result)
        self.known: dict[tuple[int, tuple[tuple[str, int], ...]], int] = {}
        self.depth = 0
        self.fuel = _FUEL

    def value(self, location: int, arguments: State) -> int:
        """What the call gives back."""
        key = (location, tuple(sorted(arguments.items())))
        if key not in self.known:
            self.depth += 1
            self.fuel -= 1
            try:
                if self.depth > _DEEPEST or self.fuel < 0:
                    raise _UnclearError
                self.known[key] = self._run(location, arguments)
            finally:
                self.depth -= 1
        return self.known[key]

    def _run(self, location: int, arguments: State) -> int:
        for way in self.ways.get(location, ()):
            state = dict(arguments)
            if self._follows(way, state):
                return evaluator(way.value)(state)
        raise _UnclearError

    def _follows(self, way: Result, state: State) -> bool:
        """Whether the way is taken; the state learns what its calls give back."""
        pending = list(parts_of(way.guard))
        calls = list(way.returned)
        while True:
            ready = [part for part in pending if variables(part) <= state.keys()]
            pending = [part for part in pending if part not in ready]
            if not all(decider(part)(state) for part in ready):
                return False
            if not calls:
                break
            call = calls.pop(0)
            handed = {name: evaluator(term)(state) for name, term in call.arguments}
            state[call.result] = self.value(call.location, handed)
        if pending:
            raise _UnclearError
        return True


def agrees(formula: Formula, found: tuple[Outcome, ...], name: str) -> bool:
    """Whether a formula holds of all outcomes, the value under this name."""
    test = decider(formula)
    try:
        return all(test({**one.arguments, name: one.value}) for one in found)
    except (KeyError, ZeroDivisionError):
        return False
