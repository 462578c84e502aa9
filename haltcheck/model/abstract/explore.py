"""Enumerates the paths from a cut point to the next ones, merging those that agree.

Blocks are taken in reverse postorder, so that every path into a block is there before it runs:
paths that differ in nothing that is still read become one, and past a width they are joined.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from haltcheck.basis.budget import BudgetSpentError
from haltcheck.basis.record import record
from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.condition import truth
from haltcheck.model.abstract.execute import execute
from haltcheck.model.abstract.fault import raised
from haltcheck.model.abstract.hidden import runs_truth
from haltcheck.model.abstract.iteration import step_iterator
from haltcheck.model.abstract.narrow import narrow
from haltcheck.model.abstract.scene import Frame, Scene
from haltcheck.model.abstract.state import FORGOTTEN, State, absorb, common_guard, same
from haltcheck.model.abstract.value import GONE, Fault, Known, Thing, Value, mask_of
from haltcheck.model.program import Block, Function, Jump, Next, Raise, Return, Test
from haltcheck.model.term import invert

_MOST_ARRIVALS = 1_000
"""So many ways are kept apart: each holds all that its own way has bound and chosen."""

RETURNED = -3
RAISED = -4


@record
class Arrival:
    """A path that came to ``target``: a cut point, or RETURNED or RAISED out of the function.

    ``value`` is what was returned.
    """

    target: int
    state: State
    value: Value | None = None


@dataclass(slots=True)
class Walk:
    """One exploration of a function from some states at some blocks.

    Edges into ``stops`` end a path there; those into blocks not in ``allowed`` (None: all are)
    end it at the block they lead to.
    """

    scene: Scene
    frame: Frame
    stops: frozenset[int]
    allowed: frozenset[int] | None
    prefix: str = ""
    caught_outside: bool = False
    width: int = 24
    bound: bool = True

    def run(self, block: int, state: State) -> list[Arrival]:
        """Every way from the start of a block on; BudgetSpentError where there are too many."""
        pending: dict[int, list[State]] = {block: [state]}
        ranks = self.frame.flow.order
        queue = [(ranks[block], block)]
        arrivals: list[Arrival] = []
        while queue:
            if len(arrivals) > _MOST_ARRIVALS:
                raise BudgetSpentError("too many ways lead through it")
            _, current = heapq.heappop(queue)
            states = pending.pop(current)
            if len(states) > self.width:
                states = [self._join(current, states)]
            for one in states:
                one.blocks = (*one.blocks, current) if not self.prefix else one.blocks
                for arrival in self._block(self.frame.function.blocks[current], one):
                    target = arrival.target
                    if target < 0 or self._stops(target):
                        arrivals.append(arrival)
                    elif target in pending:
                        self._add(target, pending[target], arrival.state)
                    else:
                        pending[target] = [arrival.state]
                        heapq.heappush(queue, (ranks[target], target))
        return arrivals

    def _stops(self, target: int) -> bool:
        return target in self.stops or (self.allowed is not None and target not in self.allowed)

    def _add(self, block: int, states: list[State], state: State) -> None:
        live = self.frame.flow.live[block]
        for other in states:
            if same(other, state, live):
                absorb(other, state)
                return
        states.append(state)

    def _join(self, block: int, states: list[State]) -> State:
        """One state that covers all: what differs is anything of its kind."""
        scene = self.scene
        scene.at(f"{self.prefix}{block}.j")
        first = states[0].fork()
        for other in states[1:]:
            common_guard(first, other)
            first.stale = first.stale or other.stale
            first.lost |= other.lost
            first.stale_places = max(first.stale_places, other.stale_places)
            first.events = first.events if first.events == other.events else ()
        for table in ("locals", "places"):
            self._join_table(first, states, table)
        for name in sorted({name for state in states for name in state.sizes}):
            found = {state.sizes.get(name) for state in states}
            if len(found) > 1:
                first.sizes[name] = FORGOTTEN
        for name in sorted({name for state in states for name in state.next_values}):
            if len({state.next_values.get(name) for state in states}) > 1:
                first.next_values[name] = FORGOTTEN
        return first

    def _join_table(self, first: State, states: list[State], name: str) -> None:
        tables: list[dict[str, Value]] = [getattr(state, name) for state in states]
        into: dict[str, Value] = getattr(first, name)
        for key in sorted({key for table in tables for key in table}):
            values = [table.get(key) for table in tables]
            if all(value == values[0] for value in values):
                continue
            mask = 0
            for value in values:
                mask |= k.UNBOUND if value is None else mask_of(value)
            if name == "places":
                into[key] = self.scene.unknown(first, k.ANY if mask & k.UNBOUND else mask)
            else:
                into[key] = self.scene.unknown(first, mask)

    def _block(self, block: Block, state: State) -> list[Arrival]:
        scene = self.scene
        scene.catching = self.caught_outside or block.handler is not None
        scene.raising = []
        states = [state]
        for position, instruction in enumerate(block.instructions):
            scene.at(f"{self.prefix}{block.id}.{position}")
            following: list[State] = []
            for one in states:
                following += execute(scene, one, instruction)
            states = following
            if not states:
                break
        arrivals: list[Arrival] = []
        for one in states:
            scene.at(f"{self.prefix}{block.id}.t")
            arrivals += self._terminate(block, one)
        arrivals += self._errors(block, scene.raising)
        scene.raising = []
        return arrivals

    def _errors(self, block: Block, raising: list[State]) -> list[Arrival]:
        """Errors go to the handler, all those of one block as few states; or out."""
        merged: list[State] = []
        out: list[Arrival] = []
        for state in raising:
            error = state.error
            if block.handler is None or error is None or error == Fault(GONE):
                out.append(Arrival(RAISED, state))
                continue
            state.locals[block.caught], state.error = error, None
            self._add(block.handler, merged, state)
        return [*out, *(Arrival(block.handler or 0, state) for state in merged)]

    def _terminate(self, block: Block, state: State) -> list[Arrival]:
        scene = self.scene
        match block.terminator:
            case Jump(to=to):
                return [Arrival(to, state)]
            case Test() as test:
                return _branches(scene, self.frame.function, state, test)
            case Next() as asking:
                return [
                    Arrival(asking.body if going else asking.done, one)
                    for going, one in step_iterator(scene, state, asking)
                ]
            case Return(value=value):
                return [Arrival(RETURNED, state, scene.read(state, value))]
            case Raise(error=error, cause=cause):
                found = Thing("error", k.OBJECT) if error is None else scene.read(state, error)
                caused = Known(None) if cause is None else scene.read(state, cause)
                state.error = raised(found, caused)
                scene.raising.append(state)
                return []


def _branches(scene: Scene, function: Function, state: State, test: Test) -> list[Arrival]:
    """Both ways of a test, as far as they are possible."""
    value = scene.read(state, test.condition)
    if runs_truth(scene.tables.resolver, function, test.condition):
        scene.may_raise(state)
    formula = truth(scene, state, value)
    other = state.fork()
    arrivals = []
    if state.suppose(formula) and narrow(scene, state, formula, value, True):
        arrivals.append(Arrival(test.then, state))
    negated = invert(formula)
    if other.suppose(negated) and narrow(scene, other, negated, value, False):
        arrivals.append(Arrival(test.orelse, other))
    return arrivals
