"""Look-ups: global names, attributes of any value, items of any container."""

from __future__ import annotations

import builtins
from collections import Counter, deque
from typing import Any

from haltcheck.model.later import function_of
from haltcheck.model.library_member import lacks
from haltcheck.model.step.arithmetic import attempt
from haltcheck.model.step.attribute import build_class, get_class, get_instance, get_super, missing
from haltcheck.model.step.builtin import BUILTIN
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.fields import row_attribute
from haltcheck.model.step.iterate import Cursor, HashCursor, Wrapper
from haltcheck.model.step.known import KNOWN, MODULES, VALUES
from haltcheck.model.step.library import PARTS
from haltcheck.model.step.limit import weigh
from haltcheck.model.step.making import TYPES
from haltcheck.model.step.silent import Logger, logger_attribute
from haltcheck.model.step.state import Generator, State
from haltcheck.model.step.stream import Stream, has_method, stream_attribute
from haltcheck.model.step.unbound import of_type
from haltcheck.model.step.value import (
    MISSING,
    PUSHED,
    Bound,
    Class,
    DefaultDict,
    Error,
    External,
    Instance,
    Module,
    Native,
    Opaque,
    Routine,
    Row,
    Super,
    Thing,
    Value,
    View,
    Wrapped,
)

_SINGLE = {
    "True": True,
    "False": False,
    "None": None,
    "NotImplemented": NotImplemented,
    "Ellipsis": Ellipsis,
    "super": super,
}


def resolve(dotted: str) -> Value:
    """What a dotted name of the library stands for."""
    if dotted in KNOWN:
        return Native(dotted, KNOWN[dotted])
    if dotted in VALUES:
        return VALUES[dotted]
    return Module(dotted) if dotted in MODULES else External(dotted)


def _of_module(state: State, module: Module, name: str) -> Value:
    if lacks(module.name, name):
        raise missing(module, name)
    return resolve(f"{module.name}.{name}")


def built_in(name: str) -> Value:
    """A built-in name, or ``MISSING``."""
    if name in TYPES:
        return TYPES[name]
    if name in BUILTIN:
        return Native(name, BUILTIN[name])
    if name in _SINGLE:
        return _SINGLE[name]
    value = getattr(builtins, name, MISSING)
    if isinstance(value, type) and issubclass(value, BaseException):
        return External(name) if "Group" in name else value
    return MISSING if value is MISSING else External(name)


def load_global(state: State, name: str) -> Value:
    """A global that no code of this run has stored."""
    contents = state.program.contents
    if name in state.modules:
        if name in state.guarded:
            raise HoleError(f"the global {name}, which the run may have changed")
        return state.modules[name]
    writes = contents.global_writes.get(name, 0)
    if state.in_module and writes:
        raise HoleError(f"the global {name}")
    if writes > 1 and not (name in contents.imports and state.program.later.imports(name)):
        raise HoleError(f"the global {name}, which is bound more than once")
    if name in state.program.constants:
        return state.program.constants[name]
    found = _defined(state, name)
    if found is MISSING:
        if name in contents.imports:
            found = resolve(contents.imports[name])
        elif writes:
            found = state.evaluate(name)
        else:
            found = built_in(name)
    if found is MISSING:
        raise HoleError(f"the name {name}")
    state.modules[name] = found
    return found


_MARKERS = frozenset(("abc.ABC", "typing.Generic"))
"""Base classes that leave instances as they are."""


def _defined(state: State, name: str) -> Value:
    """A function or class of the file."""
    contents = state.program.contents
    entry = contents.functions.get(name)
    if entry is not None and entry.in_class is None and "." not in name:
        function = function_of(state.program, name)
        if function is None or entry.decorators:
            raise HoleError(f"the function {name}, which was not read or is decorated")
        return Routine(function, None, {})
    if name in contents.classes:
        bases = []
        for dotted in contents.classes[name].bases:
            if dotted == "?":
                bases.append(state.evaluate(f"{name}()"))
                continue
            first, *rest = dotted.split(".")
            base = built_in(first) if first == name else load_global(state, first)
            for part in rest:
                base = get_attribute(state, base, part)
            if not isinstance(base, External) or base.label not in _MARKERS:
                bases.append(base)
        found = build_class(state, name, tuple(bases))
        if any(key.startswith(f"{name}.") for key in contents.global_writes):
            found.complete = False
        return found
    return MISSING


_NUMBER_PARTS: dict[type, tuple[str, ...]] = {
    **PARTS,
    int: ("real", "imag", "numerator", "denominator"),
    bool: ("real", "imag", "numerator", "denominator"),
    float: ("real", "imag"),
    complex: ("real", "imag"),
    range: ("start", "stop", "step"),
    slice: ("start", "stop", "step"),
}


def get_attribute(state: State, value: Value, name: str) -> Value:
    """``value.name``; ``PUSHED`` where code of the program runs."""
    found = _ATTRIBUTE.get(type(value))
    if found is not None:
        return found(state, value, name)
    if isinstance(value, Thing):
        if isinstance(value, Opaque | Bound | Native) or not _has_method(value, name):
            raise HoleError(f"the attribute {name}")
        return Bound(value, name)
    if name in _NUMBER_PARTS.get(type(value), ()):
        return getattr(value, name)
    if isinstance(value, type):
        return of_type(value, name)
    if not hasattr(value, name):
        raise missing(value, name)
    if name.startswith("__"):
        raise HoleError(f"the attribute {name}")
    return Bound(value, name)


def _of_routine(state: State, value: Routine, name: str) -> Value:
    if name in value.attributes:
        return value.attributes[name]
    if name == "__name__":
        return value.function.name
    raise HoleError(f"a function's {name}")


def _of_wrapped(state: State, value: Wrapped, name: str) -> Value:
    if name in ("setter", "getter", "deleter"):
        return Bound(value, name)
    raise HoleError(f"a property's {name}")


def _of_default(state: State, value: DefaultDict, name: str) -> Value:
    if name == "default_factory":
        return value.factory
    if hasattr({}, name) and not name.startswith("__"):
        return Bound(value, name)
    raise HoleError(f"a defaultdict's {name}")


def _of_stream(state: State, value: Stream, name: str) -> Value:
    return Bound(value, name) if has_method(value, name) else stream_attribute(state, value, name)


_ATTRIBUTE: dict[type, Any] = {
    Instance: get_instance,
    Error: get_instance,
    Class: get_class,
    Module: _of_module,
    External: lambda _, value, name: External(f"{value.label}.{name}"),
    Super: get_super,
    Row: row_attribute,
    Logger: logger_attribute,
    Stream: _of_stream,
    Routine: _of_routine,
    Wrapped: _of_wrapped,
    DefaultDict: _of_default,
}


def _has_method(value: Thing, name: str) -> bool:
    if isinstance(value, Generator):
        return name in ("send", "close", "throw", "__next__")
    if isinstance(value, Cursor | HashCursor | Wrapper):
        return name == "__next__"
    return False


_INDEXED = (list, tuple, str, bytes, range, deque, bytearray)


def get_item(state: State, value: Value, key: Value) -> Value:
    """``value[key]``; ``PUSHED`` where code of the program runs."""
    kind = type(value)
    if kind in _INDEXED:
        if type(key) is int:
            try:
                return value[key]
            except (IndexError, OverflowError) as error:
                raise ThrownError(Error(type(error), error.args)) from None
        if isinstance(key, Thing):
            raise HoleError("an index that is an object")
        if type(key) is slice:
            if any(isinstance(v, Thing) for v in (key.start, key.stop, key.step)):
                raise HoleError("a slice of objects")
            state.charge(len(value) >> 3)
        return attempt(value.__getitem__, key)
    if isinstance(value, dict):
        return _get_key(state, value, key)
    if kind is Instance:
        result = state.special(value, "__getitem__", [key])
        if result is not MISSING:
            return result
        raise ThrownError(Error(TypeError, (f"'{value.cls.name}' object is not subscriptable",)))
    if isinstance(value, Thing | type):
        raise HoleError("an item of something unknown")
    return attempt(lambda: value[key])


def _get_key(state: State, value: dict[Value, Value], key: Value) -> Value:
    if type(key) not in (str, int):
        weigh(key)
    if type(value) is DefaultDict and value.factory is not None:
        if attempt(value.__contains__, key):
            return value[key]
        made = state.invoke(value.factory, [], {})
        if made is PUSHED:
            del state.stack[-1:]
            raise HoleError("a factory that is a function of the program")
        state.churn += 1
        value[key] = made
        return made
    if type(value) is Counter:
        return attempt(value.__getitem__, key)
    return attempt(dict.__getitem__, value, key)


def set_item(state: State, value: Value, key: Value, item: Value) -> Value:
    """``value[key] = item``."""
    kind = type(value)
    if isinstance(value, dict):
        if type(key) not in (str, int):
            weigh(key)
        size = len(value)
        attempt(value.__setitem__, key, item)
        if len(value) != size:
            state.churn += 1
            if size >= 200_000:
                del value[key]
                raise HoleError("a very large dict")
        return None
    if kind is list and type(key) is slice:
        if type(item) not in (list, tuple, str, range):
            raise HoleError("assignment to a slice")
        state.charge(len(value) + len(item))
        if len(value) + len(item) > 200_000:
            raise HoleError("a very large list")
        return attempt(value.__setitem__, key, list(item))
    if kind in (list, deque, bytearray):
        if isinstance(key, Thing):
            raise HoleError("an index that is an object")
        state.churn += kind is deque
        return attempt(value.__setitem__, key, item)
    return _special_item(state, value, "__setitem__", [key, item])


def delete_item(state: State, value: Value, key: Value) -> Value:
    """``del value[key]``."""
    if isinstance(value, dict | list | deque | bytearray):
        weigh(key)
        state.churn += 1
        state.charge(0 if isinstance(value, dict) else len(value) >> 3)
        return attempt(value.__delitem__, key)
    return _special_item(state, value, "__delitem__", [key])


def _special_item(state: State, value: Value, name: str, args: list[Any]) -> Value:
    if type(value) is Instance:
        result = state.special(value, name, args)
        if result is not MISSING:
            return result
        raise ThrownError(Error(TypeError, None))
    if isinstance(value, View | Thing):
        raise HoleError("an item of something unknown")
    raise ThrownError(Error(TypeError, None))
