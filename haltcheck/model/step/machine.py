"""The machine: steps a lowered program exactly, and stops where it would have to guess."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from haltcheck.basis.span import NOWHERE, Span
from haltcheck.model.program import Bound, Program
from haltcheck.model.step.dispatch import Dispatch
from haltcheck.model.step.event import (
    AtHead,
    Entered,
    Event,
    Exceeded,
    Failed,
    Finished,
    Raised,
    Returned,
    Stepped,
    Stopped,
)
from haltcheck.model.step.execute import HANDLERS
from haltcheck.model.step.fault import HoleError, LimitError, ThrownError
from haltcheck.model.step.lasting import has_lasting_parts, is_lasting, is_still
from haltcheck.model.step.snapshot import Snapshot, UnsnapshotableError, form_of
from haltcheck.model.step.state import Activation, Frame, unwind
from haltcheck.model.step.terminate import TERMINATORS
from haltcheck.model.step.value import (
    PUSHED,
    Error,
    Scope,
    Value,
)

EVALUATION = 20_000
"""Steps that the value of a module's name may take."""

NO_STOPS: frozenset[Any] = frozenset()


class Machine(Dispatch):
    """One run of one function; ``run`` steps in bulk, ``step`` by one instruction."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.stack = []
        self.globals = {}
        self.modules = {}
        self.steps = 0
        self.work = 0
        self.churn = 0
        self.arbitrary = False
        self.imagined = False
        self.in_module = False
        self.resumable = False
        self.ended = None
        self.noted = None
        self.evaluating: frozenset[str] = frozenset()
        self.guarded = frozenset()
        self.rebound = False
        self.first: dict[str, Snapshot] = {}
        self.visited: set[tuple[str, int]] | None = None

    def step(self) -> Event:
        """Executes one instruction or terminator and says what happened."""
        if self.ended is not None:
            return self.ended
        self.noted = []
        depth = len(self.stack)
        event = self.run(1)
        noted, self.noted = self.noted, None
        if not isinstance(event, Exceeded) or event.reason != "steps":
            return event
        if noted:
            return noted[-1]
        return Returned(None) if len(self.stack) < depth else Stepped()

    def run(
        self,
        steps: int,
        heads: frozenset[tuple[str, int]] = NO_STOPS,
        entries: frozenset[str] = NO_STOPS,
    ) -> Event:
        """Steps until the run ends, stops at a hole or a limit, or comes to what was asked for.

        That is a jump to one of ``heads``, (qualname, block), or a function of ``entries``.
        """
        if self.ended is not None:
            return self.ended
        stack = self.stack
        for _ in range(steps):
            depth = len(stack)
            top = stack[-1]
            self.steps += 1
            try:
                if type(top) is Frame:
                    instructions = top.block.instructions
                    index = top.index
                    if index < len(instructions):
                        instruction = instructions[index]
                        value = HANDLERS[type(instruction)](self, top, instruction)
                        if value is not PUSHED:
                            target = getattr(instruction, "target", None)
                            if target is not None:
                                top.env[target] = value
                            top.index = index + 1
                        elif entries and (begun := _entered(stack, depth, entries)):
                            return begun
                        continue
                    TERMINATORS[type(top.block.terminator)](self, top, top.block.terminator)
                else:
                    top.advance(self)
            except ThrownError as thrown:
                self._throw(thrown.error)
            except HoleError as hole:
                return self._stop(hole, top, depth)
            except LimitError as limit:
                return self._exceed(limit.reason)
            except RecursionError:
                return self._exceed("values nested too deeply")
            if self.ended is not None:
                return self.ended
            if entries and (begun := _entered(stack, depth, entries)):
                return begun
            if heads and (head := _head(stack[-1], heads, self.visited)) is not None:
                return head
        return Exceeded("steps")

    def evaluate(self, name: str) -> Value:
        """Runs the right-hand side by itself: nothing but the name's object comes of it."""
        found = self.program.later.binding(name)
        if not found or name in self.evaluating:
            raise HoleError(f"the global {name}")
        return _evaluated(self, found[0], name)

    def _throw(self, error: Error) -> None:
        while True:
            try:
                rest = unwind(self, error)
                break
            except ThrownError as thrown:
                error = thrown.error
        if rest is not None:
            self.ended = Failed(rest)
        self.note(Raised(error))

    def _exceed(self, reason: str) -> Event:
        self.resumable = False
        self.ended = Exceeded(reason)
        return self.ended

    def _stop(self, hole: HoleError, top: Activation, depth: int) -> Event:
        self.resumable = len(self.stack) >= depth and type(top) is Frame
        if self.resumable:
            del self.stack[depth:]
            self.resumable = self.stack[-1] is top
        return Stopped(self.site(), hole.reason)

    def site(self) -> Span:
        """Where the innermost function of the program stands."""
        for activation in reversed(self.stack):
            if type(activation) is Frame:
                block = activation.block
                if activation.index < len(block.instructions):
                    return block.instructions[activation.index].span
                return getattr(block.terminator, "span", NOWHERE)
        return NOWHERE

    def resume(self, value: Value) -> None:
        """Answers the hole that the run stopped at with a value; the run is imagined from now."""
        self._answer()
        self.stack[-1].receive(self, value)

    def end_iteration(self) -> None:
        """Answers the hole: the iterator has ended."""
        self._answer()
        self.stack[-1].finish(self, None)

    def throw(self, error: Error) -> None:
        """Answers the hole with an exception."""
        self._answer()
        self._throw(error)

    def _answer(self) -> None:
        if not self.resumable:
            raise ValueError("the run does not wait for an answer")
        self.imagined = True
        self.resumable = False


def _evaluated(machine: Machine, bound: Bound, name: str) -> Value:
    if machine.rebound:
        raise HoleError(f"the global {name}, after an attribute of a class was set")
    inner = Machine(machine.program)
    inner.modules, inner.first = machine.modules, machine.first
    inner.evaluating = machine.evaluating | {name}
    inner.guarded = machine.guarded if machine.evaluating else _changeable(machine)
    inner.push(Frame(bound.function, Scope(bound.function, {}, None), None))
    event = inner.run(EVALUATION)
    machine.charge(inner.work + inner.steps)
    if not isinstance(event, Finished) or inner.arbitrary or inner.globals:
        raise HoleError(f"the global {name}")
    keeps = bound.settled and (bound.whole or has_lasting_parts(event.value))
    if not keeps and not is_lasting(event.value):
        raise HoleError(f"the global {name}, which may change while the file is imported")
    if not is_still(event.value):
        with suppress(UnsnapshotableError):
            machine.first[name] = form_of(machine, event.value)
    return event.value


def _changeable(machine: Machine) -> frozenset[str]:
    """The names whose objects may not be any more what they were after the import."""
    return frozenset(
        name
        for name, value in machine.modules.items()
        if not is_still(value) and not _is_unchanged(machine, name, value)
    )


def _is_unchanged(machine: Machine, name: str, value: Value) -> bool:
    try:
        return machine.first.get(name) == form_of(machine, value)
    except UnsnapshotableError:
        return False


def _head(
    top: Activation, heads: frozenset[tuple[str, int]], visited: set[tuple[str, int]] | None
) -> AtHead | None:
    """Where control stands, if it is at the start of one of the blocks; it is noted as visited."""
    if type(top) is not Frame or top.index:
        return None
    place = (top.function.qualname, top.block.id)
    if visited is not None:
        visited.add(place)
    return AtHead(*place) if place in heads else None


def _entered(stack: list[Activation], depth: int, entries: frozenset[str]) -> Entered | None:
    """Whether one of the functions begins; a generator does where it is first asked."""
    top = stack[-1]
    if len(stack) <= depth or type(top) is not Frame or top.index or top.block.id:
        return None
    name = top.function.qualname
    return Entered(name) if name in entries else None
