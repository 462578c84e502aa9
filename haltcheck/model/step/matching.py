"""The internal tests of lowered code: ``except`` clauses and ``match`` patterns."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from haltcheck.model.step.arithmetic import attempt
from haltcheck.model.step.attribute import get_instance
from haltcheck.model.step.classify import is_instance, is_subclass
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.limit import weigh
from haltcheck.model.step.state import State
from haltcheck.model.step.value import (
    MISSING,
    PUSHED,
    Class,
    Error,
    Instance,
    Opaque,
    Row,
    Thing,
    Value,
    View,
)


def _catches(state: State, values: list[Value]) -> Value:
    error, classes = values
    listed = classes if type(classes) is tuple else (classes,)
    for cls in listed:
        if isinstance(cls, Opaque):
            raise HoleError("whether an unknown class catches")
        if type(cls) is not Class and not (
            isinstance(cls, type) and issubclass(cls, BaseException)
        ):
            # All are looked at before any is asked.
            raise ThrownError(Error(TypeError, None))
    return any(is_subclass(error.cls, cls) for cls in listed)


def _is_sequence(state: State, values: list[Value]) -> Value:
    value = values[0]
    if isinstance(value, Instance | Opaque | Row):
        raise HoleError("whether an object is a sequence")
    return type(value) in (list, tuple, range, deque)


def _is_mapping(state: State, values: list[Value]) -> Value:
    if isinstance(values[0], Instance | Opaque):
        raise HoleError("whether an object is a mapping")
    return isinstance(values[0], dict)


def _has_keys(state: State, values: list[Value]) -> Value:
    mapping, *keys = values
    for key in keys:
        weigh(key)
    return all(attempt(mapping.__contains__, key) for key in keys)


def _rest(state: State, values: list[Value]) -> Value:
    mapping, *keys = values
    state.charge(len(mapping))
    result = dict(mapping)
    for key in keys:
        result.pop(key, None)
    return result


_SELF = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def _match_class(state: State, values: list[Value]) -> Value:
    value, cls, count, *names = values
    if isinstance(value, Opaque | View) or not isinstance(cls, Class | type):
        raise HoleError("a match with an unknown class")
    if not is_instance(value, cls):
        return None
    result: list[Value] = []
    if count:
        if cls in _SELF and count == 1:
            result.append(value)
        elif type(cls) is Class:
            fields = cls.find("__match_args__")
            if fields is MISSING or count > len(fields):
                raise ThrownError(Error(TypeError, None))
            names = [*fields[:count], *names]
        else:
            raise ThrownError(Error(TypeError, None))
    for name in names:
        if isinstance(value, Thing) is False or type(value) not in (Instance, Error):
            raise HoleError("an attribute in a pattern")
        try:
            found = get_instance(state, value, name)
        except ThrownError as thrown:
            if thrown.error.native() is AttributeError:
                return None
            raise
        if found is PUSHED:
            raise HoleError("a property in a pattern")
        result.append(found)
    return tuple(result)


TESTS: dict[str, Callable[[State, list[Value]], Value]] = {
    "catches": _catches,
    "is sequence": _is_sequence,
    "is mapping": _is_mapping,
    "has keys": _has_keys,
    "rest of mapping": _rest,
    "match class": _match_class,
}
