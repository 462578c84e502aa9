"""Calls of any value: functions, methods, classes, special methods."""

from __future__ import annotations

from haltcheck.model.step.access import get_attribute
from haltcheck.model.step.attribute import bind
from haltcheck.model.step.call import construct, enter
from haltcheck.model.step.classify import is_thing
from haltcheck.model.step.container import REAL, container_method, family
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.fields import row_method
from haltcheck.model.step.iterate import pull, resume
from haltcheck.model.step.library import METHODS
from haltcheck.model.step.lock import Lock, lock_method
from haltcheck.model.step.making import make
from haltcheck.model.step.sink import Sink, sink_method
from haltcheck.model.step.state import Generator, State
from haltcheck.model.step.stream import Stream, has_method, stream_method
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
    Row,
    Super,
    Thing,
    Value,
    Wrapped,
)


class Dispatch(State):
    """Finds what a call runs, and runs it or pushes it."""

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
        elif kind is Stream and has_method(receiver, name):
            return stream_method(self, receiver, name, args, named)
        elif kind is Sink:
            return sink_method(receiver, name, args, named)
        elif kind is Lock:
            return lock_method(receiver, name, args, named)
        elif kind is Error and name == "error.__init__":
            receiver.args = tuple(args)
            return None
        elif kind is Row and name in ("_replace", "_asdict", "index", "count"):
            return row_method(receiver, name, args, named)
        elif not is_thing(receiver) and not isinstance(receiver, Row | type):
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
        if type(receiver) in METHODS:
            return METHODS[type(receiver)](self, receiver, name, args, named)
        kind = family(receiver)
        if kind in REAL and (kind is not bytearray or name in REAL[kind] or name == "extend"):
            return container_method(self, receiver, name, args, named)
        return text_method(self, receiver, name, args, named)

    def _generator_method(self, generator: Generator, name: str, args: list[Value]) -> Value:
        if name in ("send", "__next__"):
            value = resume(self, generator, args[0] if args else None)
            if value is END:
                raise ThrownError(Error(StopIteration, ()))
            return value
        frame = generator.frame
        if name == "close" and not args and (frame is None or frame.block.handler is None):
            generator.frame = None
            generator.phase = "done"
            return None
        raise HoleError(f"generator.{name}")
