"""Classes of values: ``type``, ``isinstance``, method resolution order."""

from __future__ import annotations

import collections
import types
from typing import Any

from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.iterate import Cursor, Feed, HashCursor, Wrapper
from haltcheck.model.step.state import Generator
from haltcheck.model.step.value import (
    Bound,
    Class,
    DefaultDict,
    Error,
    Instance,
    Module,
    Native,
    Routine,
    Row,
    Thing,
    Value,
    View,
)

SCALARS = (int, str, bool, float, bytes, type(None), complex, type(Ellipsis))

_VIEWS = {"keys": type({}.keys()), "values": type({}.values()), "items": type({}.items())}


def class_of(value: Value) -> Value:
    """``type(value)``: a ``Class`` or a type of CPython."""
    kind: Any = type(value)
    if kind in (Instance, Error, Row):
        return value.cls
    if kind is DefaultDict:
        return collections.defaultdict
    if not is_thing(value):
        return kind
    if kind is Routine:
        return types.FunctionType
    if kind is Bound:
        return types.MethodType if type(value.function) is Routine else types.BuiltinMethodType
    if kind is Native:
        return types.BuiltinFunctionType
    if kind is Generator:
        return types.GeneratorType
    if kind is Class:
        return type
    if kind is Module:
        return types.ModuleType
    if kind is View:
        return _VIEWS[value.kind]
    raise HoleError(f"the type of a {kind.__name__.lower()}")


def is_thing(value: Value) -> bool:
    """Whether it is the machine's own."""
    return isinstance(value, Thing)


def linearize(cls: Class) -> tuple[Value, ...]:
    """The method resolution order, by C3 (Barrett et al., OOPSLA 1996)."""
    orders: list[list[Value]] = []
    for base in cls.bases:
        if type(base) is Class:
            orders.append(list(base.mro))
        elif isinstance(base, type):
            orders.append(list(base.__mro__))
        else:
            raise HoleError("a base class that is not known")
    orders.append(list(cls.bases))
    result: list[Value] = [cls]
    while any(orders):
        orders = [order for order in orders if order]
        for order in orders:
            head = order[0]
            if not any(is_in(head, other[1:]) for other in orders):
                break
        else:
            raise ThrownError(Error(TypeError, None))
        result.append(head)
        for order in orders:
            if order[0] is head:
                del order[0]
    return tuple(result) if cls.bases else (cls, object)


def is_in(wanted: Value, values: Any) -> bool:
    """Membership by identity: never runs an ``__eq__``."""
    return any(value is wanted for value in values)


def is_subclass(cls: Value, parent: Value) -> bool:
    """``issubclass`` for one parent."""
    if type(cls) is Class:
        if type(parent) is Class:
            return is_in(parent, cls.mro)
        if isinstance(parent, type):
            _plain_parent(parent)
            return any(isinstance(c, type) and issubclass(c, parent) for c in cls.mro[1:])
    elif isinstance(cls, type):
        if type(parent) is Class:
            return False
        if isinstance(parent, type):
            return issubclass(cls, parent)
    raise HoleError("a class that is not known")


def _plain_parent(parent: type) -> None:
    """Abstract classes decide by the methods that a class has."""
    if type(parent) is not type:
        raise HoleError(f"a test for {parent.__name__}")


def is_instance(value: Value, classes: Value, depth: int = 0) -> bool:
    """``isinstance`` with a class or nested tuples of classes."""
    if depth > 20:
        raise HoleError("nested tuples of classes")
    if type(classes) is tuple:
        return any(is_instance(value, part, depth + 1) for part in classes)
    if isinstance(classes, types.UnionType):
        return any(is_instance(value, part, depth + 1) for part in classes.__args__)
    if classes is None or isinstance(classes, int | str | float | bytes | list | dict):
        text = "isinstance() arg 2 must be a type, a tuple of types, or a union"
        raise ThrownError(Error(TypeError, (text,)))
    if isinstance(value, Cursor | HashCursor | Wrapper | Feed):
        if isinstance(classes, type) and classes in (
            *SCALARS,
            list,
            tuple,
            dict,
            set,
            frozenset,
            bytearray,
        ):
            return False
        raise HoleError("the type of an iterator")
    return is_subclass(class_of(value), classes)
