"""The machine: steps a lowered program exactly, and stops where it would have to guess."""

from __future__ import annotations

from typing import Any

from haltcheck.basis.span import NOWHERE, Span
from haltcheck.model.program import Program
from haltcheck.model.step.access import get_attribute
from haltcheck.model.step.attribute import bind
from haltcheck.model.step.call import construct, enter
from haltcheck.model.step.classify import is_thing
from haltcheck.model.step.container import REAL, container_method, family
from haltcheck.model.step.event import (
    AtHead,
    Entered,
    Event,
    Exceeded,
    Failed,
    Raised,
    Returned,
    Stepped,
    Stopped,
)
from haltcheck.model.step.execute import HANDLERS
from haltcheck.model.step.fault import HoleError, LimitError, ThrownError
from haltcheck.model.step.iterate import pull, resume
from haltcheck.model.step.making import make
from haltcheck.model.step.state import Activation, Frame, Generator, State, unwind
from haltcheck.model.step.terminate import TERMINATORS
from haltcheck.model.step.textual import text_method
from haltcheck.model.step.value import (
    END,
    MISSING,
    PUSHED,
    Bound,
    Class,
    Error,
    External,
    Instance,
    Native,
    Partial,
    Routine,
    Super,
    Thing,
    Value,
    Wrapped,
)

NO_STOPS: frozenset[Any] = frozenset()


class Machine(State):
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

    # What lower layers ask for

    def invoke(self, function: Value, args: list[Value], named: dict[str, Value]) -> Value:
        kind = type(function)
        if kind is Routine:
            return enter(self, function, args, named)
        if kind is Bound:
            if type(function.function) is Routine:
                return enter(self, function.function, [function.receiver, *args], named)
            return self.call_method(function.receiver, function.function, args, named)
        if kind is Native:
            return function.code(self, args, named)
        if kind is Class:
            return construct(self, function, args, named)
        if function is super:
            return self._super(args)
        if isinstance(function, type):
            return make(self, function, args, named)
        if kind is Partial:
            return self.invoke(
                function.function, [*function.args, *args], {**function.named, **named}
            )
        if kind is Instance:
            result = self.special(function, "__call__", args, named)
            if result is not MISSING:
                return result
            raise ThrownError(Error(TypeError, (f"'{function.cls.name}' object is not callable",)))
        if isinstance(function, External):
            raise HoleError(f"a call of {function.label}")
        if isinstance(function, Thing):
            raise HoleError("a call of something unknown")
        text = f"'{type(function).__name__}' object is not callable"
        raise ThrownError(Error(TypeError, (text,)))

    def _super(self, args: list[Value]) -> Value:
        if len(args) != 2 or type(args[0]) is not Class:
            raise HoleError("super of something unknown")
        if type(args[1]) not in (Instance, Error, Class):
            raise HoleError("super of something unknown")
        return Super(args[0], args[1])

    def special(
        self, receiver: Value, name: str, args: list[Value], named: dict[str, Value] | None = None
    ) -> Value:
        member = receiver.cls.find(name)
        if member is MISSING:
            return MISSING
        if member is None:
            raise HoleError(f"{name} that is None")
        return self.invoke(bind(member, receiver, receiver.cls), args, named or {})

    def call_method(
        self, receiver: Value, name: str, args: list[Value], named: dict[str, Value]
    ) -> Value:
        kind = type(receiver)
        if kind is Instance:
            member = receiver.cls.find(name)
            hidden = name in receiver.attributes or "__getattribute__" in receiver.cls.members
            if type(member) is Routine and not hidden and len(receiver.cls.mro) == 2:
                return enter(self, member, [receiver, *args], named)
        elif kind is Generator:
            return self._generator_method(receiver, name, args)
        elif kind is Wrapped and name in ("setter", "getter", "deleter") and len(args) == 1:
            if name != "setter":
                raise HoleError(f"property.{name}")
            return Wrapped("property", receiver.function, args[0])
        elif kind is Error and name == "error.__init__":
            receiver.args = tuple(args)
            return None
        elif not is_thing(receiver) and not isinstance(receiver, type):
            return self._plain_method(receiver, name, args, named)
        function = get_attribute(self, receiver, name)
        if function is PUSHED:
            raise HoleError("a call of a property's value")
        if type(function) is Bound and function.receiver is receiver and function.function == name:
            return self._iterator_method(receiver, name)
        return self.invoke(function, args, named)

    def _iterator_method(self, receiver: Value, name: str) -> Value:
        if name != "__next__":
            raise HoleError(f"the method {name}")
        value = pull(self, receiver)
        if value is END:
            raise ThrownError(Error(StopIteration, ()))
        return value

    def _plain_method(
        self, receiver: Value, name: str, args: list[Value], named: dict[str, Value]
    ) -> Value:
        if not hasattr(receiver, name):
            get_attribute(self, receiver, name)
        if family(receiver) in REAL:
            return container_method(self, receiver, name, args, named)
        return text_method(self, receiver, name, args, named)

    def _generator_method(self, generator: Generator, name: str, args: list[Value]) -> Value:
        if name in ("send", "__next__"):
            value = resume(self, generator, args[0] if args else None)
            if value is END:
                raise ThrownError(Error(StopIteration, ()))
            return value
        frame = generator.frame
        if name == "close" and (frame is None or frame.block.handler is None):
            generator.frame = None
            generator.phase = "done"
            return None
        raise HoleError(f"generator.{name}")

    # Stepping

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

        ``heads`` are (qualname, block): it stops when control has jumped there; ``entries`` are
        functions: it stops when one was entered. After ``steps`` steps: ``Exceeded("steps")``.
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
                        elif entries and len(stack) > depth and _entered(stack[-1], entries):
                            return Entered(stack[-1].function.qualname)  # type: ignore[attr-defined]
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
            if heads:
                top = stack[-1]
                if (
                    type(top) is Frame
                    and top.index == 0
                    and (top.function.qualname, top.block.id) in heads
                ):
                    return AtHead(top.function.qualname, top.block.id)
        return Exceeded("steps")

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


def _entered(top: Activation, entries: frozenset[str]) -> bool:
    return type(top) is Frame and top.function.qualname in entries
