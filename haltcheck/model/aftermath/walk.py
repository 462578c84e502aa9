"""Walks a round after an event, block by block, into what it calls.

Paths that meet are joined. A test on what stands still goes the way that is supposed; any other
that is not decided goes both ways, and both must stay.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Mapping

from haltcheck.basis.once import once
from haltcheck.basis.span import Span
from haltcheck.model.abstract.flow import flow_of
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.execute import execute, read, tested
from haltcheck.model.aftermath.failure import drawn, kept, retried
from haltcheck.model.aftermath.lazy import lazy, only_looks
from haltcheck.model.aftermath.mistake import is_mistaken
from haltcheck.model.aftermath.outcome import (
    BackError,
    Event,
    LeavesError,
    RaisedError,
    UnfollowedError,
)
from haltcheck.model.aftermath.standing import learn
from haltcheck.model.aftermath.start import immutable
from haltcheck.model.aftermath.state import State, become_as, join, joined
from haltcheck.model.aftermath.supply import Supply, made_of, mapped
from haltcheck.model.aftermath.turn import Turn, leaves, turn
from haltcheck.model.aftermath.value import (
    UNSURE,
    Empty,
    Error,
    Known,
    Listed,
    Symbol,
    Unsure,
    Value,
    Walker,
)
from haltcheck.model.aftermath.walked import Mark, Walked
from haltcheck.model.instruction import Call, CallMethod, Local, Operand, Operate
from haltcheck.model.program import Block, Function, Jump, Loop, Next, Raise, Return, Test

_STEPS = 6_000
_DEEP = 3
_CALLS = (Call, CallMethod)
_DECIDED = 10
"""So many facts are decided before those that lead nowhere else are left open."""


def run(
    context: Context, function: Function, state: State, arguments: dict[str, Value]
) -> tuple[State, Value]:
    """Steps into a function of the file: its state at the end and what it returns."""
    if context.recursive and context.running == [function.qualname]:
        raise BackError(arguments)
    if context.event is Event.INFINITE and (given := mapped(function)) is not None:
        return state, Walker(_supplied(context, given, state))
    if function.name == "<genexpr>" and only_looks(context.resolver, function):
        return state, lazy(context.event, function, state, arguments)
    deep = context.depth >= _DEEP or function.qualname in context.running
    if deep or function.is_generator or function.rebound:
        raise UnfollowedError(f"{function.qualname} is not followed")
    outer, caller, trying = context.function, state.locals, context.trying
    state.locals = dict(arguments)
    fixed = immutable(function).intersection(arguments)
    context.texts |= {one.text for name in fixed if isinstance(one := arguments[name], Symbol)}
    context.function, context.depth = function, context.depth + 1
    context.running.append(function.qualname)
    walk = Walk(context, function, None)
    walks = context.nesting.walks
    for caller_walk in walks[-1:]:
        caller_walk.calls += 1
    walks.append(walk)
    try:
        walk.run(0, state)
    finally:
        walks.pop()
        context.function, context.depth, context.trying = outer, context.depth - 1, trying
        context.running.pop()
    if walk.back is None and walk.raised is not None:
        become_as(state, walk.raised)
        state.locals = caller
    if walk.back is None:
        raise walk.error or LeavesError(f"{function.qualname} does not return")
    if walk.error is not None:
        raise LeavesError(f"{function.qualname} may raise")
    walk.back.locals = caller
    return walk.back, walk.returned or Known(None)


def _refusable(
    context: Context, function: Function, loop: Loop | None
) -> tuple[frozenset[int], frozenset[Span], frozenset[Span]]:
    """Blocks of a loop that are tried again, calls that alone move it, and those that draw."""
    if loop is None or context.event is not Event.ERROR:
        return frozenset(), frozenset(), frozenset()
    return retried(function, loop), context.advances, drawn(function, loop)


class Walk(Walked):
    """One pass from a block on, with states joined where ways meet."""

    def __init__(self, context: Context, function: Function, loop: Loop | None) -> None:
        super().__init__()
        self.context = context
        self.function = function
        self.loop = loop
        self.depth = _depths(function)
        self.order = flow_of(function).order
        self.supply = context.supply if loop is not None else None
        self.head = loop.head if loop is not None else -1
        self.trying = context.trying
        self.retried, self.advancing, self.drawn = _refusable(context, function, loop)
        self.asking = context.asks
        self.follows = context.chooses is not None

    def run(self, block: int, state: State) -> None:
        """Everything that can be reached, to a fixed point; from where it stood, if it did."""
        ahead = self.context.nesting.ahead
        if ahead:
            self._resume(ahead.pop())
        else:
            self._come(block, state, first=True)
        while self.queue:
            *_, number = heapq.heappop(self.queue)
            self.context.steps += 1
            if self.context.steps > _STEPS:
                raise LeavesError("there are too many ways")
            self._block(self.function.blocks[number], self.at[number].fork())

    def _resume(self, mark: Mark) -> None:
        self.put_back(mark)
        if not self.context.nesting.ahead:
            learn(self.context)
        self._block(self.function.blocks[self.current], mark.state, mark.place)

    def turn(self) -> Turn:
        """A round of the loop as it was walked."""
        assert self.loop is not None
        came = self.context.came or self.context.told
        return turn(self.function, self.loop, came, self.at, self.edges)

    def _come(self, block: int, state: State, *, first: bool = False) -> None:
        self.edges.setdefault(self.current, set()).add(block)
        if self.loop is not None and not first:
            if block == self.loop.head:
                self.arrive(state)
                return
            if block not in self.loop.blocks:
                raise LeavesError("a way leads out of the loop")
        known = self.at.get(block)
        merged = state if known is None else join(known, state)
        if known is None or merged != known:
            self.at[block] = merged
            # Inner loops are gone through before what follows them.
            entry = (-self.depth.get(block, 0), self.order[block], block)
            if entry not in self.queue:
                heapq.heappush(self.queue, entry)

    def _block(self, block: Block, state: State, first: int = 0) -> None:
        self.current = block.id
        self.context.trying = self.trying or block.handler is not None
        if self.loop is not None:
            self.context.retried = block.id in self.retried
        try:
            for place in range(first, len(block.instructions)):
                instruction = block.instructions[place]
                if self.loop is not None:
                    self.context.advancing = instruction.span in self.advancing
                    self.context.drawn = instruction.span in self.drawn
                    self.context.asking = instruction.span in self.asking
                if self.follows:
                    self.stand(place, state if isinstance(instruction, _CALLS) else None)
                execute(self.context, state, instruction)
            self.stand(len(block.instructions), None)
            self._terminate(block, state)
        except RaisedError as error:
            self._handle(block, state, error)
        except BackError as back:
            state.locals = back.arguments
            self.arrive(state)

    def _handle(self, block: Block, state: State, error: RaisedError) -> None:
        if block.handler is not None:
            state.locals[block.caught] = Error(error.name)
            self._come(block.handler, state)
            return
        if self.loop is not None:
            raise error
        self.raised = state if self.raised is None else join(self.raised, state)
        if self.error is None or self.error.name == error.name:
            self.error = error
        else:
            raise LeavesError("it raises one thing or another")

    def _terminate(self, block: Block, state: State) -> None:
        match block.terminator:
            case Jump(to=to):
                self._come(to, state)
            case Test(condition=condition, then=then, orelse=orelse):
                answer = self._decided(block, state, condition)
                if isinstance(answer, bool):
                    self._come(then if answer else orelse, state)
                else:
                    taken = state.fork()
                    if told := _told_by(block, condition):
                        taken.locals[told], state.locals[told] = Known(True), Known(False)
                    self._come(then, taken)
                    self._come(orelse, state)
            case Next(target=target, body=body) if self.supply and block.id == self.head:
                state.locals[target] = _supplied(self.context, self.supply, state)
                self._come(body, state)
            case Next(iterator=iterator, target=target, body=body, done=done):
                over = read(state, iterator)
                if not _is_empty(over):
                    inside = state.fork()
                    inside.locals[target] = UNSURE
                    self._come(body, inside)
                self._keep(block.id, target, over, state)
                self._come(done, state)
            case Return(value=value):
                self._return(state, read(state, value))
            case Raise():
                _leave(self, state, block.terminator)

    def _decided(self, block: Block, state: State, condition: Operand) -> bool | Unsure:
        """The truth of a test; one that only picks a way inside need not be decided for ever."""
        context = self.context
        value = tested(context, state, read(state, condition))
        many = len(context.supposed) >= _DECIDED and context.event is Event.DATA
        inside = many and self.loop and not leaves(self.function, self.loop, block)
        if inside and context.leaves_open(value):
            return UNSURE
        self.before = state
        found = context.decide(value)
        self.before = None
        return found

    def _keep(self, head: int, target: str, over: Value, state: State) -> None:
        """After a permanent error a comprehension may find nothing to leave out."""
        container = kept(self.function, head, target)
        if container and self.context.event is Event.ERROR and isinstance(over, Walker):
            state.locals[container] = over.over

    def _return(self, state: State, value: Value) -> None:
        if self.loop is not None:
            raise LeavesError("it returns")
        self.returned = value if self.returned is None else joined(self.returned, value)
        self.arrive(state)


@once
def _depths(function: Function) -> Mapping[int, int]:
    """How many loops of the function each block stands in."""
    return Counter(number for one in function.loops for number in one.blocks)


_TELLS = frozenset({"==", "!=", "<", "<=", ">", ">=", "in", "not in", "is", "is not", "not"})


def _told_by(block: Block, condition: Operand) -> str:
    """The local that the block has just compared something for, and that its test asks for."""
    last = block.instructions[-1] if block.instructions else None
    if not isinstance(last, Operate) or last.operator not in _TELLS:
        return ""
    return last.target if condition == Local(last.target) else ""


def _leave(walk: Walk, state: State, end: Raise) -> None:
    """Raises what the code raises; a callee is handed what it is made for, and refuses nothing."""
    if walk.loop is None and is_mistaken(walk.context.resolver, walk.function, end):
        return
    _raise(UNSURE if end.error is None else read(state, end.error))


def _raise(value: Value) -> None:
    if isinstance(value, Error):
        raise RaisedError(value.name)
    raise LeavesError("it raises")


def _supplied(context: Context, supply: Supply, state: State) -> Value:
    """The next value of what never ends: any, or what a generator expression makes of one."""
    if supply.expression is None:
        return UNSURE
    outer, held = context.function, state.locals
    code, given = made_of(supply.expression.blocks[supply.body])
    context.free = {name: one for name, one in held.items() if name not in outer.rebound}
    context.function, state.locals = supply.expression, {}
    try:
        for instruction in code:
            execute(context, state, instruction)
        return read(state, given)
    finally:
        context.function, context.free, state.locals = outer, {}, held


def _is_empty(value: Value) -> bool:
    match value:
        case Walker(over=over):
            return _is_empty(over)
        case Empty() | Listed(values=()) | Known(value="" | b""):
            return True
        case _:
            return False
