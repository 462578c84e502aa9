"""Looks through the states that small inputs and small answers lead to for a way back to one.

The states of a system form a graph whose edges are exact transitions, with what the outside world
answers as a further choice; a depth-first search finds a cycle that any of these choices closes,
where a run that picks at random rarely does (Courcoubetis, Vardi, Wolper and Yannakakis, FMSD
1992; PROTON's stored state, TACAS 2024, is the same question put to a bounded model checker).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from random import Random

from haltcheck.model.certificate import Values
from haltcheck.model.system import ENTRY, EXIT, Faith, System
from haltcheck.proof.sample import Machine, Run, Step, guesses, near

_INPUTS = 160
_FEW = {1: 24, 2: 8, 3: 4}
"""How many answers are tried where so many are given in one step."""

_MOST = 64
_EDGES = 12_000
_DEEPEST = 120
_FARTHEST = 10_000

_Node = tuple[int, tuple[int, ...]]


def lassos(system: System, names: frozenset[str]) -> Iterator[Run]:
    """Runs whose last state agrees with an earlier one in ``names``, inside the subject all along.

    The same on every machine; each run ends where it first comes back.
    """
    yield from _Search(system, names).found()


class _Search:
    """One search: ``done`` are the states from which nothing comes back."""

    def __init__(self, system: System, names: frozenset[str]) -> None:
        self.system = system
        self.names = sorted(names)
        self.machine = Machine(system)
        self.answers = list(dict.fromkeys((0, 1, *near(system), -1, 2, *self.machine.pool)))
        self.done: set[_Node] = set()
        self.left = _EDGES

    def found(self) -> Iterator[Run]:
        random = Random(20_003)
        for inputs in guesses(self.system, random, _INPUTS):
            if self.left > 0 and self.machine.admits(inputs):
                yield from self._from(inputs)

    def _from(self, inputs: Values) -> Iterator[Run]:
        state = {variable.name: 0 for variable in self.system.variables} | dict(inputs)
        path: list[Step] = []
        open_at: dict[_Node, int] = {}
        stack = [(self._node(ENTRY, state), self._steps(ENTRY, state))]
        open_at[stack[0][0]] = 0
        while stack:
            node, steps = stack[-1]
            step = next(steps, None)
            if step is None or self.left <= 0:
                stack.pop()
                self.done.add(node)
                del open_at[node]
                if path:
                    path.pop()
                continue
            target = self.system.transitions[step.transition].target
            after = self._node(target, step.after)
            if after in open_at:
                if self._stays(path[open_at[after] :]):
                    yield Run(inputs, (*path, step))
            elif after not in self.done and len(stack) < _DEEPEST:
                path.append(step)
                open_at[after] = len(path)
                stack.append((after, self._steps(target, step.after)))

    def _stays(self, steps: list[Step]) -> bool:
        places = (self.system.transitions[step.transition].target for step in steps)
        return all(place in self.system.inside for place in places)

    def _node(self, location: int, state: dict[str, int]) -> _Node:
        return location, tuple(state[name] for name in self.names)

    def _steps(self, location: int, state: dict[str, int]) -> Iterator[Step]:
        """What exact transitions make of a state, whatever the world may answer."""
        for index in self.machine.outgoing[location]:
            transition = self.system.transitions[index]
            if transition.target == EXIT or transition.faith is not Faith.EXACT:
                continue
            if set(transition.choices) - transition.world:
                continue
            for choices in self._choices(transition.choices):
                self.left -= 1
                step = self.machine.take(index, state, choices)
                if step is not None and self._is_near(step.after):
                    yield step

    def _choices(self, names: tuple[str, ...]) -> Iterator[dict[str, int]]:
        few = self.answers[: _FEW.get(len(names), 2)]
        for values in islice(product(few, repeat=len(names)), _MOST):
            yield dict(zip(names, values, strict=True))

    def _is_near(self, state: dict[str, int]) -> bool:
        return all(abs(state[name]) <= _FARTHEST for name in self.names)
