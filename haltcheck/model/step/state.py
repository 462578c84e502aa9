"""The whole state of a run: the stack of activations, the globals, and what was counted."""

from __future__ import annotations

from abc import ABC, abstractmethod

from haltcheck.model.instruction import Suspend, Unpack
from haltcheck.model.program import Block, Function, Next, Program, Raise, Test
from haltcheck.model.step.event import Event
from haltcheck.model.step.fault import HoleError, LimitError, ThrownError
from haltcheck.model.step.limit import WORK
from haltcheck.model.step.value import MISSING, Class, Error, Scope, Thing, Value


class State(ABC):
    """All that the next step depends on; ``machine.Machine`` is the only one.

    ``steps`` counts steps, ``work`` bulk work. ``arbitrary`` is set once the run has depended on
    what CPython leaves open (the order of a set), ``imagined`` once a hole was filled.
    ``churn`` counts structural changes of hashed containers, so that iterators notice them.
    ``guarded`` are names whose objects the run may have changed when another name is evaluated,
    ``rebound`` says that it has set an attribute of a class or function.
    """

    program: Program
    stack: list[Activation]
    globals: dict[str, Value]
    modules: dict[str, Value]
    steps: int
    work: int
    churn: int
    arbitrary: bool
    imagined: bool
    in_module: bool
    guarded: frozenset[str]
    rebound: bool
    ended: Event | None
    noted: list[Event] | None

    @abstractmethod
    def invoke(self, function: Value, args: list[Value], named: dict[str, Value]) -> Value:
        """Calls it: a value at once, or ``PUSHED`` where a new activation will deliver it."""

    @abstractmethod
    def special(self, receiver: Value, name: str, args: list[Value]) -> Value:
        """Calls a special method looked up on the class; ``MISSING`` where there is none."""

    @abstractmethod
    def call_method(
        self, receiver: Value, name: str, args: list[Value], named: dict[str, Value]
    ) -> Value:
        """``receiver.name(...)``: a value at once, or ``PUSHED``."""

    @abstractmethod
    def evaluate(self, name: str) -> Value:
        """What the module binds ``x``, or a class of the module ``C.x``, to."""

    def charge(self, amount: int) -> None:
        """Counts bulk work."""
        self.work += amount
        if self.work > WORK:
            raise LimitError("too much work")

    def push(self, activation: Activation) -> None:
        """Runs it next."""
        if len(self.stack) >= 20_000:
            raise LimitError("a stack of more than 20,000 activations")
        self.stack.append(activation)

    def note(self, event: Event) -> None:
        """Keeps an event for ``step``; runs in bulk keep none."""
        if self.noted is not None:
            self.noted.append(event)


class Activation(ABC):
    """Something on the stack that waits for what is above it."""

    __slots__ = ()

    @abstractmethod
    def receive(self, state: State, value: Value) -> None:
        """The call or the iterator that it waits for has given a value."""

    def finish(self, state: State, value: Value) -> None:
        """The iterator that it waits for has ended."""
        raise ThrownError(Error(StopIteration, () if value is None else (value,)))

    def catch(self, state: State, error: Error) -> Error | None:
        """Handles the error (None), or gives the error that goes on below."""
        return error

    def advance(self, state: State) -> None:
        """Makes a step of its own; most only ever wait."""
        raise HoleError("an activation that waits for nothing")


class Generator(Thing):
    """A generator: its frame while it has one; ``phase`` is new, suspended, running or done."""

    __slots__ = ("frame", "phase")

    def __init__(self, frame: Frame) -> None:
        self.frame: Frame | None = frame
        self.phase = "new"


class Frame(Activation):
    """One activation of a function of the program."""

    __slots__ = (
        "block",
        "delegate",
        "env",
        "function",
        "generator",
        "index",
        "owner",
        "scope",
    )

    def __init__(self, function: Function, scope: Scope, owner: Class | None) -> None:
        self.function = function
        self.scope = scope
        self.env = scope.env
        self.owner = owner
        self.block: Block = function.blocks[0]
        self.index = 0
        self.generator: Generator | None = None
        self.delegate: Value = MISSING

    def jump(self, block: int) -> None:
        self.block = self.function.blocks[block]
        self.index = 0

    def suspends(self) -> bool:
        """Whether it stands at a ``yield`` or ``yield from``."""
        instructions = self.block.instructions
        return self.index < len(instructions) and type(instructions[self.index]) is Suspend

    def receive(self, state: State, value: Value) -> None:
        block = self.block
        if self.index < len(block.instructions):
            instruction = block.instructions[self.index]
            if type(instruction) is Unpack:
                spread(instruction, self.env, value)
            elif type(instruction) is Suspend:
                suspend(state, self, value)
                return
            else:
                target = getattr(instruction, "target", "")
                if target:
                    self.env[target] = value
            self.index += 1
            return
        terminator = block.terminator
        if type(terminator) is Next:
            self.env[terminator.target] = value
            self.jump(terminator.body)
        elif type(terminator) is Test:
            self.jump(terminator.then if value else terminator.orelse)
        elif type(terminator) is Raise:
            raise ThrownError(raisable(value))
        else:
            raise HoleError("a value that nobody waits for")

    def finish(self, state: State, value: Value) -> None:
        block = self.block
        if self.index < len(block.instructions):
            instruction = block.instructions[self.index]
            if type(instruction) is Suspend:
                self.delegate = MISSING
                self.env[instruction.target] = value
                self.index += 1
                return
        elif type(block.terminator) is Next:
            self.jump(block.terminator.done)
            return
        super().finish(state, value)

    def catch(self, state: State, error: Error) -> Error | None:
        handler = self.block.handler
        if handler is not None:
            self.delegate = MISSING
            self.env[self.block.caught] = error
            self.jump(handler)
            return None
        if self.generator is not None:
            self.generator.phase = "done"
            self.generator.frame = None
            if error.native() is StopIteration:
                changed = Error(RuntimeError, ("generator raised StopIteration",))
                changed.cause = error
                return changed
        return error


def raisable(value: Value) -> Error:
    """What ``raise value`` raises, once classes were called."""
    if type(value) is Error:
        return value
    if isinstance(value, Thing) and not hasattr(value, "cls"):
        raise HoleError("raising something unknown")
    return Error(TypeError, ("exceptions must derive from BaseException",))


def suspend(state: State, frame: Frame, value: Value) -> None:
    """The generator on top of the stack hands ``value`` to the activation below.

    Where that delegates to it (``yield from``), it suspends as well, and so on.
    """
    below: Activation = frame
    while type(below) is Frame and below.suspends():
        if below.generator is None:
            raise HoleError("a yield outside of a generator")
        below.generator.phase = "suspended"
        state.stack.pop()
        below = state.stack[-1]
    below.receive(state, value)


def spread(instruction: Unpack, env: dict[str, Value], items: list[Value]) -> None:
    """Binds the targets of an unpacking to the items, or raises as CPython does."""
    targets, star = instruction.targets, instruction.star
    count = len(targets)
    if star < 0:
        if len(items) > count:
            text = f"too many values to unpack (expected {count})"
            raise ThrownError(Error(ValueError, (text,)))
        if len(items) < count:
            text = f"not enough values to unpack (expected {count}, got {len(items)})"
            raise ThrownError(Error(ValueError, (text,)))
        env.update(zip(targets, items, strict=True))
        return
    behind = count - star - 1
    if len(items) < count - 1:
        text = f"not enough values to unpack (expected at least {count - 1}, got {len(items)})"
        raise ThrownError(Error(ValueError, (text,)))
    stop = len(items) - behind
    parts = [*items[:star], list(items[star:stop]), *items[stop:]]
    env.update(zip(targets, parts, strict=True))


def unwind(state: State, error: Error) -> Error | None:
    """Takes activations off the stack until one handles the error; None where one did."""
    while state.stack:
        activation = state.stack[-1]
        result = activation.catch(state, error)
        if result is None:
            return None
        error = result
        if state.stack and state.stack[-1] is activation:
            state.stack.pop()
    return error
