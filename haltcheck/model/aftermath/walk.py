"""Walks a loop's rounds after an event until a round changes nothing more, or some way leaves.

Paths that meet are joined. A test on what stands still goes the way that is supposed; any other
that is not decided goes both ways, and both must stay.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Mapping

from haltcheck.basis.record import record
from haltcheck.basis.span import Span
from haltcheck.frontend.expression import Literal
from haltcheck.model.abstract.flow import flow_of
from haltcheck.model.aftermath.advance import advancing, own_texts
from haltcheck.model.aftermath.context import NUMBER, Chooser, Context
from haltcheck.model.aftermath.degenerate import put
from haltcheck.model.aftermath.execute import execute, read, tested
from haltcheck.model.aftermath.failure import kept, retried
from haltcheck.model.aftermath.infinite import put_boundless
from haltcheck.model.aftermath.outcome import (
    GIVEN,
    BackError,
    Event,
    LeavesError,
    RaisedError,
    UndecidedError,
)
from haltcheck.model.aftermath.pool import begin
from haltcheck.model.aftermath.question import asking
from haltcheck.model.aftermath.spoken import speaks_of_data
from haltcheck.model.aftermath.start import Site, fresh_locals, start
from haltcheck.model.aftermath.state import State, join, joined
from haltcheck.model.aftermath.supply import Supply, made_of, mapped
from haltcheck.model.aftermath.turn import Turn, leaves, turn
from haltcheck.model.aftermath.value import (
    UNSURE,
    Empty,
    Error,
    Known,
    Listed,
    Unsure,
    Value,
    Walker,
)
from haltcheck.model.aftermath.wish import Wishes, chosen, stands, wishes
from haltcheck.model.assumption import Specific
from haltcheck.model.instruction import Operand
from haltcheck.model.program import Block, Function, Jump, Loop, Next, Raise, Return, Test

_ROUNDS = 12
_PATIENCE = 3
_STEPS = 6_000
_DEEP = 3
_DECIDED = 10
"""So many facts are decided before those that lead nowhere else are left open."""


@record
class Stays:
    """After the event every round leads to the next, for ever; ``turn`` is one of them."""

    assumptions: tuple[Specific, ...]
    turn: Turn


@record
class Goes:
    """Why nothing is known: some way out is open, or something moves."""

    why: str


@record
class Wants:
    """The round would lead back to where it began if the data said this."""

    wishes: Wishes


@record
class Asks:
    """It depends on a fact that stands still and is not among those supposed."""

    fact: str


def rounds(
    site: Site,
    event: Event,
    supposed: dict[str, bool],
    values: Mapping[str, Literal],
    chooses: Chooser | None = None,
) -> Stays | Goes | Asks | Wants:
    """What becomes of the loop once the event has come; what needs no event is no answer to it.

    The facts that ``chooses`` decides on the way are added to those supposed.
    """
    found = _rounds(site, event, supposed, values, chooses)
    if isinstance(found, Stays):
        kept = {} if event in GIVEN else values
        plain = _rounds(site, Event.NOTHING, supposed, kept)
        if isinstance(plain, Stays):
            return Goes("it stays without the event")
    return found


def _rounds(
    site: Site,
    event: Event,
    supposed: dict[str, bool],
    values: Mapping[str, Literal],
    chooses: Chooser | None = None,
) -> Stays | Goes | Asks | Wants:
    function, fresh = site.function, fresh_locals(site.function)
    context = Context(site.program, site.resolver, event, supposed, function, run, fresh)
    context.chooses = chooses
    context.running.append(function.qualname)
    context.recursive = site.loop.kind == "recursion"
    context.supply = site.supply
    if event is Event.SAME:
        context.asks = asking(site)
    if event is Event.ERROR:
        context.advances = advancing(site)
        context.fresh |= own_texts(site) if context.advances else frozenset()
    try:
        state = start(site)
        given = dict(values)
        number = given.pop(NUMBER, 0)
        context.number = number if isinstance(number, int) else 0
        told = {name: chosen(name, value) for name, value in given.items()}
        context.chosen = {name: value for name, value in told.items() if value is not None}
        begin(site, event, state)
        place = put_boundless if event is Event.INFINITE else put
        place(site, state, {name: value for name, value in given.items() if told[name] is None})
        for number in range(_ROUNDS):
            after, walk = _round(context, site.loop, state)
            wanted = wishes(context, site, state, after) if _may_wish(event, number) else ()
            if wanted:
                return Wants(wanted)
            if after == state and number:
                met = after.met or any(map(speaks_of_data, supposed))
                met = met or event in GIVEN
                if not met and event is not Event.NOTHING:
                    return Goes("the event plays no part in it")
                if event is Event.DATA and not stands(context, after):
                    return Goes("a stream moves on")
                return Stays(tuple(context.assumptions), walk.turn())
            state = after if number < _PATIENCE else join(state, after)
    except LeavesError as error:
        return Goes(str(error))
    except RaisedError as error:
        return Goes(f"it raises {error.name}")
    except UndecidedError as error:
        return Asks(error.fact)
    return Goes("the rounds differ")


def _may_wish(event: Event, number: int) -> bool:
    """In the first round, and in the second where what was read before the loop comes in."""
    return event is Event.DATA and number < 2


def _round(context: Context, loop: Loop, state: State) -> tuple[State, _Walk]:
    """The state when control is back at the head, and the walk that led there."""
    first = state.fork()
    first.met = False
    context.came.clear()
    context.told.clear()
    if context.event is Event.DATA:
        first.positions.clear()
        context.relied.clear()
        context.asked.clear()
    walk = _Walk(context, context.function, loop)
    walk.run(loop.head, first)
    if walk.back is None:
        raise LeavesError("control does not come back to the head")
    if not walk.back.met and state.met:
        walk.back.met = False
    return walk.back, walk


def run(
    context: Context, function: Function, state: State, arguments: dict[str, Value]
) -> tuple[State, Value]:
    """Steps into a function of the file: its state at the end and what it returns."""
    if context.recursive and context.running == [function.qualname]:
        raise BackError(arguments)
    if context.event is Event.INFINITE and (given := mapped(function)) is not None:
        return state, Walker(_supplied(context, given, state))
    deep = context.depth >= _DEEP or function.qualname in context.running
    if deep or function.is_generator or function.rebound:
        raise LeavesError(f"{function.qualname} is not followed")
    outer, caller, trying = context.function, state.locals, context.trying
    state.locals = dict(arguments)
    context.function, context.depth = function, context.depth + 1
    context.running.append(function.qualname)
    walk = _Walk(context, function, None)
    try:
        walk.run(0, state)
    finally:
        context.function, context.depth, context.trying = outer, context.depth - 1, trying
        context.running.pop()
    if walk.back is None and walk.error is not None and walk.failed is not None:
        # The caller's handler sees what was done up to there.
        for name in State.__slots__:
            setattr(state, name, getattr(walk.failed, name))
        state.locals = caller
        raise walk.error
    if walk.back is None:
        raise LeavesError(f"{function.qualname} does not return")
    if walk.error is not None:
        raise LeavesError(f"{function.qualname} may raise")
    walk.back.locals = caller
    return walk.back, walk.returned or Known(None)


class _Walk:
    """One pass from a block on, with states joined where ways meet."""

    def __init__(self, context: Context, function: Function, loop: Loop | None) -> None:
        self.context = context
        self.function = function
        self.loop = loop
        self.back: State | None = None
        self.returned: Value | None = None
        self.error: RaisedError | None = None
        self.failed: State | None = None
        self.at: dict[int, State] = {}
        self.edges: dict[int, set[int]] = {}
        self.current = -1
        self.queue: list[tuple[int, int, int]] = []
        self.depth = Counter(number for one in function.loops for number in one.blocks)
        self.order = flow_of(function).order
        self.supply = context.supply if loop is not None else None
        self.head = loop.head if loop is not None else -1
        self.trying = context.trying
        self.retried = frozenset[int]()
        self.advancing = frozenset[Span]()
        if loop is not None and context.event is Event.ERROR:
            self.retried = retried(function, loop)
            self.advancing = context.advances
        self.asking = context.asks

    def run(self, block: int, state: State) -> None:
        """Everything that can be reached, to a fixed point."""
        self._come(block, state, first=True)
        while self.queue:
            *_, number = heapq.heappop(self.queue)
            self.context.steps += 1
            if self.context.steps > _STEPS:
                raise LeavesError("there are too many ways")
            self._block(self.function.blocks[number], self.at[number].fork())

    def turn(self) -> Turn:
        """A round of the loop as it was walked."""
        assert self.loop is not None
        came = self.context.came or self.context.told
        return turn(self.function, self.loop, came, self.at, self.edges)

    def _come(self, block: int, state: State, *, first: bool = False) -> None:
        self.edges.setdefault(self.current, set()).add(block)
        if self.loop is not None and not first:
            if block == self.loop.head:
                self._arrive(state)
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

    def _arrive(self, state: State) -> None:
        """Control is back at the head."""
        self.back = state if self.back is None else join(self.back, state)

    def _block(self, block: Block, state: State) -> None:
        self.current = block.id
        self.context.trying = self.trying or block.handler is not None
        if self.loop is not None:
            self.context.retried = block.id in self.retried
        try:
            for instruction in block.instructions:
                if self.loop is not None:
                    self.context.advancing = instruction.span in self.advancing
                    self.context.asking = instruction.span in self.asking
                execute(self.context, state, instruction)
            self._terminate(block, state)
        except RaisedError as error:
            self._handle(block, state, error)
        except BackError as back:
            state.locals = back.arguments
            self._arrive(state)

    def _handle(self, block: Block, state: State, error: RaisedError) -> None:
        if block.handler is not None:
            state.locals[block.caught] = Error(error.name)
            self._come(block.handler, state)
        elif self.loop is not None:
            raise error
        elif self.error is None or self.error.name == error.name:
            self.error = error
            self.failed = state if self.failed is None else join(self.failed, state)
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
                    self._come(then, state.fork())
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
            case Raise(error=error):
                self._raise(block, state, UNSURE if error is None else read(state, error))

    def _decided(self, block: Block, state: State, condition: Operand) -> bool | Unsure:
        """The truth of a test; one that only picks a way inside need not be decided for ever."""
        context = self.context
        value = tested(context, state, read(state, condition))
        many = len(context.supposed) >= _DECIDED and context.event is Event.DATA
        undecided = self.loop is not None and many and context.is_open(value)
        if undecided and self.loop and not leaves(self.function, self.loop, block):
            return UNSURE
        return context.decide(value)

    def _keep(self, head: int, target: str, over: Value, state: State) -> None:
        """After a permanent error a comprehension may find nothing to leave out."""
        container = kept(self.function, head, target)
        if container and self.context.event is Event.ERROR and isinstance(over, Walker):
            state.locals[container] = over.over

    def _return(self, state: State, value: Value) -> None:
        if self.loop is not None:
            raise LeavesError("it returns")
        self.returned = value if self.returned is None else joined(self.returned, value)
        self._arrive(state)

    def _raise(self, block: Block, state: State, value: Value) -> None:
        if isinstance(value, Error):
            raise RaisedError(value.name)
        del block, state
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
