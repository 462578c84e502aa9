"""What calling a built-in type makes: numbers, strings, containers, exceptions."""

from __future__ import annotations

import struct
from collections import Counter, OrderedDict, defaultdict, deque
from typing import Any

from haltcheck.model.step.arithmetic import attempt
from haltcheck.model.step.builtin import BUILTIN, type_of
from haltcheck.model.step.comparison import truth
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.iterate import with_items
from haltcheck.model.step.layout import make_struct
from haltcheck.model.step.limit import check_hashes, check_size, weigh
from haltcheck.model.step.pure import MAKE_DATE
from haltcheck.model.step.render import error_text, text
from haltcheck.model.step.state import State
from haltcheck.model.step.textual import text_method
from haltcheck.model.step.value import (
    MISSING,
    Blank,
    DefaultDict,
    Error,
    Instance,
    Opaque,
    Thing,
    Value,
    Wrapped,
)

Named = dict[str, Value]


def _number(kind: Any) -> Any:
    def code(state: State, args: list[Value], named: Named) -> Value:
        for value in (*args, *named.values()):
            if type(value) is Instance:
                result = state.special(value, f"__{kind.__name__}__", [])
                if result is not MISSING:
                    return result
            if isinstance(value, Thing):
                raise HoleError(f"{kind.__name__} of an object")
            if isinstance(value, str | bytes):
                state.charge(len(value))
                if len(value) > 16_000:
                    raise HoleError("a number of more than 16,000 digits")
        return attempt(lambda: kind(*args, **named))

    return code


def _bool(state: State, args: list[Value], named: Named) -> Value:
    if named or len(args) > 1:
        raise ThrownError(Error(TypeError, None))
    return truth(state, args[0]) if args else False


def _str(state: State, args: list[Value], named: Named) -> Value:
    if not args:
        return ""
    if len(args) > 1 or named:
        if type(args[0]) not in (bytes, bytearray, memoryview):
            raise HoleError("str with an encoding")
        return text_method(state, bytes(args[0]), "decode", args[1:], named)
    value = args[0]
    if type(value) is Instance:
        for name in ("__str__", "__repr__"):
            result = state.special(value, name, [])
            if result is not MISSING:
                return result
    if type(value) is Error and type(value.cls) is not type:
        for name in ("__str__", "__repr__"):
            if value.cls.find(name) is not MISSING:
                raise HoleError("the text of an exception")
        return error_text(state, value)
    return text(state, value)


_BYTES = (bytes, list, tuple, int, range, bytearray, memoryview)


def _bytes(kind: Any) -> Any:
    def code(state: State, args: list[Value], named: Named) -> Value:
        if not args and not named:
            return kind()
        if args and type(args[0]) is str:
            if len(args) == 1 and not named:
                raise ThrownError(Error(TypeError, ("string argument without an encoding",)))
            return kind(text_method(state, args[0], "encode", args[1:], named))
        if len(args) != 1 or named or type(args[0]) not in _BYTES:
            raise HoleError("bytes of something")
        check_size(args[0] if type(args[0]) is int else len(args[0]))
        return attempt(kind, args[0])

    return code


def _memoryview(state: State, args: list[Value], named: Named) -> Value:
    if len(args) == 1 and type(args[0]) in (str, int, list, dict, tuple, float, type(None)):
        raise ThrownError(Error(TypeError, None))
    if len(args) != 1 or named or type(args[0]) not in (bytes, memoryview):
        raise HoleError("a view of something that may change")
    return memoryview(args[0])


def _list(state: State, args: list[Value], named: Named) -> Value:
    return with_items(state, args[0], lambda _, items: items) if _one(args, named) else []


def _tuple(state: State, args: list[Value], named: Named) -> Value:
    if not _one(args, named):
        return ()
    if type(args[0]) is tuple:
        return args[0]
    return with_items(state, args[0], lambda _, items: tuple(items))


def _one(args: list[Value], named: Named) -> bool:
    if named or len(args) > 1:
        raise ThrownError(Error(TypeError, None))
    return bool(args)


SETS = (set, frozenset)


def _set(kind: Any) -> Any:
    def make(state: State, items: list[Value]) -> Value:
        for item in items:
            weigh(item)
        check_hashes(items)
        return attempt(kind, items)

    def code(state: State, args: list[Value], named: Named) -> Value:
        if not _one(args, named):
            return kind()
        value = args[0]
        return with_items(state, list(value) if type(value) in SETS else value, make)

    return code


def _dict(state: State, args: list[Value], named: Named) -> Value:
    return _fill(state, {}, args, named)


def _fill(state: State, result: dict[Value, Value], args: list[Value], named: Named) -> Value:
    if len(args) > 1:
        raise ThrownError(Error(TypeError, None))
    if not args:
        result.update(named)
        return result
    if isinstance(args[0], dict):
        state.charge(len(args[0]))
        result.update(args[0])
        result.update(named)
        return result
    return with_items(state, args[0], _pairs, (result, named))


def _pairs(state: State, items: list[Value], result: dict[Value, Value], named: Named) -> Value:
    for pair in items:
        if type(pair) not in (tuple, list):
            raise HoleError("a dict of something else than pairs")
        if len(pair) != 2:
            raise ThrownError(Error(ValueError, None))
        weigh(pair[0])
    check_hashes([pair[0] for pair in items])
    attempt(result.update, items)
    result.update(named)
    return result


def _ordered(state: State, args: list[Value], named: Named) -> Value:
    return _fill(state, OrderedDict(), args, named)


def _default(state: State, args: list[Value], named: Named) -> Value:
    result = DefaultDict()
    result.factory = args[0] if args else None
    return _fill(state, result, args[1:], named)


def _counter(state: State, args: list[Value], named: Named) -> Value:
    if named or len(args) > 1:
        raise HoleError("Counter with keywords")
    if args and isinstance(args[0], dict):
        raise HoleError("Counter of a mapping")
    return (
        with_items(state, args[0], lambda _, items: attempt(Counter, items)) if args else Counter()
    )


def _deque(state: State, args: list[Value], named: Named) -> Value:
    most = args[1] if len(args) > 1 else named.get("maxlen")
    if most is not None and type(most) is not int:
        raise HoleError("the length of a deque")
    if not args:
        return attempt(deque, (), most)
    return with_items(state, args[0], lambda _, items: attempt(deque, items, most))


def _range(state: State, args: list[Value], named: Named) -> Value:
    if any(isinstance(value, Thing) for value in args):
        raise HoleError("range of an object")
    result = attempt(lambda: range(*args, **named))
    if result.start.bit_length() > 62 or result.stop.bit_length() > 62:
        raise HoleError("a very long range")
    return result


def _object(state: State, args: list[Value], named: Named) -> Value:
    if args or named:
        raise ThrownError(Error(TypeError, None))
    return Blank()


def _type(state: State, args: list[Value], named: Named) -> Value:
    if len(args) != 1:
        raise HoleError("a class made by type()")
    if isinstance(args[0], Opaque):
        raise HoleError("the type of something unknown")
    return type_of(args[0])


def _wrapped(kind: str) -> Any:
    def code(state: State, args: list[Value], named: Named) -> Value:
        if len(args) != 1 or named:
            raise HoleError(kind)
        return Wrapped(kind, args[0])

    return code


def _slice(state: State, args: list[Value], named: Named) -> Value:
    if any(isinstance(value, Thing) for value in args):
        raise HoleError("slice of objects")
    return attempt(slice, *args)


def _adopt(name: str) -> Any:
    return BUILTIN[name]


MAKING: dict[type, Any] = {
    int: _number(int),
    float: _number(float),
    complex: _number(complex),
    bool: _bool,
    str: _str,
    bytes: _bytes(bytes),
    bytearray: _bytes(bytearray),
    memoryview: _memoryview,
    struct.Struct: make_struct,
    **MAKE_DATE,
    list: _list,
    tuple: _tuple,
    set: _set(set),
    frozenset: _set(frozenset),
    dict: _dict,
    range: _range,
    slice: _slice,
    object: _object,
    type: _type,
    property: _wrapped("property"),
    staticmethod: _wrapped("staticmethod"),
    classmethod: _wrapped("classmethod"),
    OrderedDict: _ordered,
    defaultdict: _default,
    Counter: _counter,
    deque: _deque,
    enumerate: _adopt("enumerate"),
    zip: _adopt("zip"),
    map: _adopt("map"),
    filter: _adopt("filter"),
    reversed: _adopt("reversed"),
}


def make(state: State, kind: type, args: list[Value], named: Named) -> Value:
    """``kind(*args, **named)``."""
    if issubclass(kind, BaseException):
        if named:
            raise HoleError("an exception with keywords")
        if issubclass(kind, OSError | UnicodeError | SyntaxError) and len(args) > 1:
            return Error(kind, None)
        return Error(kind, tuple(args))
    code = MAKING.get(kind)
    if code is None:
        raise HoleError(f"{kind.__name__}()")
    return code(state, args, named)


TYPES: dict[str, type] = {kind.__name__: kind for kind in MAKING if kind.__module__ == "builtins"}
