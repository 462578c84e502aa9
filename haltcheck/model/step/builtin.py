"""Built-in functions, as a table from their names."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from haltcheck.model.step.arithmetic import attempt, binary, bound_ints
from haltcheck.model.step.attribute import get_class, get_instance
from haltcheck.model.step.classify import class_of, is_instance, is_subclass
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.iterate import (
    Cursor,
    Wrapper,
    is_iterator,
    iterator_of,
    pull,
)
from haltcheck.model.step.limit import check_bits, weigh
from haltcheck.model.step.render import format_value, has_text_method, is_plain, text
from haltcheck.model.step.state import Activation, State
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
    Opaque,
    Partial,
    Routine,
    Thing,
    Value,
    View,
)
from haltcheck.model.step.wrapper import Enumerate, Filter, Sentinel, Zip

Code = Callable[[State, list[Value], dict[str, Value]], Value]
BUILTIN: dict[str, Code] = {}


def builtin(name: str, least: int, most: int, *keywords: str) -> Callable[[Code], Code]:
    """Registers the function under its name with the numbers of arguments that it takes."""

    def register(code: Code) -> Code:
        @functools.wraps(code)
        def checked(state: State, args: list[Value], named: dict[str, Value]) -> Value:
            if not least <= len(args) <= most or any(k not in keywords for k in named):
                raise ThrownError(Error(TypeError, None))
            return code(state, args, named)

        BUILTIN[name] = checked
        return code

    return register


def fail(kind: type[BaseException], *args: Value) -> ThrownError:
    """An exception of the analysed program."""
    return ThrownError(Error(kind, args))


@builtin("len", 1, 1)
def _len(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    value = args[0]
    if type(value) is Instance:
        result = state.special(value, "__len__", [])
        if result is MISSING:
            raise ThrownError(Error(TypeError, None))
        if result is not PUSHED and (type(result) is not int or result < 0):
            raise HoleError("what __len__ returns")
        return result
    if type(value) is View:
        return len(value.mapping)
    if isinstance(value, Opaque):
        raise HoleError("the length of something unknown")
    if isinstance(value, Thing):
        raise ThrownError(Error(TypeError, None))
    return attempt(len, value)


@builtin("iter", 1, 2)
def _iter(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    return iterator_of(state, args[0]) if len(args) == 1 else Sentinel(*args)


class Fallback(Activation):
    """``next(iterator, default)`` while the iterator runs."""

    __slots__ = ("default",)

    def __init__(self, default: Value) -> None:
        self.default = default

    def receive(self, state: State, value: Value) -> None:
        state.stack.pop()
        state.stack[-1].receive(state, value)

    def finish(self, state: State, value: Value) -> None:
        self.receive(state, self.default)


@builtin("next", 1, 2)
def _next(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    if not is_iterator(args[0]):
        if isinstance(args[0], Opaque):
            raise HoleError("the next item of something unknown")
        raise ThrownError(Error(TypeError, None))
    if len(args) == 2:
        state.push(Fallback(args[1]))
    value = pull(state, args[0])
    if value is PUSHED:
        return PUSHED
    if len(args) == 2:
        state.stack.pop()
    if value is not END:
        return value
    if len(args) == 2:
        return args[1]
    raise fail(StopIteration)


class _Opened(Activation):
    """Collects iterators of several iterables, then ``make(iterators)``."""

    __slots__ = ("found", "make", "rest")

    def __init__(self, rest: list[Value], make: Callable[[list[Value]], Value]) -> None:
        self.rest = rest
        self.found: list[Value] = []
        self.make = make

    def receive(self, state: State, value: Value) -> None:
        self.found.append(value)
        while self.rest:
            iterator = iterator_of(state, self.rest.pop(0))
            if iterator is PUSHED:
                return
            self.found.append(iterator)
        state.stack.pop()
        state.stack[-1].receive(state, self.make(self.found))


def with_iterators(
    state: State, values: list[Value], make: Callable[[list[Value]], Value]
) -> Value:
    """``make`` called with an iterator of each value."""
    opened = _Opened(list(values), make)
    state.push(opened)
    while opened.rest:
        iterator = iterator_of(state, opened.rest.pop(0))
        if iterator is PUSHED:
            return PUSHED
        opened.found.append(iterator)
    state.stack.pop()
    return make(opened.found)


@builtin("enumerate", 1, 2, "start")
def _enumerate(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    start = args[1] if len(args) > 1 else named.get("start", 0)
    if type(start) is not int:
        raise HoleError("enumerate from something else than an int")
    return with_iterators(state, args[:1], lambda found: Enumerate(found[0], start))


@builtin("zip", 0, 64, "strict")
def _zip(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    def make(found: list[Value]) -> Value:
        result = Zip(found)
        result.strict = named.get("strict", False) is True
        return result

    return with_iterators(state, args, make)


@builtin("map", 2, 64)
def _map(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    return with_iterators(state, args[1:], lambda found: Zip(found, args[0]))


@builtin("filter", 2, 2)
def _filter(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    return with_iterators(state, args[1:], lambda found: Filter("filter", args[0], found[0]))


@builtin("reversed", 1, 1)
def _reversed(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    value = args[0]
    if type(value) in (list, tuple, str, bytes, range):
        return Cursor(value, len(value) - 1, True)
    raise HoleError("reversed of something else than a sequence")


@builtin("isinstance", 2, 2)
def _isinstance(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    return is_instance(args[0], args[1])


@builtin("issubclass", 2, 2)
def _issubclass(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    parents = args[1] if type(args[1]) is tuple else (args[1],)
    return any(is_subclass(args[0], parent) for parent in parents)


@builtin("callable", 1, 1)
def _callable(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    value = args[0]
    if isinstance(value, Opaque):
        raise HoleError("whether something unknown can be called")
    if type(value) is Instance:
        return value.cls.find("__call__") is not MISSING
    return isinstance(value, Routine | Bound | Native | Class | Partial | type)


def _numbers(name: str, code: Callable[..., Any], least: int, most: int, *keywords: str) -> None:
    """A function that is called for real on numbers and short strings."""

    def run(state: State, args: list[Value], named: dict[str, Value]) -> Value:
        for value in (*args, *named.values()):
            if isinstance(value, Thing):
                raise HoleError(f"{name} of an object")
            if isinstance(value, int):
                state.charge(value.bit_length() >> 8)
        if name == "round" and any(abs(v) > 4000 for v in args[1:] if isinstance(v, int)):
            raise HoleError("rounding to very many digits")
        return attempt(lambda: code(*args, **named))

    builtin(name, least, most, *keywords)(run)


_numbers("abs", abs, 1, 1)
_numbers("ord", ord, 1, 1)
_numbers("chr", chr, 1, 1)
_numbers("hex", hex, 1, 1)
_numbers("bin", bin, 1, 1)
_numbers("oct", oct, 1, 1)
_numbers("round", round, 1, 2)


@builtin("divmod", 2, 2)
def _divmod(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    if any(isinstance(value, Thing) for value in args):
        raise HoleError("divmod of an object")
    if type(args[0]) is int and type(args[1]) is int:
        bound_ints(state, "//", args[0], args[1])
    return attempt(divmod, args[0], args[1])


@builtin("pow", 2, 3)
def _pow(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    if len(args) == 2:
        return binary(state, "**", args[0], args[1])
    if not all(isinstance(value, int) for value in args):
        raise HoleError("pow of objects")
    check_bits(sum(value.bit_length() for value in args))
    state.charge(args[1].bit_length() * (1 + (args[2].bit_length() >> 6) ** 2 >> 3))
    return attempt(pow, *args)


@builtin("repr", 1, 1)
def _repr(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    if type(args[0]) is Instance:
        result = state.special(args[0], "__repr__", [])
        return text(state, args[0], repr) if result is MISSING else result
    return text(state, args[0], repr)


@builtin("format", 1, 2)
def _format(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    if len(args) > 1 and type(args[1]) is not str:
        raise ThrownError(Error(TypeError, None))
    return format_value(state, args[0], "", args[1] if len(args) > 1 else "")


@builtin("print", 0, 1000, "end", "sep", "file", "flush")
def _print(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    for value in args:
        if isinstance(value, Thing):
            if isinstance(value, Instance | Error | Opaque) and has_text_method(value):
                raise HoleError("printing an object")
        elif type(value) is not str:
            if not is_plain(value):
                raise HoleError("printing objects")
            state.charge(weigh(value))
            attempt(str, value)
    if any(type(named.get(name)) not in (str, type(None)) for name in ("sep", "end")):
        raise fail(TypeError)
    if named.get("file") is not None and not isinstance(named["file"], External):
        raise HoleError("printing to an object")
    return None


@builtin("hash", 1, 1)
def _hash(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    if type(args[0]) in (int, bool, float):
        return hash(args[0])
    if type(args[0]) in (list, dict, set):
        raise fail(TypeError, f"unhashable type: '{type(args[0]).__name__}'")
    raise HoleError("a hash")


def _have(state: State, value: Value, name: Value) -> Value:
    if type(name) is not str:
        raise HoleError("an attribute's name")
    if type(value) is Instance or type(value) is Error:
        known = name in value.attributes or type(value.cls) is type
        if not known and value.cls.find("__getattr__") is not MISSING:
            raise HoleError("getattr with __getattr__")
        return get_instance(state, value, name)
    if type(value) is Class:
        return get_class(state, value, name)
    raise HoleError("an attribute by its name")


@builtin("hasattr", 2, 2)
def _hasattr(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    if type(args[1]) is str and type(args[0]) in (int, str, list, dict, tuple, float, set, bytes):
        return hasattr(args[0], args[1])
    return _have_at_once(state, args[0], args[1]) is not MISSING


@builtin("getattr", 2, 3)
def _getattr(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    if len(args) == 2:
        return _have(state, args[0], args[1])
    found = _have_at_once(state, args[0], args[1])
    return args[2] if found is MISSING else found


def _have_at_once(state: State, value: Value, name: Value) -> Value:
    """The attribute, or MISSING; it cannot wait for a property to run."""
    try:
        found = _have(state, value, name)
    except ThrownError as thrown:
        if thrown.error.native() is AttributeError:
            return MISSING
        raise
    if found is PUSHED:
        raise HoleError("a property that hasattr or getattr reads")
    return found


@builtin("id", 1, 1)
def _id(state: State, args: list[Value], named: dict[str, Value]) -> Value:
    raise HoleError("an address")


def type_of(value: Value) -> Value:
    """``type(value)``."""
    if isinstance(value, Wrapper):
        raise HoleError("the type of an iterator")
    return class_of(value)
