"""Comparisons, truth, membership and identity."""

from __future__ import annotations

import datetime
import operator
import re
from collections import deque

from haltcheck.model.step.arithmetic import COMPARE, MIRROR, SPECIAL, ask, attempt
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.iterate import is_iterator
from haltcheck.model.step.limit import weigh
from haltcheck.model.step.state import Activation, State
from haltcheck.model.step.value import (
    MISSING,
    PUSHED,
    Error,
    Instance,
    Opaque,
    Thing,
    Value,
    View,
)


def compare(state: State, sign: str, left: Value, right: Value) -> Value:
    """The six comparisons."""
    kind = type(left)
    if kind is type(right) and kind in (int, str, float):
        return COMPARE[sign](left, right)
    if isinstance(left, Thing) or isinstance(right, Thing):
        return compare_things(state, sign, left, right)
    if not isinstance(left, int | float | str | bytes | None):
        state.charge(weigh(left))
        weigh(right)
    return attempt(COMPARE[sign], left, right)


def compare_things(state: State, sign: str, left: Value, right: Value) -> Value:
    """A comparison with an object of the program on one side."""
    if isinstance(left, Opaque) or isinstance(right, Opaque):
        raise HoleError("a comparison with something unknown")
    if isinstance(left, View) or isinstance(right, View):
        raise HoleError("a comparison of dict views")
    if type(left) is Instance or type(right) is Instance:
        tries = [
            (left, f"__{SPECIAL[sign]}__", right),
            (right, f"__{SPECIAL[MIRROR[sign]]}__", left),
        ]
        if _derives(right, left):
            tries.reverse()
        if sign == "!=":
            return compare_unequal(state, left, right)
        return ask(state, sign, left is right, tries)
    if sign in ("==", "!="):
        return bool(left == right) is (sign == "==")
    raise ThrownError(Error(TypeError, None))


def _derives(right: Value, left: Value) -> bool:
    """Whether the right operand's class derives from the left one's, and so comes first."""
    if type(left) is not Instance or type(right) is not Instance or right.cls is left.cls:
        return False
    return any(c is left.cls for c in right.cls.mro)


def compare_unequal(state: State, left: Value, right: Value) -> Value:
    """``!=``: the opposite of ``__eq__`` where no ``__ne__`` is defined."""
    for side in (left, right):
        if type(side) is Instance and side.cls.find("__ne__") is not MISSING:
            raise HoleError("__ne__")
    invert = Truth(negate=True)
    state.push(invert)
    result = compare_things(state, "==", left, right)
    if result is PUSHED:
        return PUSHED
    state.stack.pop()
    return not result if type(result) is bool else negated(state, result)


def negated(state: State, value: Value) -> Value:
    """``not value``."""
    state.push(Truth(negate=True))
    result = truth(state, value)
    if result is PUSHED:
        return PUSHED
    state.stack.pop()
    return not result


class Truth(Activation):
    """Waits for ``__bool__``, ``__len__`` or a result whose truth is wanted."""

    __slots__ = ("negate",)

    def __init__(self, negate: bool = False) -> None:
        self.negate = negate

    def receive(self, state: State, value: Value) -> None:
        if isinstance(value, Thing):
            raise HoleError("the truth of a result")
        state.stack.pop()
        state.stack[-1].receive(state, bool(value) is not self.negate)


def truth(state: State, value: Value) -> Value:
    """``bool(value)``, or ``PUSHED``."""
    if not isinstance(value, Thing):
        return bool(value)
    if isinstance(value, Opaque):
        raise HoleError("the truth of something unknown")
    if isinstance(value, View):
        return bool(value.mapping)
    if type(value) is Error and type(value.cls) is not type:
        if value.cls.find("__bool__") is not MISSING or value.cls.find("__len__") is not MISSING:
            raise HoleError("the truth of an exception")
        return True
    if type(value) is not Instance:
        return True
    state.push(Truth())
    for name in ("__bool__", "__len__"):
        result = state.special(value, name, [])
        if result is PUSHED:
            return PUSHED
        if result is not MISSING:
            break
    else:
        result = True
    state.stack.pop()
    if isinstance(result, Thing):
        raise HoleError("the truth of a result")
    return bool(result)


def contains(state: State, item: Value, container: Value) -> Value:
    """``item in container``, or ``PUSHED``."""
    kind = type(container)
    if kind is Instance:
        state.push(Truth())
        result = state.special(container, "__contains__", [item])
        if result is PUSHED:
            return PUSHED
        state.stack.pop()
        if result is not MISSING:
            return bool(result)
        raise HoleError("in by iteration")
    if kind is View and container.kind != "values":
        if container.kind == "keys":
            return contains(state, item, container.mapping)
        raise HoleError("in items()")
    if isinstance(container, Thing):
        if is_iterator(container):
            raise HoleError("in an iterator")
        if isinstance(container, Opaque | View):
            raise HoleError("in something unknown")
        raise ThrownError(Error(TypeError, None))
    if isinstance(container, range) and type(item) is not int:
        raise HoleError("a search of a range")
    if isinstance(container, dict | set | frozenset):
        weigh(item)
    elif isinstance(container, list | tuple | str | bytes | deque | bytearray):
        state.charge(len(container))
        if isinstance(item, tuple | list | dict):
            state.charge(weigh(container))
    return attempt(operator.contains, container, item)


_SHARED = (
    *(str, bytes, float, complex, tuple, frozenset, range),
    *(memoryview, datetime.date, datetime.time, datetime.timedelta),
)


def identical(left: Value, right: Value) -> bool:
    """``left is right``; a hole where CPython may share equal immutable values or not."""
    if isinstance(left, Opaque) or isinstance(right, Opaque):
        raise HoleError("the identity of something unknown")
    if type(left) is not type(right):
        return False
    if isinstance(left, bool) or left is None or left is Ellipsis:
        return left is right
    if isinstance(left, int):
        if left == right and not -5 <= left <= 256:
            raise HoleError("the identity of equal numbers")
        return bool(left == right)
    if isinstance(left, re.Pattern):
        if left is right or left == right:
            raise HoleError("the identity of equal patterns")
        return False
    if isinstance(left, _SHARED):
        weigh(left)
        if left is right or left == right:
            if left is right and isinstance(left, str | tuple) and len(left) == 0:
                return True
            raise HoleError("the identity of equal immutable values")
        return False
    return left is right
